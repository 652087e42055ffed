/**
 * Writes a new objective into a cycle of the company, a group or a project. The commit is the objective's row; a cycle that comes into being
 * first harms nobody.
 */
import type { Input } from '../contract/api';
import type { ObjectiveView } from '../contract/okr';
import { homeKey, projectIdsOf } from '../domain/home';
import { withSelf } from './audience';
import type { Actor, Deps } from './deps';
import { loadGroup, loadOpenCycle, viewObjective } from './load';
import { idTaken } from './okr-error';
import { homeOf, requireMay } from './permission';

export async function createObjective(deps: Deps, actor: Actor, input: Input<'createObjective'>): Promise<ObjectiveView> {
  const home = homeOf(actor, input.home);
  if (home.level === 'group') await loadGroup(deps, home.groupId);
  await requireMay(deps, actor, 'add objectives', home.level, { home });
  const { cycle } = await loadOpenCycle(deps, input.cycleId);
  await deps.store.cycles.add(cycle);
  const created = await deps.store.objectives.insert({
    id: input.id,
    home,
    cycleId: cycle.id,
    title: input.title,
    description: input.description ?? '',
    ownerAccountId: input.ownerAccountId,
    audience: input.audience ? withSelf(actor, input.audience, input.ownerAccountId) : null,
    weight: input.weight ?? 1,
    createdAt: deps.now(),
    createdBy: actor.accountId,
  });
  if (!created) {
    const existing = await deps.store.objectives.find(input.id);
    if (existing?.createdBy !== actor.accountId || homeKey(existing.home) !== homeKey(home)) throw idTaken('objective');
  }
  await deps.publish({ projectIds: projectIdsOf([home]), keyResultIds: [], issueIds: [] });
  return viewObjective(deps, input.id);
}
