/**
 * Writes sources that have been looked up and allowed. Facts and scope rows come first and count for nothing; the source rows, one statement, are the
 * commit; the numbers follow. A run that is cut off before the commit leaves leftovers for the recovery pass, after it a dirty mark.
 */
import type { IssueFactRecord } from '../../store/issue-facts';
import type { SourceRecord } from '../../store/sources';
import type { Actor, AppDeps } from '../deps';
import { findAncestors, holdAgainstKnown, sameFact, type CheckedFacts } from '../sync/issue-facts';
import { idTaken } from '../okr-error';
import { recompute } from '../progress/recompute';
import { announceHistory, requestHistory } from '../history/request-history';
import type { Settings } from '../settings/settings';

/** A source with the facts of the issues it brings. */
export type ReadSource = { readonly source: SourceRecord; readonly read: readonly IssueFactRecord[] };

/**
 * The key results that have counted these issues so far and count them differently from now on: what is read here may be ahead of an
 * event that is still on its way, and that event will then find nothing new.
 */
async function keyResultsMovedBy(
  deps: AppDeps,
  changed: readonly IssueFactRecord[],
  known: CheckedFacts['known'],
): Promise<readonly string[]> {
  const moved = changed.filter((fact) => {
    const before = known.get(fact.issueId);
    return before !== undefined && !sameFact(before, fact);
  });
  const reparented = moved.filter((fact) => known.get(fact.issueId)?.parentId !== fact.parentId);
  const counting = await deps.store.scope.listByIssues(moved.map(({ issueId }) => issueId));
  const below = await deps.store.issueFacts.listKeyResultsBelow(reparented.map(({ issueId }) => issueId));
  return [...counting.map(({ keyResultId }) => keyResultId), ...below];
}

async function requireOwn(deps: AppDeps, keyResultId: string, sources: readonly SourceRecord[]): Promise<void> {
  for (const { id } of sources) {
    if ((await deps.store.sources.find(id))?.keyResultId !== keyResultId) throw idTaken('source');
  }
}

/** All of one key result, at least one. The number of SQL requests does not depend on how many. Throws `CONFLICT` where an id is taken. */
export async function commitSources(
  deps: AppDeps,
  actor: Actor,
  keyResultId: string,
  brought: readonly ReadSource[],
  settings: Settings,
  reason?: string,
): Promise<void> {
  const sources = brought.map(({ source }) => source);
  const facts = [...new Map(brought.flatMap(({ read }) => read).map((fact) => [fact.issueId, fact])).values()];
  const { current, known } = await holdAgainstKnown(deps, facts);
  const changed = current.filter((fact) => fact !== known.get(fact.issueId));
  const { fresh } = await findAncestors(deps, current, settings);
  const touched = [...new Set([keyResultId, ...(await keyResultsMovedBy(deps, changed, known))])];

  await deps.store.numbers.markDirty(touched, deps.now());
  await deps.store.issueFacts.replace([...changed, ...fresh]);
  await deps.store.scope.add(
    brought.flatMap(({ source, read }) => read.map(({ issueId }) => ({ sourceId: source.id, issueId, keyResultId }))),
    deps.now(),
  );
  const splitters = (await deps.store.scope.listSplitters([keyResultId])).filter((id) => !touched.includes(id));
  await deps.store.numbers.markDirty(splitters, deps.now());
  await announceHistory(deps, [keyResultId]);
  const added = await deps.store.sources.add(sources, { accountId: actor.accountId, at: deps.now(), reason });
  await requestHistory(deps, [keyResultId]);
  if (!added) await requireOwn(deps, keyResultId, sources);
  const moved = [...touched, ...splitters];
  const projectIds = await recompute(deps, moved, 'own', actor.accountId);
  await deps.publish({
    projectIds,
    keyResultIds: moved,
    issueIds: sources.flatMap((source) => (source.type === 'issue' ? [source.issueId] : [])),
  });
}
