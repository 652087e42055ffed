/** What moved, changed and was said in a project within a week, as the viewer may see it: what a summary is written from. Five SQL requests. */
import type { Input } from '../../contract/api';
import type { ProjectWeek } from '../../contract/rhythm';
import { currentCycle } from '../cycles/cycles';
import type { Actor, Deps } from '../deps';
import { loadCycles } from '../load';
import { unknownCycle } from '../okr-error';
import { projectOf, requireSee } from '../permission';
import { viewWeek, weekThrough } from './week-view';

/** A project with more has a page to look at. */
const MOST_OBJECTIVES = 100;

export async function getProjectWeek(deps: Deps, actor: Actor, input: Input<'getProjectWeek'>): Promise<ProjectWeek> {
  const projectId = projectOf(actor, input.projectId);
  await requireSee(deps, actor, { level: 'project', projectId }, 'project');
  const { cycles, on } = await loadCycles(deps);
  const cycle = input.cycleId === undefined ? currentCycle(cycles, on.today) : cycles.find(({ id }) => id === input.cycleId);
  if (cycle === undefined) throw unknownCycle();
  const week = weekThrough(input.toDay, on.today);
  const { objectives } = await deps.store.objectives.page({
    accountId: actor.accountId,
    projectId,
    cycleId: cycle.id,
    after: null,
    limit: MOST_OBJECTIVES,
  });
  return { ...week, cycleName: cycle.name, objectives: await viewWeek(deps, objectives, cycles, on, week) };
}
