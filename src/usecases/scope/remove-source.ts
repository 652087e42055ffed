/** Takes a source away: its row goes first (the commit), its scope rows and the numbers follow. */
import type { Input } from '../../contract/api';
import type { KeyResultView } from '../../contract/okr';
import type { Actor, Deps } from '../deps';
import { loadOpenCycle, loadKeyResult, viewKeyResult } from '../load';
import { notFound } from '../okr-error';
import { requireScopeChange } from '../permission';
import { requireReason } from '../history/plan-change';
import { recompute } from '../progress/recompute';
import { announceHistory, requestHistory } from '../history/request-history';
import { asksReason } from '../views';

export async function removeSource(deps: Deps, actor: Actor, input: Input<'removeSource'>): Promise<KeyResultView> {
  const source = await deps.store.sources.find(input.sourceId);
  if (source === null) throw notFound('source');
  const loaded = await loadKeyResult(deps, actor, source.keyResultId, 'source');
  const { keyResult, objective } = loaded;
  await requireScopeChange(deps, actor, loaded, source.type === 'issue' ? source.issueId : null, 'source');
  const { cycle, on } = await loadOpenCycle(deps, objective.cycleId);
  requireReason(input.reason, source.type !== 'issue' && asksReason(keyResult, cycle, on.today));
  const touched = [...new Set([keyResult.id, ...(await deps.store.scope.listSplitters([keyResult.id]))])];
  await deps.store.numbers.markDirty(touched, deps.now());
  await announceHistory(deps, [keyResult.id]);
  await deps.store.sources.remove(source.id, { accountId: actor.accountId, at: deps.now(), reason: input.reason });
  await deps.store.scope.removeSource(source.id);
  await requestHistory(deps, [keyResult.id]);
  const projectIds = await recompute(deps, touched, 'own', actor.accountId);
  await deps.publish({
    projectIds,
    keyResultIds: touched,
    issueIds: source.type === 'issue' ? [source.issueId] : [],
  });
  return viewKeyResult(deps, keyResult.id);
}
