/**
 * The work of a key result at the end of each of many days (UTC), from the pasts of its issues. An issue is judged as it was on the day: in
 * scope by what its sources say of it then, below the parents it had then. By how many key results it is shared is taken as it is today.
 */
import { addDays, dayOf } from '../calendar';
import { isCancelled } from '../cancelled';
import type { CountingRule, IssueFacts } from '../model';
import { measureWork, type WorkMeasure } from '../work';
import type { Directory } from './directory';
import type { IssuePast, IssueState } from './issue-state';
import { issueThen, type IssueThen } from './issue-then';

/** `issues`: those there are today, from their creation on, because the past cannot be told or is not asked for. */
export type PastSource =
  | { readonly type: 'issues'; readonly issueIds: ReadonlySet<string> }
  | { readonly type: 'children'; readonly issueId: string }
  | { readonly type: 'query'; readonly tell: (issue: IssueThen) => boolean };

export type SeriesInput = {
  /** The issues that may be in scope on some day, and every issue that may stand above one. */
  readonly pasts: readonly IssuePast[];
  readonly sources: readonly PastSource[];
  readonly rule: CountingRule;
  /** Both included. */
  readonly fromDay: string;
  readonly toDay: string;
  readonly directory: Directory;
  /** Fields that carry story points, in the order they are tried. */
  readonly pointsFieldIds: readonly string[];
  readonly excludedResolutions: readonly string[];
  /** By issue id; 1 where there is no entry. */
  readonly sharedBy: ReadonlyMap<string, number>;
};

/** How far up a chain of parents is followed: as far as the present numbers do. */
const LEVELS = 6;

type Followed = {
  readonly past: IssuePast;
  /** How many of its changes have been made. */
  made: number;
  state: IssueState;
  /** Null before its creation. */
  then: IssueThen | null;
  inScope: boolean;
  facts: Omit<IssueFacts, 'ancestorIds'> | null;
};

const endOf = (day: string): number => Date.parse(addDays(day, 1)) - 1;

const brings = (source: PastSource, issue: IssueThen): boolean => {
  switch (source.type) {
    case 'issues':
      return source.issueIds.has(issue.issueId);
    case 'children':
      return issue.parentId === source.issueId;
    case 'query':
      return source.tell(issue);
  }
};

function factsOf(issue: IssueThen, input: SeriesInput): Omit<IssueFacts, 'ancestorIds'> {
  const points = input.pointsFieldIds.map((fieldId) => issue.numbers[fieldId]).find((value) => value !== undefined);
  return {
    issueId: issue.issueId,
    statusCategory: issue.statusCategory,
    cancelled: isCancelled(issue.statusCategory, issue.resolutionName, input.excludedResolutions),
    gone: false,
    points: points ?? null,
    estimate: issue.estimate,
    numbers: issue.numbers,
    sharedBy: input.sharedBy.get(issue.issueId) ?? 1,
  };
}

/** Brings an issue to the end of a day. True when it is not as it was before. */
function advance(issue: Followed, until: number, input: SeriesInput): boolean {
  const { past } = issue;
  const madeBefore = issue.made;
  for (let next = past.changes[issue.made]; next !== undefined && next.at <= until; next = past.changes[issue.made]) {
    issue.state = { ...issue.state, ...next.to };
    issue.made += 1;
  }
  if (past.createdAt > until || (issue.made === madeBefore && issue.then !== null)) return false;
  const then = issueThen(past, issue.state, input.directory);
  issue.then = then;
  issue.inScope = input.sources.some((source) => brings(source, then));
  issue.facts = factsOf(then, input);
  return true;
}

function measure(issues: readonly Followed[], rule: CountingRule): WorkMeasure {
  const parents = new Map(issues.map(({ past, then }) => [past.issueId, then?.parentId ?? null]));
  const scope = issues.flatMap(({ inScope, facts }): IssueFacts[] => {
    if (!inScope || facts === null) return [];
    const ancestorIds: string[] = [];
    for (let id = parents.get(facts.issueId) ?? null; id !== null && ancestorIds.length < LEVELS; id = parents.get(id) ?? null) {
      ancestorIds.push(id);
    }
    return [{ ...facts, ancestorIds }];
  });
  return measureWork(scope, rule);
}

/** One entry a day, ascending; none when the span is empty. */
export function dailySeries(input: SeriesInput): readonly { readonly day: string; readonly work: WorkMeasure }[] {
  const issues = input.pasts.map((past): Followed => ({ past, made: 0, state: past.first, then: null, inScope: false, facts: null }));
  const series: { readonly day: string; readonly work: WorkMeasure }[] = [];
  let work: WorkMeasure | null = null;
  for (let day = input.fromDay; day <= input.toDay; day = dayOf(endOf(day) + 1)) {
    const until = endOf(day);
    let changed = false;
    for (const issue of issues) changed = advance(issue, until, input) || changed;
    if (work === null || changed) work = measure(issues, input.rule);
    series.push({ day, work });
  }
  return series;
}
