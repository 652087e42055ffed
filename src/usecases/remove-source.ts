/** Takes a source away: its row goes first (the commit), its scope rows and the numbers follow. */
import type { Input } from '../contract/api';
import type { KeyResultView } from '../contract/okr';
import type { Actor, Deps } from './deps';
import { loadKeyResult, ownersOf, viewKeyResult } from './load';
import { notFound } from './okr-error';
import { requireScopeChange } from './permission';
import { recompute } from './recompute';

export async function removeSource(deps: Deps, actor: Actor, input: Input<'removeSource'>): Promise<KeyResultView> {
  const source = await deps.store.sources.find(input.sourceId);
  if (source === null) throw notFound('source');
  const loaded = await loadKeyResult(deps, source.keyResultId);
  const { keyResult, objective } = loaded;
  await requireScopeChange(deps, actor, {
    projectId: objective.projectId,
    ownerAccountIds: ownersOf(loaded),
    issueId: source.type === 'issue' ? source.issueId : null,
  });
  await deps.store.numbers.markDirty([keyResult.id], deps.now());
  await deps.store.sources.remove(source.id);
  await deps.store.scope.removeSource(source.id);
  await recompute(deps, [keyResult.id], 'own');
  await deps.publish({
    projectIds: [objective.projectId],
    keyResultIds: [keyResult.id],
    issueIds: source.type === 'issue' ? [source.issueId] : [],
  });
  return viewKeyResult(deps, keyResult.id);
}
