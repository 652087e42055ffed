/**
 * What is kept of the demo set: what it was asked for with, which settles the ids of all its parts before any is made, and how far it is. One
 * record, changed under its version; it stays when the set is gone, so that what came too late is still known to be of it.
 */
import { z } from 'zod';
import type { DemoSetView } from '../../contract/demo-set';
import type { AppDeps } from '../deps';
import { demoPlan, type DemoPlanInput } from './demo-plan';
import { conflict } from '../okr-error';

const NAME = 'demo-set';

const recordSchema = z.object({
  state: z.enum(['none', 'loading', 'loaded', 'clearing']),
  id: z.string(),
  projectIds: z.array(z.string()),
  day: z.string(),
  /** Steps taken. */
  done: z.number(),
});

export type DemoSetRecord = DemoPlanInput & z.infer<typeof recordSchema>;

const never: DemoSetRecord = { state: 'none', id: '', projectIds: [], day: '', done: 0 };

/** `version` is 0 where nothing was ever written. One SQL request. */
export async function readDemoSet(deps: AppDeps): Promise<{ readonly record: DemoSetRecord; readonly version: number }> {
  const setting = await deps.store.settings.find(NAME);
  return setting === null
    ? { record: never, version: 0 }
    : { record: recordSchema.parse(JSON.parse(setting.value)), version: setting.version };
}

/** Answers the new version. Throws `CONFLICT` where somebody else loads or clears it at the same time. */
export async function writeDemoSet(deps: AppDeps, record: DemoSetRecord, version: number): Promise<number> {
  if (!(await deps.store.settings.change(NAME, JSON.stringify(record), version, null)))
    throw conflict('demo set', 'Somebody else is at it. Reload to see how far it is.');
  return version + 1;
}

/** `left`: parts that are still there; they do not matter while it loads and is loaded. */
export function viewDemoSet({ state, projectIds, done, ...input }: DemoSetRecord, left: number): DemoSetView {
  if (state === 'none')
    return left === 0 ? { state, done: 0, total: 0, projectIds: [] } : { state: 'clearing', done: 0, total: left, projectIds };
  const total = demoPlan({ ...input, projectIds }).length;
  if (state === 'clearing') return { state, done: Math.max(0, done - left), total: done, projectIds };
  return { state, done, total, projectIds };
}
