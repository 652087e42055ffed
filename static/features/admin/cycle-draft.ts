/** A cycle as it is typed, and the usual spans to begin with. Pure. */
import type { Input } from '../../../src/contract/api';
import type { CycleView } from '../../../src/contract/okr';
import { isDay } from '../../../src/domain/calendar';
import { nextSpan, usualSpan, type UsualSpan } from '../../../src/domain/cycle';

export type CycleField = 'name' | 'startDay' | 'endDay';
export type CycleDraft = Readonly<Record<CycleField, string>>;

export const cycleLabels: Readonly<Record<CycleField, string>> = { name: 'Name', startDay: 'First day', endDay: 'Last day' };

export const cycleDraftOf = ({ name, startDay, endDay }: Pick<CycleView, CycleField>): CycleDraft => ({ name, startDay, endDay });

export const spanChoices = [
  { value: 'year', label: 'A year' },
  { value: 'half', label: 'Half a year' },
  { value: 'quarter', label: 'A quarter' },
  { value: 'own', label: 'Own dates' },
] as const;

export type SpanChoice = (typeof spanChoices)[number]['value'];

/** The present span of this length, or the next one where a cycle with these days is there already. */
export const suggestedSpan = (length: UsualSpan, cycles: readonly CycleView[], today: string): CycleDraft => {
  const present = usualSpan(length, today);
  const isTaken = cycles.some((cycle) => cycle.startDay === present.startDay && cycle.endDay === present.endDay);
  return cycleDraftOf(isTaken ? nextSpan(length, today) : present);
};

export const checkCycleDraft = ({ name, startDay, endDay }: CycleDraft): Partial<Record<CycleField, string>> => ({
  ...(name.trim() === '' ? { name: 'Give the cycle a name.' } : {}),
  ...(isDay(startDay) ? {} : { startDay: 'Give the first day.' }),
  ...(isDay(endDay) ? {} : { endDay: 'Give the last day.' }),
  ...(isDay(startDay) && isDay(endDay) && endDay < startDay ? { endDay: 'The last day is before the first.' } : {}),
});

/** What changed; null when nothing did. */
export const editCycleInput = (cycle: CycleView, draft: CycleDraft): Input<'editCycle'> | null => {
  const changes = {
    ...(draft.name.trim() === cycle.name ? {} : { name: draft.name.trim() }),
    ...(draft.startDay === cycle.startDay ? {} : { startDay: draft.startDay }),
    ...(draft.endDay === cycle.endDay ? {} : { endDay: draft.endDay }),
  };
  return Object.keys(changes).length === 0 ? null : { id: cycle.id, version: cycle.version, ...changes };
};
