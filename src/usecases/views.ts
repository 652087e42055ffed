/** Turns records into what the browser shows: expected progress and health belong to a day, so they are computed here and never stored. */
import type {
  AttentionView,
  HealthOverrideView,
  HealthView,
  KeyResultView,
  ObjectiveView,
  ProgressView,
  TrendPoint,
  WorkTrackView,
} from '../contract/okr';
import type { GradeView } from '../contract/closing';
import type { ParentView } from '../contract/contributions';
import { dayOf } from '../domain/calendar';
import { checkInDueDay, isStale } from '../domain/check-in-due';
import { gradeVerdict } from '../domain/closing/grade';
import { carriedOverFrom } from '../domain/closing/lineage';
import { dayOfView } from '../domain/cycle';
import { bandExpected, expectedProgress } from '../domain/expected';
import { shownHealth } from '../domain/health';
import { healthByChance, meanChance } from '../domain/health-by-chance';
import type { Health } from '../domain/model';
import type { Home } from '../domain/home';
import { effectiveProgress, overrideHolds } from '../domain/override';
import { rollUp } from '../domain/roll-up';
import { isSettled } from '../domain/settled';
import { tracksDiverge } from '../domain/tracks';
import type { ParentRecord } from '../store/alignment-columns';
import type { CycleRecord } from '../store/cycles';
import type { KeyResultRecord } from '../store/key-result-row';
import type { ObjectiveRecord } from '../store/objective-row';
import type { SiteDay } from './site-day';

export const objectiveKey = (number: number): string => `O-${number}`;
export const keyResultKey = (number: number): string => `KR-${number}`;
export const instant = (epochMs: number | null): string | null => (epochMs === null ? null : new Date(epochMs).toISOString());

type Span = { readonly startDay: string; readonly dueDay: string };
type Judged = ProgressView & { readonly expected: number };
type Computed = Judged & { readonly chance: number | null };

/** What the views need to know of a cycle. */
type Cycle = Pick<CycleRecord, 'startDay' | 'endDay' | 'state' | 'closedDay'>;

/** Past days of objectives and key results, by id. */
export type Trends = ReadonlyMap<string, readonly TrendPoint[]>;
const noTrends: Trends = new Map();

/** The day a cycle's numbers are judged on: what is closed stands still. */
export const seenIn = (cycle: Cycle, on: SiteDay): SiteDay => ({ ...on, today: dayOfView(cycle, on.today) });

/** A number with where it should be on the day and how that looks; `mayBeDone` and `isDraft` as for `healthOf`, `chance` as for `healthByChance`. */
function judged(
  progress: number | null,
  expected: number,
  startDay: string,
  on: SiteDay,
  how: { readonly chance: number | null; readonly mayBeDone?: boolean; readonly isDraft?: boolean },
): Computed {
  const health = healthByChance({ progress, expected, today: on.today, startDay, ...how }, on.thresholds);
  return { progress, expected, health, chance: how.chance };
}

/** A number over a span of days, as a key result of kind work or metric has it, judged by the pace. */
export function progressView(progress: number | null, span: Span, on: SiteDay): Judged {
  const { expected, health } = judged(progress, expectedProgress(span, on.today, on.calendar), span.startDay, on, { chance: null });
  return { progress, expected, health };
}

export const spanOf = (
  keyResult: Pick<KeyResultRecord, 'startDay' | 'dueDay'>,
  cycle: { readonly startDay: string; readonly endDay: string },
): Span => ({
  startDay: keyResult.startDay ?? cycle.startDay,
  dueDay: keyResult.dueDay ?? cycle.endDay,
});

/** Progress as its kind is held against its chance or the pace. A band has to hold on every day of its span and is done when that is over. */
function computedView(keyResult: Pick<KeyResultRecord, 'kind' | 'progress' | 'chance'>, span: Span, cycle: Cycle, at: SiteDay): Computed {
  const { kind, progress, chance } = keyResult;
  const isDraft = cycle.state === 'draft';
  return kind === 'band'
    ? judged(progress, bandExpected(span.startDay, at.today), span.startDay, at, { chance, mayBeDone: at.today >= span.dueDay, isDraft })
    : judged(progress, expectedProgress(span, at.today, at.calendar), span.startDay, at, { chance, isDraft });
}

