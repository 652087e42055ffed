/**
 * A page of the objectives of a cycle and of the cycles that enclose it, of the company, its groups and its projects, as far as the reader may
 * see, with what each is aligned to: five SQL requests, and one Jira call up to a thousand projects. What the forest of them looks like is the
 * reader's browser's to say, by domain/alignment-forest.ts.
 */
import type { AlignedObjective, AlignmentPage } from '../../contract/alignment';
import type { Input } from '../../contract/api';
import type { ObjectiveView } from '../../contract/okr';
import type { MissingParent } from '../../domain/alignment-forest';
import { encloses } from '../../domain/cycle';
import type { Home } from '../../domain/home';
import type { AboveRecord } from '../../store/alignments';
import type { KeyResultRecord } from '../../store/key-result-row';
import { currentCycle, cycleView } from '../cycles/cycles';
import type { Actor, Deps } from '../deps';
import { fitting } from '../pages/fitting';
import { loadCycles } from '../load';
import { unknownCycle } from '../okr-error';
import { OBJECTIVES_PER_PAGE, oldestAsOf } from '../pages/okr-page';
import { visibleHomes } from '../permission';
import { afterOf, cursorOf } from '../pages/place-cursor';
import { objectiveView } from '../views';

const alignedView = (view: ObjectiveView, number: number): Omit<AlignedObjective, 'parentId' | 'missing'> => ({
  id: view.id,
  number,
  rank: view.rank,
  key: view.key,
  home: view.home,
  cycleId: view.cycleId,
  title: view.title,
  ownerAccountId: view.ownerAccountId,
  isPrivate: view.audience !== null,
  progress: view.progress,
  expected: view.expected,
  health: view.health,
  parentKeyResult: view.parent?.objective?.keyResult?.key ?? null,
  lostKeyResult: view.parent?.broken === 'key-result',
  contribution: view.parent?.contribution.state ?? null,
  keyResults: view.keyResults.map(({ id, key, title, progress, health }) => ({ id, key, title, progress, health })),
});

/** Which objective is above, or, where it is not among those at hand, why. What the reader may not see has no id either. */
function aboveView(
  above: AboveRecord | undefined,
  maySee: (home: Home) => boolean,
  cycleIds: readonly string[],
): { readonly parentId: string | null; readonly missing: MissingParent | null } {
  if (above === undefined) return { parentId: null, missing: null };
  if (!maySee(above.home)) return { parentId: null, missing: 'unseen' };
  if (above.isArchived) return { parentId: above.id, missing: 'archived' };
  return { parentId: above.id, missing: cycleIds.includes(above.cycleId) ? null : 'other-cycle' };
}

export async function getAlignment(deps: Deps, actor: Actor, input: Input<'getAlignment'>): Promise<AlignmentPage> {
  const after = afterOf(input.cursor);
  const { cycles, on } = await loadCycles(deps);
  const cycle = input.cycleId === undefined ? currentCycle(cycles, on.today) : cycles.find(({ id }) => id === input.cycleId);
  if (cycle === undefined) throw unknownCycle();
  const around = new Map(cycles.filter((each) => encloses(each, cycle)).map((each) => [each.id, each]));
  const cycleIds = [...around.keys()];

  const { groups, projectIds, parentProjectIds } = await deps.store.companyPages.listPlaces(actor.accountId, cycleIds);
  const projects = projectIds.map((projectId): Home & { level: 'project' } => ({ level: 'project', projectId }));
  const maySee = await visibleHomes(deps, actor, [
    ...projects,
    ...parentProjectIds.map((projectId): Home => ({ level: 'project', projectId })),
  ]);
  const page = await deps.store.companyPages.page({
    accountId: actor.accountId,
    cycleIds,
    projectIds: projects.filter(maySee).map(({ projectId }) => projectId),
    after,
    limit: OBJECTIVES_PER_PAGE + 1,
  });
  const read = page.objectives.slice(0, OBJECTIVES_PER_PAGE);
  const ids = read.map(({ id }) => id);
  const keyResults = await deps.store.keyResults.listByObjectives(ids);
  const above = await deps.store.alignments.listAbove(ids);

  const byObjective = new Map(ids.map((id) => [id, [] as KeyResultRecord[]]));
  for (const keyResult of keyResults) byObjective.get(keyResult.objectiveId)?.push(keyResult);
  const views = read.map((objective) =>
    objectiveView(objective, byObjective.get(objective.id) ?? [], around.get(objective.cycleId) ?? cycle, on, maySee),
  );
  const objectives = fitting(
    views.map((view, index) => ({
      ...alignedView(view, read[index]?.number ?? 0),
      ...aboveView(above.get(view.id), maySee, cycleIds),
    })),
  );
  const last = page.objectives.length > objectives.length ? read[objectives.length - 1] : undefined;
  return {
    projectId: actor.openProjectId,
    cycles: cycles.map(cycleView),
    cycle: cycleView(cycle),
    groups: groups.map(({ id, name, projectIds: members }) => ({ id, name, projectIds: members })),
    objectives,
    totalObjectives: page.total,
    nextCursor: last === undefined ? null : cursorOf(last),
    asOf: oldestAsOf(views),
  };
}
