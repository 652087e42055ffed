/**
 * Real histories as scopes of key results, week by week: every project, release, component, label, parent and type of a project that ever had
 * enough issues, with its credit and weight at the end of each week. Chooses nothing by what became of it.
 */
import { dayOf } from '../../../src/domain/calendar';
import { defaultExcludedResolutions, isCancelled } from '../../../src/domain/cancelled';
import type { FlowDay } from '../../../src/domain/forecast/weekly-flow';
import type { IssueFacts } from '../../../src/domain/model';
import { measureWork } from '../../../src/domain/work';
import type { FiledHistories } from '../../oracle/filed/filed-issue';
import { issuesThen } from '../../oracle/filed/issues-then';
import type { CountedIssue } from '../../oracle/jira-truth';
import { firstRule } from '../../oracle/told';

export type WeeklyScope = {
  readonly name: string;
  readonly kind: 'project' | 'release' | 'component' | 'label' | 'parent' | 'type';
  /** One entry a week, as of its Sunday, from the week of the first issue of the file on. */
  readonly weeks: readonly FlowDay[];
};

const weekMs = 7 * 86_400_000;
/** How many issues a scope has to have had in some week. */
const ENOUGH = 5;
/** A chain of parents is followed so far up. */
const LEVELS = 6;

function ancestorsOf(issue: CountedIssue, issues: ReadonlyMap<string, CountedIssue>): readonly string[] {
  const ids: string[] = [];
  for (let id = issue.parentId; id !== null && ids.length < LEVELS; id = issues.get(id)?.parentId ?? null) ids.push(id);
  return ids;
}

type Member = readonly [kind: WeeklyScope['kind'], name: string];

const scopesOf = (issue: CountedIssue, ancestorIds: readonly string[]): readonly Member[] => [
  ['project', issue.projectKey],
  ['type', `${issue.projectKey} ${issue.type}`],
  ...issue.versions.map((name): Member => ['release', `${issue.projectKey} ${name}`]),
  ...issue.components.map((name): Member => ['component', `${issue.projectKey} ${name}`]),
  ...issue.labels.map((name): Member => ['label', name]),
  ...ancestorIds.map((id): Member => ['parent', id]),
];

/** Mondays from the first issue to the last change. */
function weekEnds({ issues }: FiledHistories): readonly number[] {
  const first = Math.min(...issues.map(({ createdAt }) => createdAt));
  const last = Math.max(...issues.flatMap(({ createdAt, changes }) => [createdAt, ...changes.map(({ at }) => at)]));
  const monday = 4 * 86_400_000;
  const ends: number[] = [];
  for (let at = first - ((first - monday) % weekMs) + weekMs; at <= last + weekMs; at += weekMs) ends.push(at);
  return ends;
}

export function weeklyScopes(histories: FiledHistories): readonly WeeklyScope[] {
  const then = issuesThen(histories);
  const scopes = new Map<string, { readonly member: Member; readonly weeks: FlowDay[]; most: number }>();
  const days: string[] = [];
  for (const at of weekEnds(histories)) {
    const day = dayOf(at - 1);
    const issues = then(at - 1, 'backwards');
    const facts = new Map<string, { readonly member: Member; readonly facts: IssueFacts[] }>();
    for (const issue of issues.values()) {
      const ancestorIds = ancestorsOf(issue, issues);
      const fact: IssueFacts = {
        issueId: issue.id,
        statusCategory: issue.category,
        cancelled: isCancelled(issue.category, issue.resolution, defaultExcludedResolutions),
        gone: false,
        points: issue.points,
        estimate: issue.estimate,
        numbers: issue.numbers,
        sharedBy: 1,
        ancestorIds,
      };
      for (const member of scopesOf(issue, ancestorIds)) {
        const id = member.join(' ');
        const scope = facts.get(id) ?? { member, facts: [] };
        facts.set(id, scope);
        scope.facts.push(fact);
      }
    }
    for (const [id, { member }] of facts) {
      if (scopes.has(id)) continue;
      scopes.set(id, { member, weeks: days.map((before) => ({ day: before, creditSum: 0, weightSum: 0 })), most: 0 });
    }
    days.push(day);
    for (const [id, scope] of scopes) {
      const { creditSum, weightSum } = measureWork(facts.get(id)?.facts ?? [], firstRule);
      scope.weeks.push({ day, creditSum, weightSum });
      scope.most = Math.max(scope.most, weightSum);
    }
  }
  return [...scopes.values()].filter(({ most }) => most >= ENOUGH).map(({ member: [kind, name], weeks }) => ({ kind, name, weeks }));
}
