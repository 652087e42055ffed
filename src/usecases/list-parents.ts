/** Objectives that one can be aligned to: of its cycle or one that spans it, where the person may see, not private, and not below it. */
import type { Input } from '../contract/api';
import type { ParentOption } from '../contract/okr';
import { wouldLoop } from '../domain/alignment';
import { encloses } from '../domain/cycle';
import type { Actor, Deps } from './deps';
import { loadCycles, loadObjective } from './load';
import { unknownCycle } from './okr-error';
import { requireSee, visibleHomes } from './permission';
import { objectiveKey } from './views';

const MOST = 100;

/** By number; at most a hundred, the one it is aligned to now among them. */
export async function listParents(deps: Deps, actor: Actor, input: Input<'listParents'>): Promise<readonly ParentOption[]> {
  const objective = await loadObjective(deps, actor, input.objectiveId);
  await requireSee(deps, actor, objective.home, 'objective');
  const { cycles } = await loadCycles(deps);
  const own = cycles.find(({ id }) => id === objective.cycleId);
  if (own === undefined) throw unknownCycle();
  const above = cycles.filter((cycle) => encloses(cycle, own)).map(({ id }) => id);
  const parents = await deps.store.objectives.listParents();
  const words = (input.query ?? '').toLowerCase().split(/\s+/).filter(Boolean);
  const candidates = (await deps.store.objectives.listByCycles(actor.accountId, above)).filter(({ id, number, title, audience }) => {
    const text = `${objectiveKey(number)} ${title}`.toLowerCase();
    return audience === null && words.every((word) => text.includes(word)) && !wouldLoop(parents, objective.id, id);
  });
  const maySee = await visibleHomes(
    deps,
    actor,
    candidates.map(({ home }) => home),
  );
  const seen = candidates.filter(({ home }) => maySee(home));
  const present = seen.findIndex(({ id }) => id === objective.parent?.parentId);
  const first = present < MOST ? seen.slice(0, MOST) : [...seen.slice(0, MOST - 1), ...seen.slice(present, present + 1)];
  return first.map(({ id, number, title, home }) => ({ id, key: objectiveKey(number), title, home }));
}
