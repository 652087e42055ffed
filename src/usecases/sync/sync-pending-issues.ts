/**
 * Reads changed issues again, up to a thousand in one go, and brings scope and numbers in line: facts, who joins and leaves which source,
 * then the key results they touch. One run takes everything that waits, so a burst of events needs few runs and few requests.
 */
import { JiraUnavailable } from '../../jira/jira-error';
import type { JiraIssue } from '../../jira/jira-issue';
import type { IssueFactRecord } from '../../store/issue-facts';
import type { PendingIssue } from '../../store/pending-issues';
import type { Membership } from '../../store/scope';
import type { SourceRecord } from '../../store/sources';
import type { AppDeps } from '../deps';
import { findSearchable, INDEX_LAG_MS } from '../scope/find-searchable';
import { factOf, findAncestors, sameFact } from './issue-facts';
import { recompute } from '../progress/recompute';
import { readSettings, type Settings } from '../settings/settings';

/** Taken in one go: what is written of so many issues stays well below Forge's limits, and reading them within a run's time. */
const BATCH = 1000;
/** Jira's bulk fetch gives no more in one call. */
const READ_AT_ONCE = 100;

type Reading = {
  readonly issueIds: readonly string[];
  /** As Jira gives them by id; the deleted are missing. */
  readonly issues: ReadonlyMap<string, JiraIssue>;
  readonly memberships: readonly Membership[];
  readonly known: ReadonlyMap<string, IssueFactRecord>;
};

/** For each followed source the issues that exist and that it brings; null where Jira could not say. */
type Brought = ReadonlyMap<string, ReadonlySet<string> | null>;

type ScopeChange = { readonly joins: readonly Membership[]; readonly leaves: readonly Membership[] };

/** What the queries among the sources bring, in one call for many. */
async function matchQueries(deps: AppDeps, followed: readonly SourceRecord[], issues: readonly JiraIssue[]): Promise<Brought> {
  const queries = followed.filter((source) => source.type === 'jql');
  const matches = await deps.jiraAsApp.match(
    issues.map(({ id }) => id),
    queries.map(({ jql }) => jql),
  );
  return new Map(
    queries.map(({ id }, index) => {
      const match = matches[index] ?? null;
      if (match === null) deps.warn(`Jira could not match source ${id}; its scope stays as it is.`);
      return [id, match];
    }),
  );
}

/** The archived among issues that Jira gives by id. One that has just changed, or that a query finds, is not; so most need not be asked about. */
async function findArchived(deps: AppDeps, issues: readonly JiraIssue[], matches: Brought): Promise<ReadonlySet<string>> {
  const found = new Set([...matches.values()].flatMap((match) => [...(match ?? [])]));
  const doubtful = issues.filter(({ id, updatedAt }) => updatedAt <= deps.now() - INDEX_LAG_MS && !found.has(id)).map(({ id }) => id);
  const searchable = await findSearchable(deps, doubtful);
  return new Set(doubtful.filter((id) => !searchable.has(id)));
}

/** A child is known by its parent, not by a search: the index may not know yet. */
function childrenOf(followed: readonly SourceRecord[], living: readonly JiraIssue[]): Brought {
  const parents = followed.flatMap((source) => (source.type === 'children' ? [source] : []));
  return new Map(
    parents.map(({ id, issueId }) => [id, new Set(living.filter(({ parentId }) => parentId === issueId).map((issue) => issue.id))]),
  );
}

