/** A page of a project's objectives with their key results: four SQL requests, and no Jira call for the open project. */
import type { Input } from '../../contract/api';
import type { ProjectOkrs } from '../../contract/okr';
import type { Place } from '../../store/objectives';
import { currentCycle, cycleView } from '../cycles/cycles';
import type { Actor, Deps } from '../deps';
import { loadCyclesFor } from '../load';
import { OBJECTIVES_PER_PAGE, viewPage } from './okr-page';
import { invalid, unknownCycle } from '../okr-error';
import { projectOf, requireSee, visibleHomes } from '../permission';

/** `1048576 7`: where the page before ended. */
function afterOf(cursor: string | undefined): Place | null {
  if (cursor === undefined) return null;
  const [, rank, number] = /^(-?\d{1,16}) (\d{1,10})$/.exec(cursor) ?? [];
  if (rank === undefined || number === undefined) throw invalid('cursor', 'Start again from the first page.');
  return { rank: Number(rank), number: Number(number) };
}

export async function getProjectOkrs(deps: Deps, actor: Actor, input: Input<'getProjectOkrs'>): Promise<ProjectOkrs> {
  const projectId = projectOf(actor, input.projectId);
  await requireSee(deps, actor, { level: 'project', projectId }, 'project');
  const { cycles, on, roles } = await loadCyclesFor(deps, actor);
  const { today } = on;
  const cycle = input.cycleId === undefined ? currentCycle(cycles, today) : cycles.find(({ id }) => id === input.cycleId);
  if (cycle === undefined) throw unknownCycle();
  const after = afterOf(input.cursor);

  const page = await deps.store.objectives.page({
    accountId: actor.accountId,
    projectId,
    cycleId: cycle.id,
    after,
    limit: OBJECTIVES_PER_PAGE + 1,
  });
  const parents = page.objectives.flatMap(({ parent }) => (parent === null ? [] : [parent.home]));
  const maySee = await visibleHomes(deps, actor, parents);
  const { objectives, last, asOf } = await viewPage(deps, page.objectives, cycle, on, maySee);
  return {
    projectId,
    today,
    cycles: cycles.map(cycleView),
    cycle: cycleView(cycle),
    thresholds: on.thresholds,
    roles,
    objectives,
    totalObjectives: page.total,
    nextCursor: last === null ? null : `${last.rank} ${last.number}`,
    asOf,
  };
}
