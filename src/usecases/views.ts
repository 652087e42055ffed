/** Turns records into what the browser shows: expected progress and health belong to a day, so they are computed here and never stored. */
import type { CycleView, KeyResultView, ObjectiveView, ProgressView, TrendPoint, WorkTrackView } from '../contract/okr';
import { dayOf, standardCalendar } from '../domain/calendar';
import { bandExpected, expectedProgress } from '../domain/expected';
import { healthOf } from '../domain/health';
import { effectiveProgress, overrideHolds } from '../domain/override';
import { rollUp } from '../domain/roll-up';
import { isSettled } from '../domain/settled';
import { tracksDiverge } from '../domain/tracks';
import type { KeyResultRecord } from '../store/key-result-row';
import type { ObjectiveRecord } from '../store/objective-row';

export const objectiveKey = (number: number): string => `O-${number}`;
export const keyResultKey = (number: number): string => `KR-${number}`;
export const instant = (epochMs: number | null): string | null => (epochMs === null ? null : new Date(epochMs).toISOString());

type Span = { readonly startDay: string; readonly dueDay: string };

/** Past days of objectives and key results, by id. */
export type Trends = ReadonlyMap<string, readonly TrendPoint[]>;
const noTrends: Trends = new Map();

/** A number with where it should be today and how that looks. */
export function progressView(progress: number | null, span: Span, today: string): ProgressView & { readonly expected: number } {
  const expected = expectedProgress(span, today, standardCalendar);
  return { progress, expected, health: healthOf({ progress, expected, today, startDay: span.startDay }) };
}

/** The same for a band, which has to hold on every day of its span and is done when that is over. */
function bandProgressView(progress: number | null, span: Span, today: string): ProgressView & { readonly expected: number } {
  const expected = bandExpected(span.startDay, today);
  const mayBeDone = today >= span.dueDay;
  return { progress, expected, health: healthOf({ progress, expected, today, startDay: span.startDay, mayBeDone }) };
}

export const spanOf = (keyResult: Pick<KeyResultRecord, 'startDay' | 'dueDay'>, cycle: CycleView): Span => ({
  startDay: keyResult.startDay ?? cycle.startDay,
  dueDay: keyResult.dueDay ?? cycle.endDay,
});

/** Progress of a key result as its kind is held against the pace. */
export const keyResultProgressView = (
  keyResult: Pick<KeyResultRecord, 'kind' | 'progress'>,
  span: Span,
  today: string,
): ProgressView & { readonly expected: number } =>
  (keyResult.kind === 'band' ? bandProgressView : progressView)(keyResult.progress, span, today);

function trackOf({ counts, workProgress, rule, progress }: KeyResultRecord): WorkTrackView | null {
  if (counts.inScope === 0) return null;
  return { progress: workProgress, rule, work: counts, diverges: tracksDiverge({ work: workProgress, outcome: progress }) };
}

/** Whether a change of the plan has to be given a reason. */
export const asksReason = (
  keyResult: Pick<KeyResultRecord, 'startDay' | 'dueDay' | 'createdAt'>,
  cycle: CycleView,
  today: string,
): boolean => isSettled({ startDay: spanOf(keyResult, cycle).startDay, createdDay: dayOf(keyResult.createdAt) }, today);

/** The same for an objective: its plan has begun when its cycle has. */
export const objectiveAsksReason = (cycle: CycleView, today: string): boolean => today > cycle.startDay;

export function keyResultView(keyResult: KeyResultRecord, cycle: CycleView, today: string, trends: Trends = noTrends): KeyResultView {
  const span = spanOf(keyResult, cycle);
  const base = {
    id: keyResult.id,
    key: keyResultKey(keyResult.number),
    objectiveId: keyResult.objectiveId,
    title: keyResult.title,
    ownerAccountId: keyResult.ownerAccountId,
    ownerInactive: keyResult.ownerInactive,
    contributorIds: keyResult.contributorIds,
    weight: keyResult.weight,
    ...span,
    ...keyResultProgressView(keyResult, span, today),
    asOf: instant(keyResult.computedAt),
    trend: trends.get(keyResult.id) ?? [],
    asksReason: asksReason(keyResult, cycle, today),
    version: keyResult.version,
  };
  switch (keyResult.kind) {
    case 'work':
      return { ...base, kind: 'work', rule: keyResult.rule, work: keyResult.counts };
    case 'metric': {
      const { start, target, current, currentDay, unit, source } = keyResult;
      return { ...base, kind: 'metric', metric: { start, target, current, currentDay, unit, source }, track: trackOf(keyResult) };
    }
    case 'band': {
      const { low, high, current, currentDay, unit, source } = keyResult;
      return { ...base, kind: 'band', band: { low, high, current, currentDay, unit, source }, track: trackOf(keyResult) };
    }
    case 'milestones':
      return { ...base, kind: 'milestones', milestones: keyResult.milestones };
  }
}

/**
 * Progress is rolled up from the key results at hand, unless aligned objectives count too: then it is what was rolled up last. Expected
 * progress is that of the measured key results, with the same weights.
 */
export function objectiveView(
  objective: ObjectiveRecord,
  keyResults: readonly KeyResultRecord[],
  cycle: CycleView,
  today: string,
  trends: Trends = noTrends,
): ObjectiveView {
  const views = keyResults.map((keyResult) => keyResultView(keyResult, cycle, today, trends));
  const rolled =
    objective.rollUp === 'with-children'
      ? { progress: objective.progress, measured: objective.measured, total: objective.parts }
      : rollUp(views);
  const progress = effectiveProgress(rolled.progress, objective.override, today);
  const whole = { startDay: cycle.startDay, dueDay: cycle.endDay };
  const expected =
    rollUp(views.map((view) => ({ weight: view.weight, progress: view.progress === null ? null : view.expected }))).progress ??
    progressView(progress, whole, today).expected;
  const mayBeDone = views.every((view) => view.kind !== 'band' || view.progress === null || today >= view.dueDay);
  return {
    id: objective.id,
    key: objectiveKey(objective.number),
    home: objective.home,
    cycleId: objective.cycleId,
    title: objective.title,
    description: objective.description,
    ownerAccountId: objective.ownerAccountId,
    ownerInactive: objective.ownerInactive,
    contributorIds: objective.contributorIds,
    audience: objective.audience,
    weight: objective.weight,
    parentId: objective.parentId,
    rollUp: objective.rollUp,
    override: overrideHolds(objective.override, today) ? objective.override : null,
    computed: rolled.progress,
    progress,
    expected,
    health: healthOf({ progress, expected, today, startDay: cycle.startDay, mayBeDone }),
    measured: { measured: rolled.measured, total: rolled.total },
    trend: trends.get(objective.id) ?? [],
    keyResults: views,
    asksReason: objectiveAsksReason(cycle, today),
    version: objective.version,
  };
}
