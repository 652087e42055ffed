/** Turns records into what the browser shows: expected progress and health belong to a day, so they are computed here and never stored. */
import type { CycleView, KeyResultView, ObjectiveView, ProgressView } from '../contract/okr';
import { standardCalendar } from '../domain/calendar';
import { expectedProgress } from '../domain/expected';
import { healthOf } from '../domain/health';
import { rollUp } from '../domain/roll-up';
import type { KeyResultRecord } from '../store/key-result-row';
import type { ObjectiveRecord } from '../store/objectives';

export const objectiveKey = (number: number): string => `O-${number}`;
export const keyResultKey = (number: number): string => `KR-${number}`;
const instant = (epochMs: number | null): string | null => (epochMs === null ? null : new Date(epochMs).toISOString());

type Span = { readonly startDay: string; readonly dueDay: string };

/** A number with where it should be today and how that looks. */
export function progressView(progress: number | null, span: Span, today: string): ProgressView & { readonly expected: number } {
  const expected = expectedProgress(span, today, standardCalendar);
  return { progress, expected, health: healthOf({ progress, expected, today, startDay: span.startDay }) };
}

export const spanOf = (keyResult: Pick<KeyResultRecord, 'startDay' | 'dueDay'>, cycle: CycleView): Span => ({
  startDay: keyResult.startDay ?? cycle.startDay,
  dueDay: keyResult.dueDay ?? cycle.endDay,
});

export function keyResultView(keyResult: KeyResultRecord, cycle: CycleView, today: string): KeyResultView {
  const span = spanOf(keyResult, cycle);
  const base = {
    id: keyResult.id,
    key: keyResultKey(keyResult.number),
    objectiveId: keyResult.objectiveId,
    title: keyResult.title,
    ownerAccountId: keyResult.ownerAccountId,
    weight: keyResult.weight,
    ...span,
    ...progressView(keyResult.progress, span, today),
    asOf: instant(keyResult.computedAt),
    version: keyResult.version,
  };
  if (keyResult.kind === 'work') return { ...base, kind: 'work', rule: keyResult.rule, work: keyResult.counts };
  const { start, target, unit, current, currentDay } = keyResult;
  return { ...base, kind: 'metric', metric: { start, target, unit, current, currentDay } };
}

/** Progress is rolled up from the key results at hand, expected progress from the same ones with the same weights. */
export function objectiveView(
  objective: ObjectiveRecord,
  keyResults: readonly KeyResultRecord[],
  cycle: CycleView,
  today: string,
): ObjectiveView {
  const views = keyResults.map((keyResult) => keyResultView(keyResult, cycle, today));
  const { progress, measured, total } = rollUp(views);
  const whole = { startDay: cycle.startDay, dueDay: cycle.endDay };
  const expected =
    rollUp(views.map((view) => ({ weight: view.weight, progress: view.progress === null ? null : view.expected }))).progress ??
    progressView(progress, whole, today).expected;
  return {
    id: objective.id,
    key: objectiveKey(objective.number),
    projectId: objective.projectId,
    cycleId: objective.cycleId,
    title: objective.title,
    description: objective.description,
    ownerAccountId: objective.ownerAccountId,
    weight: objective.weight,
    progress,
    expected,
    health: healthOf({ progress, expected, today, startDay: cycle.startDay }),
    measured: { measured, total },
    keyResults: views,
    version: objective.version,
  };
}