type Watched = Pick<
  KeyResultRecord,
  'kind' | 'progress' | 'chance' | 'startDay' | 'dueDay' | 'createdAt' | 'checkedInAt' | 'healthOverride'
>;

function attentionOf(keyResult: Watched, span: Span, cycle: Cycle, at: SiteDay, computed: Health): AttentionView {
  const lastDay = keyResult.checkedInAt === null ? null : dayOf(keyResult.checkedInAt);
  const about = {
    cycleState: cycle.state,
    startDay: span.startDay,
    endDay: cycle.endDay,
    createdDay: dayOf(keyResult.createdAt),
    lastDay,
    isDone: computed === 'done',
  };
  const dueDay = checkInDueDay(about, at.today, at.cadenceDays);
  return { lastDay, dueDay, isStale: isStale(dueDay, at.today) };
}

function healthView(
  computed: Health,
  stale: boolean,
  override: HealthOverrideView | null,
  today: string,
): Omit<HealthView, 'chance'> & { readonly health: Health } {
  const { health, because } = shownHealth(computed, stale, override, today);
  return { health, healthBecause: because, computedHealth: computed, healthOverride: because === 'override' ? override : null };
}

/** Progress of a key result, its pace and chance, how that looks, and when somebody last looked. */
export function keyResultProgressView(
  keyResult: Watched,
  cycle: Cycle,
  on: SiteDay,
): Judged & HealthView & { readonly attention: AttentionView } {
  const at = seenIn(cycle, on);
  const span = spanOf(keyResult, cycle);
  const computed = computedView(keyResult, span, cycle, at);
  const attention = attentionOf(keyResult, span, cycle, at, computed.health);
  return { ...computed, ...healthView(computed.health, attention.isStale, keyResult.healthOverride, at.today), attention };
}

function trackOf({ counts, workProgress, rule, progress }: KeyResultRecord): WorkTrackView | null {
  if (counts.inScope === 0) return null;
  return { progress: workProgress, rule, work: counts, diverges: tracksDiverge({ work: workProgress, outcome: progress }) };
}

/** Whether a change of the plan has to be given a reason. */
export const asksReason = (keyResult: Pick<KeyResultRecord, 'startDay' | 'dueDay' | 'createdAt'>, cycle: Cycle, today: string): boolean =>
  cycle.state !== 'draft' && isSettled({ startDay: spanOf(keyResult, cycle).startDay, createdDay: dayOf(keyResult.createdAt) }, today);

/** The same for an objective: its plan has begun when its cycle has. */
export const objectiveAsksReason = (cycle: Cycle, today: string): boolean => cycle.state !== 'draft' && today > cycle.startDay;

