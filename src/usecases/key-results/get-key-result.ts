/** One key result with its sources and a page of its issues. */
import type { Input } from '../../contract/api';
import type { KeyResultDetails } from '../../contract/okr';
import type { Actor, Deps } from '../deps';
import { loadCycleFor, loadKeyResult } from '../load';
import { requireSee } from '../permission';
import { viewScopePage } from '../scope/scope-page';
import { viewSources } from '../scope/view-sources';
import { keyResultView, objectiveKey } from '../views';

export async function getKeyResult(deps: Deps, actor: Actor, input: Input<'getKeyResult'>): Promise<KeyResultDetails> {
  const { keyResult, objective } = await loadKeyResult(deps, actor, input.keyResultId);
  await requireSee(deps, actor, objective.home, 'key result');
  const { cycle, on, roles } = await loadCycleFor(deps, actor, objective.cycleId);
  const { id, title, home, ownerAccountId, contributorIds } = objective;
  const page = await viewScopePage(deps, keyResult, objective, input.offset ?? 0);
  return {
    today: on.today,
    keyResult: keyResultView(keyResult, cycle, on),
    objective: { id, key: objectiveKey(objective.number), title, home, ownerAccountId, contributorIds },
    roles,
    sources: await viewSources(deps, await deps.store.sources.listByKeyResult(keyResult.id)),
    issues: page.issues,
    hiddenOnPage: page.hidden.length,
    totalIssues: page.total,
    nextOffset: page.nextOffset,
  };
}
