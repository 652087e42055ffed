/**
 * A forecast as it is kept in the row of its key result: the weeks it was drawn from and what it said, as text that is always read and written
 * whole.
 */
import { z } from 'zod';
import type { KeyResultForecast } from '../domain/forecast/key-result-forecast';
import type { PastWeeks } from '../domain/forecast/past-weeks';
import { textOrNull } from './row';
import type { Row } from './sql-client';

export type KeptForecast = {
  readonly past: PastWeeks;
  /** Null: there is nothing to say. */
  readonly told: KeyResultForecast | null;
};

const number = z.number();
const day = z.string().nullable();
const unstable = <W extends string>(what: readonly [W, ...W[]]) =>
  z.object({ kind: z.literal('unstable'), weeksAgo: number, what: z.enum(what) });
const schema: z.ZodType<KeptForecast> = z.object({
  past: z.discriminatedUnion('of', [
    z.object({ of: z.literal('work'), rule: z.string(), weeks: z.array(z.object({ finished: number, added: number })) }),
    z.object({ of: z.literal('metric'), changes: z.array(number) }),
    z.object({ of: z.literal('band'), values: z.array(number) }),
  ]),
  told: z
    .union([
      z.object({
        kind: z.literal('forecast'),
        chance: number,
        days: z.object({ at50: day, at85: day, at95: day }),
        neededRate: number.nullable(),
        recentRate: number,
        strain: number.nullable(),
      }),
      z.object({ kind: z.literal('holds'), chance: number, inside: number, weeks: number }),
      z.object({ kind: z.literal('not-enough-data'), weeks: number }),
      unstable(['finished', 'added', 'value']),
    ])
    .nullable(),
});

/** Of the column `forecast`; null before the first one. Throws on a text that `forecastText` has not made. */
export function parseForecast(row: Row): KeptForecast | null {
  const text = textOrNull(row, 'forecast');
  return text === null ? null : schema.parse(JSON.parse(text));
}

export const forecastText = (forecast: KeptForecast | null): string | null => (forecast === null ? null : JSON.stringify(forecast));
