/**
 * Every number of the app as it must be, computed from Jira's own state, from what the app was told, and from the day. Brute force on
 * purpose: each question is answered by looking at everything. Shares no code with the app.
 */
import { dividedBy, exact, sum, type Exact } from './exact';
import type { CountedIssue } from './jira-truth';
import { bandTruth, metricTruth, milestonesTruth, rollUpTruth, type RollUpTruth } from './outcome-truth';
import { matches } from './query';
import type { Told, ToldKeyResult, ToldObjective, ToldSource, ToldValue } from './told';
import { judgeScope, type ScopeIssue, type WorkTruth } from './work-truth';

/** Resolutions of the random site and of the real histories that mean "dropped". */
const excluded = ["Won't Do", "Won't Fix", 'Duplicate', 'Cannot Reproduce', 'Incomplete', 'Obsolete'];

export type KeyResultTruth = { readonly progress: Exact | null; readonly value: Exact | null; readonly work: WorkTruth };
/** `progress` is the effective one, `computed` what the parts say. */
export type ObjectiveTruth = { readonly progress: Exact | null; readonly computed: Exact | null; readonly rollUp: RollUpTruth };

export type Truth = {
  readonly keyResults: ReadonlyMap<string, KeyResultTruth>;
  readonly objectives: ReadonlyMap<string, ObjectiveTruth>;
};

type Jira = ReadonlyMap<string, CountedIssue>;

const isGone = (jira: Jira, id: string): boolean => jira.get(id)?.archived !== false;

/** Living issues a source brings; a picked one that is gone brings nothing that counts. */
function brings(jira: Jira, source: ToldSource): readonly string[] {
  const living = [...jira.values()].filter(({ archived }) => !archived);
  if (source.type === 'issue') return isGone(jira, source.issueId) ? [] : [source.issueId];
  if (source.type === 'children') return living.filter(({ parentId }) => parentId === source.issueId).map(({ id }) => id);
  return living.filter((issue) => matches(source.query, issue)).map(({ id }) => id);
}

const scopeOf = (jira: Jira, keyResult: ToldKeyResult): ReadonlySet<string> =>
  new Set(Object.values(keyResult.sources).flatMap((source) => brings(jira, source)));

function ancestorsOf(jira: Jira, id: string): readonly string[] {
  const above: string[] = [];
  for (let parent = jira.get(id)?.parentId ?? null; parent !== null; parent = jira.get(parent)?.parentId ?? null) {
    if (above.includes(parent)) throw new Error('The random site has issues in a circle.');
    above.push(parent);
  }
  return above;
}

function valueOf(jira: Jira, keyResult: ToldKeyResult, value: ToldValue): Exact | null {
  if (value.by === 'hand') {
    const latest = keyResult.checkIns.reduce<ToldKeyResult['checkIns'][number] | null>(
      (best, checkIn) => (best === null || checkIn.day >= best.day ? checkIn : best),
      null,
    );
    return latest === null ? null : exact(latest.value);
  }
  const found = [...jira.values()].filter((issue) => matches(value.query, issue));
  if (value.measure === 'count') return exact(found.length);
  const numbers = found.flatMap((issue) => {
    const number = issue.numbers[value.fieldId];
    return number === undefined ? [] : [exact(number)];
  });
  if (value.measure === 'sum') return sum(numbers);
  return numbers.length === 0 ? null : dividedBy(sum(numbers), exact(numbers.length));
}

/** The quarters the random lives plan in. */
const cycleDays: Readonly<Record<string, readonly [string, string]>> = {
  '2026-q4': ['2026-10-01', '2026-12-31'],
  '2027-q1': ['2027-01-01', '2027-03-31'],
};

/** Whether the app asks Jira for the value every hour: only while the cycle runs. */
function isAskedHourly(told: Told, keyResult: ToldKeyResult, today: string): boolean {
  const [first, last] = cycleDays[told.objectives.get(keyResult.objectiveId)?.cycleId ?? ''] ?? ['', ''];
  return first <= today && today <= last;
}

