/** Whether the demo set is loaded, or how far loading or clearing it has come. Two SQL requests. */
import type { Input } from '../../contract/api';
import type { DemoSetView } from '../../contract/demo-set';
import { partsOf } from './demo-plan';
import { readDemoSet, viewDemoSet } from './demo-set';
import type { Actor, Deps } from '../deps';
import { requireSetUp } from '../permission';

export async function getDemoSet(deps: Deps, actor: Actor, _input: Input<'getDemoSet'>): Promise<DemoSetView> {
  await requireSetUp(deps, actor);
  const { record } = await readDemoSet(deps);
  const parts = record.state === 'loading' || record.state === 'loaded' ? [] : await deps.store.demoParts.list(partsOf(record));
  return viewDemoSet(record, parts.length);
}