export function keyResultView(keyResult: KeyResultRecord, cycle: Cycle, on: SiteDay, trends: Trends = noTrends): KeyResultView {
  const span = spanOf(keyResult, cycle);
  const base = {
    id: keyResult.id,
    key: keyResultKey(keyResult.number),
    objectiveId: keyResult.objectiveId,
    rank: keyResult.rank,
    title: keyResult.title,
    ownerAccountId: keyResult.ownerAccountId,
    ownerInactive: keyResult.ownerInactive,
    contributorIds: keyResult.contributorIds,
    weight: keyResult.weight,
    dismissedRules: keyResult.dismissedRules,
    ...span,
    ...keyResultProgressView(keyResult, cycle, on),
    asOf: instant(keyResult.computedAt),
    trend: trends.get(keyResult.id) ?? [],
    asksReason: asksReason(keyResult, cycle, on.today),
    updatedAt: new Date(Math.max(keyResult.changedAt, keyResult.checkedInAt ?? 0)).toISOString(),
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

/** Its grade with what that means for what it promised; null before somebody has graded it. */
export const gradeView = ({ closing, ambition }: Pick<ObjectiveRecord, 'closing' | 'ambition'>): GradeView | null =>
  closing && { grade: closing.grade, verdict: gradeVerdict(closing.grade, ambition) };

export function parentView(parent: ParentRecord | null, maySee: (home: Home) => boolean): ParentView | null {
  if (parent === null) return null;
  const { parentId, parentKeyResultId, number, title, home, isArchived, keyResult, contribution } = parent;
  const { state, byAccountId, at, words } = contribution;
  return {
    objective: maySee(home)
      ? {
          id: parentId,
          key: objectiveKey(number),
          title,
          home,
          keyResult: keyResult && { id: keyResult.id, key: keyResultKey(keyResult.number), title: keyResult.title },
        }
      : null,
    broken: isArchived ? 'objective' : parentKeyResultId !== null && keyResult === null ? 'key-result' : null,
    contribution: { state, byAccountId, at: new Date(at).toISOString(), words },
  };
}

/**
 * `maySee` says which homes the viewer may look into: a parent elsewhere is without a name.
 * Progress is rolled up from the key results at hand, unless aligned objectives count too: then it is what was rolled up last. Expected
 * progress is that of the measured key results, with the same weights. Its health goes by their chances, unless its number is not theirs alone.
 */
export function objectiveView(
  objective: ObjectiveRecord,
  keyResults: readonly KeyResultRecord[],
  cycle: Cycle,
  on: SiteDay,
  maySee: (home: Home) => boolean,
  trends: Trends = noTrends,
): ObjectiveView {
  const at = seenIn(cycle, on);
  const views = keyResults.map((keyResult) => keyResultView(keyResult, cycle, on, trends));
  // In the order in which it is stored, whatever the order on the page: sums of floating point depend on it.
  const numberOf = new Map(keyResults.map(({ id, number }) => [id, number]));
  const parts = views.toSorted((a, b) => (numberOf.get(a.id) ?? 0) - (numberOf.get(b.id) ?? 0));
  const rolled =
    objective.rollUp === 'with-children'
      ? { progress: objective.progress, measured: objective.measured, total: objective.parts }
      : rollUp(parts);
  const progress = effectiveProgress(rolled.progress, objective.override, at.today);
  const whole = { startDay: cycle.startDay, dueDay: cycle.endDay };
  const expected =
    rollUp(parts.map((view) => ({ weight: view.weight, progress: view.progress === null ? null : view.expected }))).progress ??
    progressView(progress, whole, at).expected;
  const mayBeDone = views.every((view) => view.kind !== 'band' || view.progress === null || at.today >= view.dueDay);
  const isTheirs = objective.rollUp === 'key-results' && !overrideHolds(objective.override, at.today);
  const chance = isTheirs ? meanChance(parts, at.thresholds) : null;
  const { health } = judged(progress, expected, cycle.startDay, at, { chance, mayBeDone, isDraft: cycle.state === 'draft' });
  // Nobody has looked at any of the parts that ask for it.
  const asked = views.filter(({ attention }) => attention.dueDay !== null);
  const stale = asked.length > 0 && asked.every(({ attention }) => attention.isStale);
  return {
    id: objective.id,
    key: objectiveKey(objective.number),
    home: objective.home,
    cycleId: objective.cycleId,
    rank: objective.rank,
    carriedOverFrom: carriedOverFrom(objective.cycleId, objective.lineage),
    grade: gradeView(objective),
    title: objective.title,
    description: objective.description,
    ownerAccountId: objective.ownerAccountId,
    ownerInactive: objective.ownerInactive,
    contributorIds: objective.contributorIds,
    audience: objective.audience,
    weight: objective.weight,
    ambition: objective.ambition,
    dismissedRules: objective.dismissedRules,
    parent: parentView(objective.parent, maySee),
    rollUp: objective.rollUp,
    override: overrideHolds(objective.override, at.today) ? objective.override : null,
    computed: rolled.progress,
    progress,
    expected,
    chance,
    ...healthView(health, stale, objective.healthOverride, at.today),
    measured: { measured: rolled.measured, total: rolled.total },
    trend: trends.get(objective.id) ?? [],
    keyResults: views,
    updatedAt: views.reduce(
      (latest, view) => (view.updatedAt > latest ? view.updatedAt : latest),
      new Date(objective.changedAt).toISOString(),
    ),
    asksReason: objectiveAsksReason(cycle, on.today),
    version: objective.version,
  };
}
