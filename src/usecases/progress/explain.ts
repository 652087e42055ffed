/** Where a progress number comes from: of a key result, an objective, or a project's set of a cycle. */
import type { Input } from '../../contract/api';
import type { Explanation, RollUpPart, UncountedPart } from '../../contract/explanation';
import type { ObjectiveView } from '../../contract/okr';
import { projectIdOf } from '../../domain/home';
import { rollUp } from '../../domain/roll-up';
import { currentCycle } from '../cycles/cycles';
import type { CycleRecord } from '../../store/cycles';
import type { ObjectiveRecord } from '../../store/objective-row';
import type { Actor, Deps } from '../deps';
import { explainRollUp } from './explain-roll-up';
import { explainValue } from './explain-value';
import { explainWork } from './explain-work';
import { loadCycle, loadCycles, loadKeyResult, loadObjective } from '../load';
import { unknownCycle } from '../okr-error';
import { projectOf, requireSee } from '../permission';
import type { SiteDay } from '../site-day';
import { instant, keyResultProgressView, keyResultKey, objectiveKey, objectiveView, progressView } from '../views';

const oldest = (instants: readonly (string | null)[]): string | null =>
  instants.filter((at) => at !== null).reduce<string | null>((first, at) => (first === null || at < first ? at : first), null);

async function explainKeyResult(deps: Deps, actor: Actor, id: string, offset: number): Promise<Explanation> {
  const { keyResult, objective } = await loadKeyResult(deps, actor, id);
  await requireSee(deps, actor, objective.home, 'key result');
  const { cycle, on } = await loadCycle(deps, objective.cycleId);
  const { progress, expected, health } = keyResultProgressView(keyResult, cycle, on);
  const explained = {
    title: keyResult.title,
    key: keyResultKey(keyResult.number),
    progress,
    expected,
    health,
    asOf: instant(keyResult.computedAt),
  };
  const work = () => explainWork(deps, keyResult, objective, offset);
  switch (keyResult.kind) {
    case 'work':
      return { ...explained, by: 'work', work: await work() };
    case 'metric': {
      const { start, target, counts } = keyResult;
      const value = { ...(await explainValue(deps, keyResult)), start, target };
      return { ...explained, by: 'metric', value, work: counts.inScope === 0 ? null : await work() };
    }
    case 'band': {
      const { low, high, counts } = keyResult;
      const value = { ...(await explainValue(deps, keyResult)), low, high };
      return { ...explained, by: 'band', value, work: counts.inScope === 0 ? null : await work() };
    }
    case 'milestones':
      return { ...explained, by: 'milestones', milestones: keyResult.milestones };
  }
}

const partOf = (objective: ObjectiveView): RollUpPart => ({ type: 'objective', ...objective });

const keyResultParts = (objective: ObjectiveView): readonly RollUpPart[] =>
  objective.keyResults.map((view) => ({ type: 'key-result', ...view, home: objective.home }));

const picked = ({ type, id, key, title, weight, progress, health, home }: RollUpPart): RollUpPart => ({
  type, id, key, title, weight, progress, health, home,
}); // prettier-ignore

function uncountedPart({ objective: { id, number, title, home, parent } }: InCycle): readonly UncountedPart[] {
  const state = parent?.contribution.state;
  return state === undefined || state === 'accepted' ? [] : [{ id, key: objectiveKey(number), title, home, state }];
}

type InCycle = { readonly objective: ObjectiveRecord; readonly cycle: CycleRecord };

async function viewObjectives(deps: Deps, records: readonly InCycle[], on: SiteDay): Promise<readonly ObjectiveView[]> {
  const keyResults = await deps.store.keyResults.listByObjectives(records.map(({ objective }) => objective.id));
  return records.map(({ objective, cycle }) =>
    objectiveView(
      objective,
      keyResults.filter(({ objectiveId }) => objectiveId === objective.id),
      cycle,
      on,
      // A part is explained by its number, not by what it is aligned to.
      () => false,
    ),
  );
}

async function explainObjective(deps: Deps, actor: Actor, id: string): Promise<Explanation> {
  const record = await loadObjective(deps, actor, id);
  await requireSee(deps, actor, record.home, 'objective');
  const { cycle, on } = await loadCycle(deps, record.cycleId);
  const aligned = record.rollUp === 'with-children' ? await deps.store.objectives.listChildren(id) : [];
  const children = aligned.filter(({ objective: { parent } }) => parent?.contribution.state === 'accepted');
  const [objective, ...below] = await viewObjectives(deps, [{ objective: record, cycle }, ...children], on);
  if (objective === undefined) throw new Error('An objective that was read is not shown.');
  const parts = [...keyResultParts(objective), ...below.map(partOf)].map(picked);
  const { title, key, progress, expected, health, override, computed } = objective;
  const explained = { title, key, progress, expected, health, asOf: oldest(objective.keyResults.map(({ asOf }) => asOf)) };
  const rolled = await explainRollUp(deps, actor, parts, aligned.flatMap(uncountedPart));
  return override === null
    ? { ...explained, by: 'roll-up', rollUp: rolled }
    : { ...explained, by: 'override', override, computed, rollUp: rolled };
}

async function explainProject(
  deps: Deps,
  actor: Actor,
  named: { readonly projectId?: string | undefined; readonly cycleId?: string | undefined },
): Promise<Explanation> {
  const projectId = projectOf(actor, named.projectId);
  await requireSee(deps, actor, { level: 'project', projectId }, 'project');
  const { cycles, on } = await loadCycles(deps);
  const cycle = named.cycleId === undefined ? currentCycle(cycles, on.today) : cycles.find(({ id }) => id === named.cycleId);
  if (cycle === undefined) throw unknownCycle();
  const records = (await deps.store.objectives.listByCycles(actor.accountId, [cycle.id])).filter(
    ({ home }) => projectIdOf(home) === projectId,
  );
  const objectives = await viewObjectives(
    deps,
    records.map((objective) => ({ objective, cycle })),
    on,
  );
  const { progress } = rollUp(objectives);
  const expected = rollUp(
    objectives.map((view) => ({ weight: view.weight, progress: view.progress === null ? null : view.expected })),
  ).progress;
  const { health } = progressView(progress, { startDay: cycle.startDay, dueDay: cycle.endDay }, on);
  return {
    title: cycle.name,
    key: '',
    progress,
    expected,
    health,
    asOf: oldest(objectives.flatMap(({ keyResults }) => keyResults.map(({ asOf }) => asOf))),
    by: 'roll-up',
    rollUp: await explainRollUp(deps, actor, objectives.map(partOf).map(picked)),
  };
}

export async function explain(deps: Deps, actor: Actor, { subject, offset }: Input<'explain'>): Promise<Explanation> {
  switch (subject.type) {
    case 'key-result':
      return explainKeyResult(deps, actor, subject.id, offset ?? 0);
    case 'objective':
      return explainObjective(deps, actor, subject.id);
    case 'project':
      return explainProject(deps, actor, subject);
  }
}
