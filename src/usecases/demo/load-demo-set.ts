/**
 * Loads the demo set, a few steps a call: whoever asks goes on asking until it is loaded. Nothing is written into Jira. Each step can be taken
 * again, and the record of how far it is follows it, so that a run that is cut off is taken up where it stood.
 */
import type { Input } from '../../contract/api';
import type { DemoSetView } from '../../contract/demo-set';
import type { Home } from '../../domain/home';
import { demoPlan, partsOf } from './demo-plan';
import { readDemoSet, viewDemoSet, writeDemoSet, type DemoSetRecord } from './demo-set';
import type { Actor, Deps } from '../deps';
import { invalid, OkrError } from '../okr-error';
import { requireSetUp, visibleHomes } from '../permission';
import { demoDay, takeDemoStep } from './take-demo-step';

/** A call may take 25 seconds, and a step some. */
const STEPS_A_CALL = 8;
const TIME_MS = 12_000;

async function begin(deps: Deps, actor: Actor, { id, projectIds }: Input<'loadDemoSet'>): Promise<DemoSetRecord> {
  const homes = projectIds.map((projectId): Home => ({ level: 'project', projectId }));
  if (!homes.every(await visibleHomes(deps, actor, homes)))
    throw invalid('projectIds', 'One of these projects does not exist any more, or you may not see it. Pick another one.');
  return { state: 'loading', id, projectIds, day: demoDay(deps), done: 0 };
}

export async function loadDemoSet(deps: Deps, actor: Actor, input: Input<'loadDemoSet'>): Promise<DemoSetView> {
  await requireSetUp(deps, actor);
  const { record: found, version: foundVersion } = await readDemoSet(deps);
  if (found.state === 'loaded') return viewDemoSet(found, 0);
  const isNew = found.state === 'none';
  if (found.state === 'clearing' || (isNew && (await deps.store.demoParts.list(partsOf(found))).length > 0))
    throw new OkrError('LIMIT', 'The demo set is still being cleared. Clear it to the end first.');
  let record = isNew ? await begin(deps, actor, input) : found;
  let version = isNew ? await writeDemoSet(deps, record, foundVersion) : foundVersion;
  const steps = demoPlan(record);
  const until = deps.now() + TIME_MS;
  for (const step of steps.slice(record.done, record.done + STEPS_A_CALL)) {
    await takeDemoStep(deps, actor, step, record.day);
    const done = record.done + 1;
    record = { ...record, done, state: done === steps.length ? 'loaded' : 'loading' };
    version = await writeDemoSet(deps, record, version);
    if (deps.now() > until) break;
  }
  await deps.publish({ projectIds: record.projectIds, keyResultIds: [], issueIds: [] });
  return viewDemoSet(record, 0);
}
