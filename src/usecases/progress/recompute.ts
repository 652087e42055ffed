/**
 * Brings derived numbers back in line with their facts: key results from scope, check-ins, readings and milestones, the ledger of their scopes,
 * then the objectives above them. Marks are cleared last and only up to what was read, so a run that is cut off, or overtaken by new facts,
 * leaves its rows dirty. The number of SQL requests does not depend on how many issues changed.
 */
import { dayOf } from '../../domain/calendar';
import { chanceOf, keyResultForecast } from '../../domain/forecast/key-result-forecast';
import { projectIdsOf } from '../../domain/home';
import type { IssueFacts } from '../../domain/model';
import { measureWork } from '../../domain/work';
import type { Measured, RecomputeRecord } from '../../store/key-result-numbers';
import type { KeyResultRecord } from '../../store/key-result-row';
import type { AppDeps } from '../deps';
import { progressOf } from './progress-of';
import { readableGroups } from '../scope/readable-groups';
import { spanOf } from '../views';
import { rollUpObjectives } from './roll-up-objectives';

type Closes = 'own' | 'none';

const KEY_RESULTS_PER_WRITE = 100;

type Numbers = Pick<KeyResultRecord, 'progress' | 'creditSum' | 'divisor'>;

/** From the weeks that are kept: what is read of the past follows once a day. */
function forecastNow(
  { keyResult, cycle, forecast, latest }: RecomputeRecord,
  numbers: Numbers,
  today: string,
): Pick<Measured, 'forecast' | 'chance'> {
  if (forecast === null) return { forecast, chance: null };
  const days = { today, dueDay: spanOf(keyResult, cycle).dueDay };
  const now = keyResult.kind === 'metric' ? { ...keyResult, current: latest?.value ?? null } : keyResult;
  const told = keyResultForecast({ ...now, ...numbers }, forecast.past, days);
  return { forecast: { ...forecast, told }, chance: chanceOf(told, days) };
}

function measure(record: RecomputeRecord, facts: readonly IssueFacts[], today: string): Measured {
  const { keyResult, dirtyMark, latest, checkedInAt } = record;
  const work = measureWork(facts, keyResult.rule);
  const progress = progressOf(keyResult, latest?.value ?? null, work);
  const { creditSum, divisor } = work;
  return {
    id: keyResult.id,
    dirtyMark,
    progress,
    ...forecastNow(record, { progress, creditSum, divisor }, today),
    workProgress: work.progress,
    creditSum,
    divisor,
    counts: work.counts,
    current: latest,
    checkedInAt,
  };
}

async function recomputeGroup(
  deps: AppDeps,
  group: readonly RecomputeRecord[],
  closes: Closes,
  by: string | null,
): Promise<readonly string[]> {
  const { numbers, scope, scopeStays } = deps.store;
  const ids = group.map(({ keyResult }) => keyResult.id);
  const facts = await scope.listFacts(ids);
  await numbers.writeMeasures(
    group.map((record) => measure(record, facts.get(record.keyResult.id) ?? [], dayOf(deps.now()))),
    deps.now(),
  );
  await scopeStays.follow(ids, deps.now(), by);
  const projectIds = await rollUpObjectives(deps, [...new Set(group.map(({ keyResult }) => keyResult.objectiveId))]);
  await numbers.clearMarks(
    group.map(({ keyResult, dirtyMark }) => ({ id: keyResult.id, dirtyMark })),
    closes,
  );
  return projectIds;
}

/**
 * Recomputes these key results and their objectives. Answers the projects whose numbers may have moved. The facts must be written: raising the
 * marks once more makes every run that may have read earlier ones give way to this one. `closes` says whether the caller has marked them
 * dirty before; `by` is the account that has just changed a source, if somebody has.
 */
export async function recompute(
  deps: AppDeps,
  keyResultIds: readonly string[],
  closes: Closes,
  by: string | null = null,
): Promise<readonly string[]> {
  await deps.store.numbers.raiseMarks(keyResultIds);
  const records = await deps.store.numbers.listForRecompute(keyResultIds);
  const groups = readableGroups(records, ({ scopeRows }) => scopeRows, KEY_RESULTS_PER_WRITE);
  const projectIds = new Set(projectIdsOf(records.map(({ home }) => home)));
  for (const group of groups) for (const id of await recomputeGroup(deps, group, closes, by)) projectIds.add(id);
  return [...projectIds];
}
