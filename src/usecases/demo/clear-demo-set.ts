/**
 * Removes the demo set and everything that hangs off it, a few parts a call: whoever asks goes on asking until it is gone. An objective is put
 * away first, so that numbers it was part of follow, and its rows go after that. Objectives that people have written into its cycles and groups
 * stay, and those places with them.
 */
import type { Input } from '../../contract/api';
import type { DemoSetView } from '../../contract/demo-set';
import type { DemoPart } from '../../store/demo-parts';
import { putAwayObjective } from '../objectives/archive-objective';
import { partsOf } from './demo-plan';
import { readDemoSet, viewDemoSet, writeDemoSet } from './demo-set';
import type { Actor, Deps } from '../deps';
import { requireSetUp } from '../permission';
import { rollUpObjectives } from '../progress/roll-up-objectives';

const PARTS_A_CALL = 6;
const TIME_MS = 12_000;

async function removePart(deps: Deps, actor: Actor, part: DemoPart, all: readonly DemoPart[]): Promise<void> {
  if (part.type !== 'objective') return deps.store.demoParts.removePlace(part);
  const objective = await deps.store.objectives.find(part.id);
  if (objective !== null && objective.archivedAt === null) await putAwayObjective(deps, actor, objective, objective.version);
  await deps.store.demoParts.detachOthers(part.id, all);
  if (objective?.parent) await rollUpObjectives(deps, [objective.parent.parentId]);
  await deps.store.demoParts.removeObjective(part.id, await deps.store.demoParts.listKeyResultIds(part.id));
}

export async function clearDemoSet(deps: Deps, actor: Actor, _input: Input<'clearDemoSet'>): Promise<DemoSetView> {
  await requireSetUp(deps, actor);
  const { record: found, version: foundVersion } = await readDemoSet(deps);
  const planned = partsOf(found);
  const parts = await deps.store.demoParts.list(planned);
  const isNew = found.state !== 'clearing' && (found.state !== 'none' || parts.length > 0);
  const record = isNew ? { ...found, state: 'clearing' as const, done: parts.length } : found;
  const version = isNew ? await writeDemoSet(deps, record, foundVersion) : foundVersion;
  const until = deps.now() + TIME_MS;
  let removed = 0;
  for (const part of parts.slice(0, PARTS_A_CALL)) {
    await removePart(deps, actor, part, planned);
    removed += 1;
    if (deps.now() > until) break;
  }
  const left = parts.length - removed;
  const after = left === 0 ? { ...record, state: 'none' as const } : record;
  if (after !== record && record.state !== 'none') await writeDemoSet(deps, after, version);
  await deps.publish({ projectIds: record.projectIds, keyResultIds: [], issueIds: [] });
  return viewDemoSet(after, left);
}