/** `lastRead`: the values shown for key results whose cycle does not run; what Jira said when it was last asked counts there. */
export function truthOf(jira: Jira, told: Told, today: string, lastRead: (keyResultId: string) => number | null): Truth {
  const objectiveOf = (keyResult: ToldKeyResult): ToldObjective => {
    const objective = told.objectives.get(keyResult.objectiveId);
    if (objective === undefined) throw new Error(`No objective ${keyResult.objectiveId} was told.`);
    return objective;
  };
  const valueNow = (keyResult: ToldKeyResult, value: ToldValue): Exact | null => {
    if (value.by === 'hand' || isAskedHourly(told, keyResult, today)) return valueOf(jira, keyResult, value);
    const read = lastRead(keyResult.id);
    return read === null ? null : exact(read);
  };
  const live = [...told.keyResults.values()].filter((one) => !one.archived && !objectiveOf(one).archived);
  const scopes = new Map(live.map((one) => [one.id, scopeOf(jira, one)] as const));

  const sharedBy = (issueId: string, cycleId: string): number =>
    live.filter((one) => objectiveOf(one).cycleId === cycleId && scopes.get(one.id)?.has(issueId)).length;

  const work = (keyResult: ToldKeyResult): WorkTruth => {
    const issues = [...(scopes.get(keyResult.id) ?? [])].map((id): ScopeIssue => {
      const issue = jira.get(id);
      if (issue === undefined) throw new Error(`${id} is in scope and not in Jira.`);
      return {
        id,
        category: issue.category,
        cancelled: issue.category === 'done' && issue.resolution !== null && excluded.includes(issue.resolution),
        gone: false,
        points: issue.points,
        estimate: issue.estimate,
        numbers: issue.numbers,
        sharedBy: sharedBy(id, objectiveOf(keyResult).cycleId),
        above: ancestorsOf(jira, id),
      };
    });
    return judgeScope(issues, keyResult.rule);
  };

  const keyResults = new Map(
    live.map((keyResult): readonly [string, KeyResultTruth] => {
      const { goal } = keyResult;
      const measured = work(keyResult);
      const value = goal.kind === 'metric' || goal.kind === 'band' ? valueNow(keyResult, goal.value) : null;
      const progress = (): Exact | null => {
        if (goal.kind === 'work') return measured.progress;
        if (goal.kind === 'metric') return metricTruth(goal.start, goal.target, value);
        if (goal.kind === 'band') return bandTruth(goal.low, goal.high, value);
        return milestonesTruth(goal.milestones);
      };
      return [keyResult.id, { progress: progress(), value, work: measured }];
    }),
  );

  const objectives = new Map<string, ObjectiveTruth>();
  const roll = (objective: ToldObjective): ObjectiveTruth => {
    const own = live.filter(({ objectiveId }) => objectiveId === objective.id);
    const below = [...told.objectives.values()].filter(
      ({ archived, aligned, cycleId }) =>
        objective.rollUp === 'with-children' &&
        !archived &&
        aligned?.parentId === objective.id &&
        aligned.contribution === 'accepted' &&
        cycleId === objective.cycleId,
    );
    const rollUp = rollUpTruth([
      ...own.map(({ id, weight }) => ({ weight, progress: keyResults.get(id)?.progress ?? null })),
      ...below.map((one) => ({ weight: one.weight, progress: roll(one).progress })),
    ]);
    const { override } = objective;
    const holds = override !== null && today <= override.untilDay;
    const truth = { progress: holds ? exact(override.progress) : rollUp.progress, computed: rollUp.progress, rollUp };
    objectives.set(objective.id, truth);
    return truth;
  };
  for (const objective of told.objectives.values()) if (!objective.archived) roll(objective);
  return { keyResults, objectives };
}
