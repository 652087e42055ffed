/**
 * Brings derived numbers back in line with their facts: key results from scope and check-ins, then the objectives above them.
 * Marks are cleared last and only up to what was read, so a run that is cut off, or overtaken by new facts, leaves its rows dirty.
 * The number of SQL requests does not depend on how many issues changed.
 */
import { metricProgress } from '../domain/metric';
import type { IssueFacts, WorkCounts } from '../domain/model';
import { rollUp } from '../domain/roll-up';
import { measureWork } from '../domain/work';
import type { Measured, RecomputeRecord } from '../store/key-result-numbers';
import type { AppDeps } from './deps';
import { readableGroups } from './readable-groups';

const nothingCounted: WorkCounts = { inScope: 0, counted: 0, done: 0, inProgress: 0, cancelled: 0, throughChildren: 0, unestimated: 0 };

type Closes = 'own' | 'none';

const KEY_RESULTS_PER_WRITE = 100;

function measure({ keyResult, dirtyMark, latest }: RecomputeRecord, facts: readonly IssueFacts[]): Measured {
  const { id } = keyResult;
  if (keyResult.kind === 'metric') {
    return { id, dirtyMark, progress: metricProgress(keyResult, latest?.value ?? null), counts: nothingCounted, current: latest };
  }
  const { progress, counts } = measureWork(facts, keyResult.rule);
  return { id, dirtyMark, progress, counts, current: null };
}

async function recomputeGroup(deps: AppDeps, group: readonly RecomputeRecord[], closes: Closes): Promise<void> {
  const { numbers, scope } = deps.store;
  const facts = await scope.listFacts(group.filter(({ keyResult }) => keyResult.kind === 'work').map(({ keyResult }) => keyResult.id));
  await numbers.writeMeasures(
    group.map((record) => measure(record, facts.get(record.keyResult.id) ?? [])),
    deps.now(),
  );
  const objectiveIds = [...new Set(group.map(({ keyResult }) => keyResult.objectiveId))];
  await numbers.markForRollUp(objectiveIds);
  const objectives = await numbers.listForRollUp(objectiveIds);
  await numbers.writeRollUps(objectives.map(({ id, rollMark, parts }) => ({ id, rollMark, progress: rollUp(parts).progress })));
  await numbers.clearMarks(
    group.map(({ keyResult, dirtyMark }) => ({ id: keyResult.id, dirtyMark })),
    closes,
  );
}

/**
 * Recomputes these key results and their objectives. Answers the projects they belong to. The facts must be written: raising the marks once
 * more makes every run that may have read earlier ones give way to this one. `closes` says whether the caller has marked them dirty before.
 */
export async function recompute(deps: AppDeps, keyResultIds: readonly string[], closes: Closes): Promise<readonly string[]> {
  await deps.store.numbers.raiseMarks(keyResultIds);
  const records = await deps.store.numbers.listForRecompute(keyResultIds);
  const groups = readableGroups(records, ({ scopeRows }) => scopeRows, KEY_RESULTS_PER_WRITE);
  for (const group of groups) await recomputeGroup(deps, group, closes);
  return [...new Set(records.map(({ projectId }) => projectId))];
}
