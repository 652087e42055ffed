/**
 * The work of a key result at the end of each of many days (UTC), from the pasts of its issues. An issue is judged as it was on the day: in
 * scope by what its sources say of it then, below the parents it had then. By how many key results it is shared is taken as it is today.
 */
import { isCancelled } from '../cancelled';
import type { CountingRule, IssueFacts } from '../model';
import { measureWork, type WorkMeasure } from '../work';
import { pastDays, type PastSpan } from './days';
import type { Directory } from './directory';
import type { IssuePast } from './issue-state';
import type { IssueThen } from './issue-then';
import { isBrought, type PastSource } from './past-source';

export type PastWork = {
  /** The issues that may be in scope on some day, and every issue that may stand above one. */
  readonly pasts: readonly IssuePast[];
  readonly sources: readonly PastSource[];
  readonly rule: CountingRule;
  readonly span: PastSpan;
  readonly directory: Directory;
  /** Fields that carry story points, in the order they are tried. */
  readonly pointsFieldIds: readonly string[];
  readonly excludedResolutions: readonly string[];
  /** By issue id; 1 where there is no entry. */
  readonly sharedBy: ReadonlyMap<string, number>;
};

/** How far up a chain of parents is followed: as far as the present numbers do. */
const LEVELS = 6;

type OwnFacts = Omit<IssueFacts, 'ancestorIds'>;
type Seen = { readonly then: IssueThen; readonly facts: OwnFacts | null };

function factsOf(issue: IssueThen, work: PastWork): OwnFacts {
  const points = work.pointsFieldIds.map((fieldId) => issue.numbers[fieldId]).find((value) => value !== undefined);
  return {
    issueId: issue.issueId,
    statusCategory: issue.statusCategory,
    cancelled: isCancelled(issue.statusCategory, issue.resolutionName, work.excludedResolutions),
    gone: false,
    points: points ?? null,
    estimate: issue.estimate,
    numbers: issue.numbers,
    sharedBy: work.sharedBy.get(issue.issueId) ?? 1,
  };
}

function measure(seen: readonly Seen[], rule: CountingRule): WorkMeasure {
  const parents = new Map(seen.map(({ then }) => [then.issueId, then.parentId]));
  const scope = seen.flatMap(({ facts }): IssueFacts[] => {
    if (facts === null) return [];
    const ancestorIds: string[] = [];
    for (let id = parents.get(facts.issueId) ?? null; id !== null && ancestorIds.length < LEVELS; id = parents.get(id) ?? null) {
      ancestorIds.push(id);
    }
    return [{ ...facts, ancestorIds }];
  });
  return measureWork(scope, rule);
}

/** One entry a day, ascending; none when the span is empty. */
export function dailyWork(work: PastWork): readonly { readonly day: string; readonly work: WorkMeasure }[] {
  const days: { readonly day: string; readonly work: WorkMeasure }[] = [];
  /** What was made of an issue stands as long as the issue does. */
  const seen: (Seen | null)[] = [];
  let measured: WorkMeasure | null = null;
  for (const { day, isChanged, issues } of pastDays(work.pasts, work.directory, work.span)) {
    if (isChanged || measured === null) {
      for (const [index, then] of issues.entries()) {
        if (then === null || seen[index]?.then === then) continue;
        seen[index] = { then, facts: isBrought(work.sources, then) ? factsOf(then, work) : null };
      }
      measured = measure(
        seen.filter((one) => one !== null && one !== undefined),
        work.rule,
      );
    }
    days.push({ day, work: measured });
  }
  return days;
}
