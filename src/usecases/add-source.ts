/**
 * Brings issues into a key result's scope. Facts and scope rows are written first and count for nothing; the source row is the commit;
 * the numbers follow. A run that is cut off before the commit leaves leftovers for the recovery pass, after it a dirty mark.
 */
import type { Input } from '../contract/api';
import type { KeyResultView } from '../contract/okr';
import type { IssueFactRecord } from '../store/issue-facts';
import type { SourceRecord } from '../store/sources';
import type { Actor, AppDeps, Deps } from './deps';
import { findAncestors } from './issue-facts';
import { loadKeyResult, ownersOf, viewKeyResult } from './load';
import { invalid, OkrError } from './okr-error';
import { requireScopeChange } from './permission';
import { recompute } from './recompute';
import { resolveSource, type ResolvedSource } from './resolve-source';
import { readSettings, type Settings } from './settings';

const MAX_SOURCES = 20;

const sameSource = (source: SourceRecord, of: ResolvedSource['of']): boolean =>
  source.type === 'jql' || of.type === 'jql'
    ? source.type === 'jql' && of.type === 'jql' && source.jql === of.jql
    : source.type === of.type && source.issueId === of.issueId;

/** Writes facts that are new or newer than what is known, and those of ancestors nobody knows yet. */
async function writeFacts(deps: AppDeps, facts: readonly IssueFactRecord[], settings: Settings): Promise<void> {
  const known = await deps.store.issueFacts.find(facts.map(({ issueId }) => issueId));
  const { fresh } = await findAncestors(deps, facts, settings);
  const newer = facts.filter((fact) => {
    const before = known.get(fact.issueId);
    return before === undefined || before.gone || fact.updatedAt >= before.updatedAt;
  });
  await deps.store.issueFacts.replace([...newer, ...fresh]);
}

export async function addSource(deps: Deps, actor: Actor, input: Input<'addSource'>): Promise<KeyResultView> {
  const loaded = await loadKeyResult(deps, input.keyResultId);
  const { keyResult, objective } = loaded;
  const settings = await readSettings(deps);
  const { of, facts } = await resolveSource(deps, input.source, settings);
  await requireScopeChange(deps, actor, {
    projectId: objective.projectId,
    ownerAccountIds: ownersOf(loaded),
    issueId: of.type === 'issue' ? of.issueId : null,
  });
  if (keyResult.kind !== 'work') throw invalid('keyResultId', 'This key result is measured by a metric, not by its issues.');
  const sources = await deps.store.sources.listByKeyResult(keyResult.id);
  if (sources.some(({ source }) => source.id === input.id || sameSource(source, of))) {
    await recompute(deps, [keyResult.id]);
    return viewKeyResult(deps, keyResult.id);
  }
  if (sources.length >= MAX_SOURCES) {
    throw new OkrError('LIMIT', `A key result has at most ${MAX_SOURCES} sources. Replace single issues by a query that finds them.`);
  }

  const source: SourceRecord = { id: input.id, keyResultId: keyResult.id, ...of };
  await deps.store.keyResults.markDirty([keyResult.id]);
  await writeFacts(deps, facts, settings);
  await deps.store.scope.add(
    facts.map(({ issueId }) => ({ sourceId: source.id, issueId, keyResultId: keyResult.id })),
    deps.now(),
  );
  await deps.store.sources.add(source, { accountId: actor.accountId, at: deps.now() });
  await recompute(deps, [keyResult.id]);
  await deps.publish({
    projectIds: [objective.projectId],
    keyResultIds: [keyResult.id],
    issueIds: of.type === 'issue' ? [of.issueId] : [],
  });
  return viewKeyResult(deps, keyResult.id);
}
