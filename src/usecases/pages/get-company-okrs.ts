/**
 * A page of the objectives of the company, its groups and its projects, as far as the viewer may see: five SQL requests, and one Jira call up to
 * a thousand projects.
 */
import type { Input } from '../../contract/api';
import type { CompanyOkrs } from '../../contract/company';
import type { Home } from '../../domain/home';
import { currentCycle, cycleView } from '../cycles/cycles';
import type { Actor, Deps } from '../deps';
import { loadCyclesFor } from '../load';
import { unknownCycle } from '../okr-error';
import { OBJECTIVES_PER_PAGE, viewPage } from './okr-page';
import { visibleHomes } from '../permission';
import { afterOf, cursorOf } from './place-cursor';

const projectHome = (projectId: string): Home & { level: 'project' } => ({ level: 'project', projectId });

export async function getCompanyOkrs(deps: Deps, actor: Actor, input: Input<'getCompanyOkrs'>): Promise<CompanyOkrs> {
  const after = afterOf(input.cursor);
  const { cycles, on, roles } = await loadCyclesFor(deps, actor);
  const cycle = input.cycleId === undefined ? currentCycle(cycles, on.today) : cycles.find(({ id }) => id === input.cycleId);
  if (cycle === undefined) throw unknownCycle();
  const { groups, projectIds, parentProjectIds } = await deps.store.companyPages.listPlaces(actor.accountId, [cycle.id]);
  const projects = projectIds.map(projectHome);
  const maySee = await visibleHomes(deps, actor, [...projects, ...parentProjectIds.map(projectHome)]);
  const page = await deps.store.companyPages.page({
    accountId: actor.accountId,
    cycleIds: [cycle.id],
    projectIds: projects.filter(maySee).map(({ projectId }) => projectId),
    after,
    limit: OBJECTIVES_PER_PAGE + 1,
  });
  const { objectives, last, asOf } = await viewPage(deps, page.objectives, cycle, on, maySee);
  return {
    today: on.today,
    cycles: cycles.map(cycleView),
    cycle: cycleView(cycle),
    thresholds: on.thresholds,
    groups: groups.map(({ id, name }) => ({ id, name })),
    roles,
    objectives,
    totalObjectives: page.total,
    nextCursor: last === null ? null : cursorOf(last),
    asOf,
  };
}
