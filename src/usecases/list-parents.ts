/** Objectives that one can be aligned to: of its cycle or one that spans it, in projects the person may browse, and not below it. */
import type { Input } from '../contract/api';
import type { ParentOption } from '../contract/okr';
import { wouldLoop } from '../domain/alignment';
import { encloses } from '../domain/cycle';
import type { Actor, Deps } from './deps';
import { loadCycles, loadObjective } from './load';
import { unknownCycle } from './okr-error';
import { requireBrowse } from './permission';
import { objectiveKey } from './views';

const MOST = 100;
/** Jira answers a permission check for this many projects at once. */
const MOST_PROJECTS = 1000;

/** By number; at most a hundred, the one it is aligned to now among them. */
export async function listParents(deps: Deps, actor: Actor, input: Input<'listParents'>): Promise<readonly ParentOption[]> {
  const objective = await loadObjective(deps, input.objectiveId);
  await requireBrowse(deps, actor, objective.projectId, 'objective');
  const { cycles } = await loadCycles(deps);
  const own = cycles.find(({ id }) => id === objective.cycleId);
  if (own === undefined) throw unknownCycle();
  const above = cycles.filter((cycle) => encloses(cycle, own)).map(({ id }) => id);
  const parents = await deps.store.objectives.listParents();
  const words = (input.query ?? '').toLowerCase().split(/\s+/).filter(Boolean);
  const candidates = (await deps.store.objectives.listByCycles(above)).filter(({ id, number, title }) => {
    const text = `${objectiveKey(number)} ${title}`.toLowerCase();
    return words.every((word) => text.includes(word)) && !wouldLoop(parents, objective.id, id);
  });
  const projectIds = [...new Set(candidates.map(({ projectId }) => projectId))].slice(0, MOST_PROJECTS);
  if (projectIds.length === 0) return [];
  const grants = await deps.jiraAsUser.permissions({ permissions: ['BROWSE_PROJECTS'], projectIds });
  const seen = candidates.filter(({ projectId }) => grants.inProject('BROWSE_PROJECTS', projectId));
  const present = seen.findIndex(({ id }) => id === objective.parentId);
  const first = present < MOST ? seen.slice(0, MOST) : [...seen.slice(0, MOST - 1), ...seen.slice(present, present + 1)];
  return first.map(({ id, number, title, projectId }) => ({ id, key: objectiveKey(number), title, projectId }));
}
