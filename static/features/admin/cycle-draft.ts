/** A cycle as it is typed, and the usual spans to begin with. Pure. */
import type { Input } from '../../../src/contract/api';
import type { CycleView } from '../../../src/contract/okr';
import { linesOf } from './lines';
import { isDay } from '../../../src/domain/calendar';
import { nextSpan, usualSpan, type UsualSpan } from '../../../src/domain/cycle';

export type CycleField = 'name' | 'startDay' | 'endDay' | 'themes' | 'capacity';
export type CycleDraft = Readonly<Record<CycleField, string>>;

export const cycleLabels: Readonly<Record<CycleField, string>> = {
  name: 'Name',
  startDay: 'First day',
  endDay: 'Last day',
  themes: 'Themes',
  capacity: 'Capacity',
};

/** As many themes as a cycle can have, and letters in one. */
const MOST_THEMES = 7;
const LONGEST_THEME = 120;

type Span = Pick<CycleView, 'name' | 'startDay' | 'endDay'>;

const draftOfSpan = ({ name, startDay, endDay }: Span): CycleDraft => ({ name, startDay, endDay, themes: '', capacity: '' });

/** Themes are a line each. */
export const cycleDraftOf = (cycle: CycleView): CycleDraft => ({
  ...draftOfSpan(cycle),
  themes: cycle.themes.join('\n'),
  capacity: cycle.capacity?.words ?? '',
});

const themesOf = (text: string): readonly string[] => [...new Set(linesOf(text))];

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
  return draftOfSpan(isTaken ? nextSpan(length, today) : present);
};

export const checkCycleDraft = ({ name, startDay, endDay, themes }: CycleDraft): Partial<Record<CycleField, string>> => ({
  ...(name.trim() === '' ? { name: 'Give the cycle a name.' } : {}),
  ...(isDay(startDay) ? {} : { startDay: 'Give the first day.' }),
  ...(isDay(endDay) ? {} : { endDay: 'Give the last day.' }),
  ...(isDay(startDay) && isDay(endDay) && endDay < startDay ? { endDay: 'The last day is before the first.' } : {}),
  ...(themesOf(themes).length > MOST_THEMES || themesOf(themes).some((theme) => theme.length > LONGEST_THEME)
    ? { themes: `Give at most ${MOST_THEMES} themes, a line each, of at most ${LONGEST_THEME} letters.` }
    : {}),
});

/** What changed; null when nothing did. */
export const editCycleInput = (cycle: CycleView, draft: CycleDraft): Input<'editCycle'> | null => {
  const changes = {
    ...(draft.name.trim() === cycle.name ? {} : { name: draft.name.trim() }),
    ...(draft.startDay === cycle.startDay ? {} : { startDay: draft.startDay }),
    ...(draft.endDay === cycle.endDay ? {} : { endDay: draft.endDay }),
    ...(themesOf(draft.themes).join('\n') === cycle.themes.join('\n') ? {} : { themes: [...themesOf(draft.themes)] }),
    ...(draft.capacity.trim() === (cycle.capacity?.words ?? '') ? {} : { capacity: draft.capacity.trim() || null }),
  };
  return Object.keys(changes).length === 0 ? null : { id: cycle.id, version: cycle.version, ...changes };
};
