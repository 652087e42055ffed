/** What stands in the way of a project's key results, as far as the viewer may see them: what a meeting speaks of first. Two SQL requests. */
import type { Input } from '../../contract/api';
import type { BlockerView } from '../../contract/rhythm';
import { dayOf } from '../../domain/calendar';
import type { Actor, Deps } from '../deps';
import { loadCycle } from '../load';
import { projectOf, requireSee } from '../permission';

export async function listBlockers(deps: Deps, actor: Actor, input: Input<'listBlockers'>): Promise<readonly BlockerView[]> {
  const home = { level: 'project', projectId: projectOf(actor, input.projectId) } as const;
  await requireSee(deps, actor, home, 'project');
  const { cycle } = await loadCycle(deps, input.cycleId);
  const blockers = await deps.store.weeks.listBlockers(actor.accountId, home, cycle.id);
  return blockers.map(({ keyResultId, since, words }) => ({ keyResultId, sinceDay: dayOf(since), words }));
}
