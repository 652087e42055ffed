/**
 * Reads changed issues again, up to a hundred in one go, and brings scope and numbers in line: facts, who joins and leaves which source,
 * then the key results they touch. One run takes everything that waits, so a burst of events needs few runs and few requests.
 */
import type { JiraIssue } from '../jira/jira-issue';
import type { IssueFactRecord } from '../store/issue-facts';
import type { Membership } from '../store/scope';
import type { SourceRecord } from '../store/sources';
import type { AppDeps } from './deps';
import { factOf, findAncestors, sameFact } from './issue-facts';
import { recompute } from './recompute';
import { childrenOf } from './resolve-source';
import { readSettings, type Settings } from './settings';

const BATCH = 100;

type Reading = {
  readonly issueIds: readonly string[];
  readonly issues: ReadonlyMap<string, JiraIssue>;
  readonly memberships: readonly Membership[];
  readonly known: ReadonlyMap<string, IssueFactRecord>;
};

type ScopeChange = { readonly joins: readonly Membership[]; readonly leaves: readonly Membership[] };

/** Jira's index may lag: an issue that changed this recently may be a child without the index knowing. */
const INDEX_LAG_MS = 15 * 60_000;

/**
 * For each followed source, which of the issues that exist it brings; null where Jira could not say. A child is known by its parent. One that
 * the index has had time to learn of and does not find is archived: Jira still gives it by its id.
 */
async function askSources(
  deps: AppDeps,
  followed: readonly SourceRecord[],
  issues: readonly JiraIssue[],
): Promise<ReadonlyMap<string, ReadonlySet<string> | null>> {
  const isFresh = ({ updatedAt }: JiraIssue): boolean => updatedAt > deps.now() - INDEX_LAG_MS;
  const childrenIn = (issueId: string): readonly JiraIssue[] => issues.filter((issue) => issue.parentId === issueId);
  const asked = followed.filter((source) => source.type === 'jql' || (source.type === 'children' && childrenIn(source.issueId).length > 0));
  const matches = await deps.jiraAsApp.match(
    issues.map(({ id }) => id),
    asked.map((source) => (source.type === 'jql' ? source.jql : childrenOf(source.issueId))),
  );
  const matchOf = new Map(asked.map((source, index) => [source.id, matches[index] ?? null]));
  const answers = new Map<string, ReadonlySet<string> | null>();
  for (const source of followed) {
    const match = matchOf.get(source.id);
    if (source.type === 'jql') {
      if (!match) deps.warn(`Jira could not match source ${source.id}; its scope stays as it is.`);
      answers.set(source.id, match ?? null);
      continue;
    }
    const children = childrenIn(source.issueId).filter((issue) => !match || match.has(issue.id) || isFresh(issue));
    answers.set(source.id, new Set(children.map(({ id }) => id)));
  }
  return answers;
}

function scopeChange(
  followed: readonly SourceRecord[],
  answers: ReadonlyMap<string, ReadonlySet<string> | null>,
  reading: Reading,
): ScopeChange {
  const members = new Set(reading.memberships.map(({ sourceId, issueId }) => `${sourceId} ${issueId}`));
  const joins: Membership[] = [];
  const leaves: Membership[] = [];
  for (const source of followed) {
    const brings = answers.get(source.id);
    if (brings === null || brings === undefined) continue;
    for (const issueId of reading.issueIds) {
      const row = { sourceId: source.id, issueId, keyResultId: source.keyResultId };
      const isMember = members.has(`${source.id} ${issueId}`);
      if (brings.has(issueId) && !isMember) joins.push(row);
      if (!brings.has(issueId) && isMember) leaves.push(row);
    }
  }
  return { joins, leaves };
}

/** What to write of the issues that matter: those known before and those that join. One that Jira no longer has is kept as gone. */
function factsToWrite(reading: Reading, joins: readonly Membership[], settings: Settings, now: number): readonly IssueFactRecord[] {
  const joining = new Set(joins.map(({ issueId }) => issueId));
  return reading.issueIds.flatMap((issueId) => {
    const issue = reading.issues.get(issueId);
    const before = reading.known.get(issueId);
    if (issue !== undefined) return before === undefined && !joining.has(issueId) ? [] : [factOf(issue, settings, now)];
    return before === undefined ? [] : [{ ...before, gone: true, checkedAt: now }];
  });
}

async function applyReading(deps: AppDeps, reading: Reading, settings: Settings): Promise<void> {
  const followed = (await deps.store.sources.listFollowed()).map(({ source }) => source);
  const answers = await askSources(deps, followed, [...reading.issues.values()]);
  const { joins, leaves } = scopeChange(followed, answers, reading);
  const facts = factsToWrite(reading, joins, settings, deps.now());
  const changed = facts.filter((fact) => {
    const before = reading.known.get(fact.issueId);
    return before === undefined || !sameFact(before, fact);
  });
  const reparented = changed.filter(
    (fact) => reading.known.has(fact.issueId) && reading.known.get(fact.issueId)?.parentId !== fact.parentId,
  );
  const { fresh } = await findAncestors(
    deps,
    changed.filter(({ gone }) => !gone),
    settings,
  );

  const changedIds = new Set(changed.map(({ issueId }) => issueId));
  const below = await deps.store.issueFacts.listKeyResultsBelow(reparented.map(({ issueId }) => issueId));
  // Whoever comes or goes changes what a shared issue weighs for the others that have it.
  const moving = new Set([...changedIds, ...joins.map(({ issueId }) => issueId), ...leaves.map(({ issueId }) => issueId)]);
  const touched = new Set([
    ...reading.memberships.filter(({ issueId }) => moving.has(issueId)).map(({ keyResultId }) => keyResultId),
    ...joins.map(({ keyResultId }) => keyResultId),
    ...leaves.map(({ keyResultId }) => keyResultId),
    ...below,
  ]);
  await deps.store.numbers.markDirty([...touched], deps.now());
  await deps.store.issueFacts.replace([...facts, ...fresh]);
  await deps.store.scope.add(joins, deps.now());
  for (const sourceId of new Set(leaves.map((row) => row.sourceId))) {
    await deps.store.scope.remove(
      sourceId,
      leaves.filter((row) => row.sourceId === sourceId).map(({ issueId }) => issueId),
    );
  }
  if (touched.size === 0) return;
  const projectIds = await recompute(deps, [...touched], 'own');
  await deps.publish({ projectIds, keyResultIds: [...touched], issueIds: [...changedIds] });
}

/** Takes what waits, a hundred at a time, until nothing waits or `until` (epoch ms) has passed. True when nothing is left. */
export async function syncPendingIssues(deps: AppDeps, until: number): Promise<boolean> {
  for (;;) {
    const pending = await deps.store.pendingIssues.list(BATCH);
    if (pending.length === 0) return true;
    if (deps.now() > until) return false;
    const settings = await readSettings(deps);
    const issueIds = pending.map(({ issueId }) => issueId);
    const issues = await deps.jiraAsApp.fetchIssues(issueIds, settings);
    const reading: Reading = {
      issueIds,
      issues: new Map(issues.map((issue) => [issue.id, issue])),
      memberships: await deps.store.scope.listByIssues(issueIds),
      known: await deps.store.issueFacts.find(issueIds),
    };
    await applyReading(deps, reading, settings);
    await deps.store.pendingIssues.strike(pending);
  }
}
