/** A page of a project's objectives with their key results: at most three SQL requests, and no Jira call for the open project. */
import type { Input } from '../contract/api';
import type { ProjectOkrs } from '../contract/okr';
import { dayOf } from '../domain/calendar';
import { currentCycle, knownCycles } from './cycles';
import type { Actor, Deps } from './deps';
import { invalid, unknownCycle } from './okr-error';
import { projectOf, requireBrowse } from './permission';
import { objectiveView } from './views';

/** With five key results each, a page stays below half a megabyte. */
const PAGE = 150;

export async function getProjectOkrs(deps: Deps, actor: Actor, input: Input<'getProjectOkrs'>): Promise<ProjectOkrs> {
  const projectId = projectOf(actor, input.projectId);
  await requireBrowse(deps, actor, projectId);
  const today = dayOf(deps.now());
  const cycles = knownCycles(await deps.store.cycles.list(), today);
  const cycle = input.cycleId === undefined ? currentCycle(cycles, today) : cycles.find(({ id }) => id === input.cycleId);
  if (cycle === undefined) throw unknownCycle();
  const afterNumber = Number(input.cursor ?? 0);
  if (!Number.isSafeInteger(afterNumber) || afterNumber < 0) throw invalid('cursor', 'Start again from the first page.');

  // One more than is shown says whether there is a next page.
  const page = await deps.store.objectives.page({ projectId, cycleId: cycle.id, afterNumber, limit: PAGE + 1 });
  const objectives = page.objectives.slice(0, PAGE);
  const keyResults = await deps.store.keyResults.listByObjectives(objectives.map(({ id }) => id));
  const byObjective = new Map(objectives.map(({ id }) => [id, [] as (typeof keyResults)[number][]]));
  for (const keyResult of keyResults) byObjective.get(keyResult.objectiveId)?.push(keyResult);
  const computed = keyResults.map(({ computedAt }) => computedAt).filter((at) => at !== null);
  const last = objectives.at(-1);
  return {
    projectId,
    today,
    cycles,
    cycle,
    objectives: objectives.map((objective) => objectiveView(objective, byObjective.get(objective.id) ?? [], cycle, today)),
    totalObjectives: page.total,
    nextCursor: page.objectives.length > PAGE && last !== undefined ? String(last.number) : null,
    asOf: computed.length === 0 ? null : new Date(Math.min(...computed)).toISOString(),
  };
}
