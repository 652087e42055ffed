/** Objectives that one can be aligned to: of the same cycle, where the person may see, not private, and not below it. */
import type { Input } from '../contract/api';
import type { ParentOption } from '../contract/okr';
import { wouldLoop } from '../domain/alignment';
import type { Actor, Deps } from './deps';
import { loadObjective } from './load';
import { requireSee, visibleHomes } from './permission';
import { objectiveKey } from './views';

const MOST = 100;

/** By number; at most a hundred, the one it is aligned to now among them. */
export async function listParents(deps: Deps, actor: Actor, input: Input<'listParents'>): Promise<readonly ParentOption[]> {
  const objective = await loadObjective(deps, actor, input.objectiveId);
  await requireSee(deps, actor, objective.home, 'objective');
  const parents = await deps.store.objectives.listParents(objective.cycleId);
  const words = (input.query ?? '').toLowerCase().split(/\s+/).filter(Boolean);
  const candidates = (await deps.store.objectives.listByCycle(actor.accountId, objective.cycleId)).filter(
    ({ id, number, title, audience }) => {
      const text = `${objectiveKey(number)} ${title}`.toLowerCase();
      return audience === null && words.every((word) => text.includes(word)) && !wouldLoop(parents, objective.id, id);
    },
  );
  const maySee = await visibleHomes(
    deps,
    actor,
    candidates.map(({ home }) => home),
  );
  const seen = candidates.filter(({ home }) => maySee(home));
  const present = seen.findIndex(({ id }) => id === objective.parentId);
  const first = present < MOST ? seen.slice(0, MOST) : [...seen.slice(0, MOST - 1), ...seen.slice(present, present + 1)];
  return first.map(({ id, number, title, home }) => ({ id, key: objectiveKey(number), title, home }));
}
