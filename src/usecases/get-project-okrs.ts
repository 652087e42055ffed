/** A page of a project's objectives with their key results: four SQL requests, and no Jira call for the open project. */
import type { Input } from '../contract/api';
import type { ObjectiveView, ProjectOkrs } from '../contract/okr';
import { addDays } from '../domain/calendar';
import { dayOfView } from '../domain/cycle';
import { currentCycle, cycleView } from './cycles';
import type { Actor, Deps } from './deps';
import { loadCycles } from './load';
import { invalid, unknownCycle } from './okr-error';
import { projectOf, requireBrowse } from './permission';
import { objectiveView } from './views';

const PAGE = 150;
/** An answer stays below a megabyte however long the texts are: what does not fit comes with the next page. */
const MOST_BYTES = 950_000;
const encoder = new TextEncoder();
const bytesOf = (objective: ObjectiveView): number => encoder.encode(JSON.stringify(objective)).length + 1;

const TREND_POINTS = 14;

/** Days before today, a week apart, back to the start of the cycle; at most fourteen, the latest first. */
const trendDays = (startDay: string, today: string): readonly string[] =>
  Array.from({ length: TREND_POINTS }, (_, index) => addDays(today, -7 * (index + 1))).filter((day) => day >= startDay);

/** As many from the start as fit, at least one. */
function fitting(objectives: readonly ObjectiveView[]): readonly ObjectiveView[] {
  let bytes = 0;
  const over = objectives.findIndex((objective, index) => (bytes += bytesOf(objective)) > MOST_BYTES && index > 0);
  return over === -1 ? objectives : objectives.slice(0, over);
}

export async function getProjectOkrs(deps: Deps, actor: Actor, input: Input<'getProjectOkrs'>): Promise<ProjectOkrs> {
  const projectId = projectOf(actor, input.projectId);
  await requireBrowse(deps, actor, projectId);
  const { cycles, on } = await loadCycles(deps);
  const { today } = on;
  const cycle = input.cycleId === undefined ? currentCycle(cycles, today) : cycles.find(({ id }) => id === input.cycleId);
  if (cycle === undefined) throw unknownCycle();
  const afterNumber = Number(input.cursor ?? 0);
  if (!Number.isSafeInteger(afterNumber) || afterNumber < 0) throw invalid('cursor', 'Start again from the first page.');

  // One more than is shown says whether there is a next page.
  const page = await deps.store.objectives.page({ projectId, cycleId: cycle.id, afterNumber, limit: PAGE + 1 });
  const read = page.objectives.slice(0, PAGE);
  const keyResults = await deps.store.keyResults.listByObjectives(read.map(({ id }) => id));
  const byObjective = new Map(read.map(({ id }) => [id, [] as (typeof keyResults)[number][]]));
  for (const keyResult of keyResults) byObjective.get(keyResult.objectiveId)?.push(keyResult);
  const trends = await deps.store.snapshots.listTrends(
    [...read.map(({ id }) => id), ...keyResults.map(({ id }) => id)],
    trendDays(cycle.startDay, dayOfView(cycle, today)),
  );
  const objectives = fitting(read.map((objective) => objectiveView(objective, byObjective.get(objective.id) ?? [], cycle, on, trends)));
  const asOf = objectives.flatMap((objective) => objective.keyResults.map((keyResult) => keyResult.asOf)).filter((at) => at !== null);
  const last = read[objectives.length - 1];
  return {
    projectId,
    today,
    cycles: cycles.map(cycleView),
    cycle: cycleView(cycle),
    thresholds: on.thresholds,
    objectives,
    totalObjectives: page.total,
    nextCursor: page.objectives.length > objectives.length && last !== undefined ? String(last.number) : null,
    asOf: asOf.reduce<string | null>((oldest, at) => (oldest === null || at < oldest ? at : oldest), null),
  };
}
