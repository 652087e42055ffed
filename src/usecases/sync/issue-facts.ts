/** From what Jira says of an issue to the facts we keep, and the ancestors that leaf-only counting has to know. */
import type { IssueFacts } from '../../domain/model';
import { isCancelled } from '../../domain/cancelled';
import type { JiraIssue } from '../../jira/jira-issue';
import type { IssueFactRecord } from '../../store/issue-facts';
import type { AppDeps } from '../deps';
import type { Settings } from '../settings/settings';

/** Levels of Jira's hierarchy we follow upwards; its deepest plans have fewer. */
const LEVELS = 6;

export const factOf = (issue: JiraIssue, settings: Settings, checkedAt: number): IssueFactRecord => ({
  issueId: issue.id,
  projectId: issue.projectId,
  parentId: issue.parentId,
  statusCategory: issue.statusCategory,
  resolution: issue.resolution,
  cancelled: isCancelled(issue.statusCategory, issue.resolution, settings.excludedResolutions),
  gone: false,
  points: issue.points,
  estimate: issue.estimate,
  numbers: issue.numbers,
  assigneeAccountId: issue.assigneeAccountId,
  movedAt: issue.movedAt,
  updatedAt: issue.updatedAt,
  checkedAt,
});

type Numbers = IssueFactRecord['numbers'];

const sameNumbers = (a: Numbers, b: Numbers): boolean =>
  Object.keys(a).length === Object.keys(b).length && Object.entries(a).every(([field, value]) => b[field] === value);

/** True when everything that progress depends on is the same; whose the issue is, and since when it stands as it does, moves no number. */
export const sameFact = (a: IssueFactRecord, b: IssueFactRecord): boolean =>
  a.projectId === b.projectId &&
  a.parentId === b.parentId &&
  a.statusCategory === b.statusCategory &&
  a.resolution === b.resolution &&
  a.cancelled === b.cancelled &&
  a.gone === b.gone &&
  a.points === b.points &&
  a.estimate === b.estimate &&
  sameNumbers(a.numbers, b.numbers);

export type CheckedFacts = {
  /** One for each that was read: itself, or what is known where that is newer (a search may answer from an index that lags). */
  readonly current: readonly IssueFactRecord[];
  readonly known: ReadonlyMap<string, IssueFactRecord>;
};

/** Holds what was just read against what is known. One SQL request a thousand issues. */
export async function holdAgainstKnown(deps: AppDeps, read: readonly IssueFactRecord[]): Promise<CheckedFacts> {
  const known = await deps.store.issueFacts.find(read.map(({ issueId }) => issueId));
  const current = read.map((fact) => {
    const before = known.get(fact.issueId);
    return before === undefined || before.gone || fact.updatedAt >= before.updatedAt ? fact : before;
  });
  return { current, known };
}

/**
 * The ancestors of these facts that are neither among them nor known to the store, read from Jira level by level;
 * together with what the store knew, so that a chain can be followed. Costs nothing when no parent is new.
 */
export async function findAncestors(
  deps: AppDeps,
  facts: readonly IssueFactRecord[],
  settings: Settings,
): Promise<{ readonly fresh: readonly IssueFactRecord[]; readonly known: readonly IssueFactRecord[] }> {
  const fresh: IssueFactRecord[] = [];
  const known: IssueFactRecord[] = [];
  const seen = new Set(facts.map((fact) => fact.issueId));
  let level: readonly IssueFactRecord[] = facts;
  for (let depth = 0; depth < LEVELS; depth += 1) {
    const wanted = [...new Set(level.map((fact) => fact.parentId))].filter((id) => id !== null).filter((id) => !seen.has(id));
    if (wanted.length === 0) break;
    const stored = await deps.store.issueFacts.find(wanted);
    const missing = wanted.filter((id) => !stored.has(id));
    const read = missing.length === 0 ? [] : await deps.jiraAsApp.fetchIssues(missing, settings);
    const readFacts = read.map((issue) => factOf(issue, settings, deps.now()));
    fresh.push(...readFacts);
    known.push(...stored.values());
    level = [...stored.values(), ...readFacts];
    for (const id of wanted) seen.add(id);
  }
  return { fresh, known };
}

/**
 * Facts as the rules take them: each with its chain of ancestors, nearest first, as far as `all` knows it, and in how many key results it
 * will be in scope.
 */
export function asRuled(
  facts: readonly IssueFactRecord[],
  all: readonly IssueFactRecord[],
  sharedBy: (issueId: string) => number,
): readonly IssueFacts[] {
  const parents = new Map([...all, ...facts].map((fact) => [fact.issueId, fact.parentId]));
  return facts.map((fact) => {
    const ancestorIds: string[] = [];
    for (let id = fact.parentId; id !== null && ancestorIds.length < LEVELS; id = parents.get(id) ?? null) ancestorIds.push(id);
    return {
      issueId: fact.issueId,
      statusCategory: fact.statusCategory,
      cancelled: fact.cancelled,
      gone: fact.gone,
      points: fact.points,
      estimate: fact.estimate,
      numbers: fact.numbers,
      sharedBy: sharedBy(fact.issueId),
      ancestorIds,
    };
  });
}
