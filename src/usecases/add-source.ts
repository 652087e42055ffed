/**
 * Brings issues into a key result's scope. Facts and scope rows are written first and count for nothing; the source row is the commit;
 * the numbers follow. A run that is cut off before the commit leaves leftovers for the recovery pass, after it a dirty mark.
 */
import type { Input } from '../contract/api';
import type { KeyResultView } from '../contract/okr';
import type { IssueFactRecord } from '../store/issue-facts';
import type { SourceRecord } from '../store/sources';
import type { Actor, AppDeps, Deps } from './deps';
import { findAncestors, holdAgainstKnown, sameFact, type CheckedFacts } from './issue-facts';
import { loadOpenCycle, loadKeyResult, viewKeyResult } from './load';
import { idTaken, invalid, OkrError } from './okr-error';
import { requireScopeChange, requireSee } from './permission';
import { requireReason } from './plan-change';
import { MAX_SCOPE_ROWS } from './readable-groups';
import { recompute } from './recompute';
import { announceHistory, requestHistory } from './request-history';
import { nameSource, pickedIssueId, readSourceIssues, type NamedSource } from './resolve-source';
import { readSettings } from './settings';
import { asksReason } from './views';

const MAX_SOURCES = 20;

type SourceKind = { readonly type: 'issue' | 'children'; readonly issueId: string } | { readonly type: 'jql'; readonly jql: string };

const kindOf = (source: NamedSource): SourceKind => (source.type === 'jql' ? source : { type: source.type, issueId: source.issue.id });

const sameSource = (source: SourceRecord, of: SourceKind): boolean =>
  source.type === 'jql' || of.type === 'jql'
    ? source.type === 'jql' && of.type === 'jql' && source.jql === of.jql
    : source.type === of.type && source.issueId === of.issueId;

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

export async function addSource(deps: Deps, actor: Actor, input: Input<'addSource'>): Promise<KeyResultView> {
  const loaded = await loadKeyResult(deps, actor, input.keyResultId);
  const { keyResult, objective } = loaded;
  await requireSee(deps, actor, objective.home, 'key result');
  const { cycle, on } = await loadOpenCycle(deps, objective.cycleId);
  const settings = await readSettings(deps);
  const named = await nameSource(deps, input.source, settings);
  await requireScopeChange(deps, actor, loaded, pickedIssueId(named));
  if (keyResult.kind === 'milestones')
    throw invalid('keyResultId', 'This key result is measured by its milestones, not by issues. Say which of them are reached instead.');
  const of = kindOf(named);
  const withThisId = await deps.store.sources.find(input.id);
  if (withThisId !== null && !(withThisId.keyResultId === keyResult.id && sameSource(withThisId, of))) throw idTaken('source');
  const sources = await deps.store.sources.listByKeyResult(keyResult.id);
  if (sources.some(({ source }) => sameSource(source, of))) {
    await recompute(deps, [keyResult.id], 'none');
    return viewKeyResult(deps, keyResult.id);
  }
  if (sources.length >= MAX_SOURCES) {
    throw new OkrError('LIMIT', `A key result has at most ${MAX_SOURCES} sources. Replace single issues by a query that finds them.`);
  }

  requireReason(input.reason, named.type !== 'issue' && sources.length > 0 && asksReason(keyResult, cycle, on.today));
  const read = await readSourceIssues(deps, named, settings);
  if (sources.reduce((sum, { issues }) => sum + issues, read.length) > MAX_SCOPE_ROWS) {
    throw new OkrError(
      'LIMIT',
      `The sources of a key result bring in at most ${MAX_SCOPE_ROWS} issues together. Narrow this one down, or split the key result.`,
    );
  }
  const { current, known } = await holdAgainstKnown(deps, read);
  const changed = current.filter((fact) => fact !== known.get(fact.issueId));
  const { fresh } = await findAncestors(deps, current, settings);
  const touched = [...new Set([keyResult.id, ...(await keyResultsMovedBy(deps, changed, known))])];

  const source: SourceRecord = { id: input.id, keyResultId: keyResult.id, ...of };
  await deps.store.numbers.markDirty(touched, deps.now());
  await deps.store.issueFacts.replace([...changed, ...fresh]);
  await deps.store.scope.add(
    read.map(({ issueId }) => ({ sourceId: source.id, issueId, keyResultId: keyResult.id })),
    deps.now(),
  );
  const splitters = (await deps.store.scope.listSplitters([keyResult.id])).filter((id) => !touched.includes(id));
  await deps.store.numbers.markDirty(splitters, deps.now());
  await announceHistory(deps, [keyResult.id]);
  const added = await deps.store.sources.add(source, { accountId: actor.accountId, at: deps.now(), reason: input.reason });
  await requestHistory(deps, [keyResult.id]);
  if (!added && (await deps.store.sources.find(source.id))?.keyResultId !== keyResult.id) throw idTaken('source');
  const moved = [...touched, ...splitters];
  const projectIds = await recompute(deps, moved, 'own', actor.accountId);
  await deps.publish({ projectIds, keyResultIds: moved, issueIds: of.type === 'issue' ? [of.issueId] : [] });
  return viewKeyResult(deps, keyResult.id);
}
