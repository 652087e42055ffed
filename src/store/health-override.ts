/** A health somebody says, as text in the row it is said of: always read and written whole. */
import { z } from 'zod';
import type { HealthOverride } from '../domain/model';
import { textOrNull } from './row';
import type { Row } from './sql-client';

export type HealthOverrideRecord = HealthOverride & { readonly byAccountId: string };

const schema = z.object({
  health: z.enum(['on-track', 'at-risk', 'off-track']),
  reason: z.string(),
  untilDay: z.string(),
  byAccountId: z.string(),
});

/** Throws on a text that `healthOverrideText` has not made. */
export function parseHealthOverride(row: Row): HealthOverrideRecord | null {
  const text = textOrNull(row, 'health_override');
  return text === null ? null : schema.parse(JSON.parse(text));
}

/** `undefined` leaves the column alone. */
export function healthOverrideText(override: HealthOverrideRecord | null | undefined): string | null | undefined {
  if (override === undefined || override === null) return override;
  const { health, reason, untilDay, byAccountId } = override;
  return JSON.stringify({ health, reason, untilDay, byAccountId });
}