function scopeChange(followed: readonly SourceRecord[], brought: Brought, reading: Reading): ScopeChange {
  const members = new Set(reading.memberships.map(({ sourceId, issueId }) => `${sourceId} ${issueId}`));
  const joins: Membership[] = [];
  const leaves: Membership[] = [];
  for (const source of followed) {
    const brings = brought.get(source.id);
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

/** What to write of the issues that matter: those known before and those that join. One that is deleted or archived is kept as gone. */
function factsToWrite(
  { issueIds, issues, known }: Reading,
  archived: ReadonlySet<string>,
  joins: readonly Membership[],
  settings: Settings,
  now: number,
): readonly IssueFactRecord[] {
  const joining = new Set(joins.map(({ issueId }) => issueId));
  return issueIds.flatMap((issueId) => {
    const issue = issues.get(issueId);
    const before = known.get(issueId);
    if (before === undefined && !joining.has(issueId)) return [];
    if (issue !== undefined) return [{ ...factOf(issue, settings, now), gone: archived.has(issueId) }];
    return before === undefined ? [] : [{ ...before, gone: true, checkedAt: now }];
  });
}

async function applyReading(deps: AppDeps, reading: Reading, settings: Settings): Promise<void> {
  const followed = (await deps.store.sources.listFollowed()).map(({ source }) => source);
  const issues = [...reading.issues.values()];
  const matches = await matchQueries(deps, followed, issues);
  const archived = await findArchived(deps, issues, matches);
  const living = issues.filter(({ id }) => !archived.has(id));
  const { joins, leaves } = scopeChange(followed, new Map([...matches, ...childrenOf(followed, living)]), reading);
  const facts = factsToWrite(reading, archived, joins, settings, deps.now());
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
  // Whoever was below an issue that is gone has another parent now, and Jira may not have told.
  const vanished = changed.filter(({ issueId, gone }) => gone && reading.known.get(issueId)?.gone !== true);
  await deps.store.pendingIssues.noteChildren(
    vanished.map(({ issueId }) => issueId),
    deps.newId(),
    deps.now(),
  );
  await deps.store.numbers.markDirty([...touched], deps.now());
  await deps.store.issueFacts.replace([...facts, ...fresh]);
  await deps.store.scope.add(joins, deps.now());
  await deps.store.scope.remove(leaves);
  if (touched.size === 0) return;
  const projectIds = await recompute(deps, [...touched], 'own');
  await deps.publish({ projectIds, keyResultIds: [...touched], issueIds: [...changedIds] });
}

/** The first of these issues as Jira gives them, a hundred a call. What has been read before Jira became unavailable is not lost. */
async function readIssues(
  deps: AppDeps,
  pending: readonly PendingIssue[],
  settings: Settings,
): Promise<{ readonly read: readonly PendingIssue[]; readonly issues: readonly JiraIssue[] }> {
  const issues: JiraIssue[] = [];
  for (let from = 0; from < pending.length; from += READ_AT_ONCE) {
    const ids = pending.slice(from, from + READ_AT_ONCE).map(({ issueId }) => issueId);
    try {
      issues.push(...(await deps.jiraAsApp.fetchIssues(ids, settings)));
    } catch (error) {
      if (from === 0 || !(error instanceof JiraUnavailable)) throw error;
      return { read: pending.slice(0, from), issues };
    }
  }
  return { read: pending, issues };
}

export type SyncOutcome = {
  /** Nothing is left. */
  readonly finished: boolean;
  /** How many were read again. */
  readonly issues: number;
};

/** Takes what waits until nothing waits or `until` (epoch ms) has passed. */
export async function syncPendingIssues(deps: AppDeps, until: number): Promise<SyncOutcome> {
  for (let issues = 0; ;) {
    const pending = await deps.store.pendingIssues.list(BATCH);
    if (pending.length === 0) return { finished: true, issues };
    if (deps.now() > until) return { finished: false, issues };
    const settings = await readSettings(deps);
    const { read, issues: found } = await readIssues(deps, pending, settings);
    const issueIds = read.map(({ issueId }) => issueId);
    const reading: Reading = {
      issueIds,
      issues: new Map(found.map((issue) => [issue.id, issue])),
      memberships: await deps.store.scope.listByIssues(issueIds),
      known: await deps.store.issueFacts.find(issueIds),
    };
    await applyReading(deps, reading, settings);
    await deps.store.pendingIssues.strike(read);
    issues += read.length;
  }
}
