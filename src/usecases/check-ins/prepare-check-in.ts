/** A check-in on one key result, filled in whether it is due or not: for a meeting, and for whoever was reminded of it. Five SQL requests at most. */
import type { Input } from '../../contract/api';
import type { DueCheckIn } from '../../contract/check-ins';
import type { Actor, Deps } from '../deps';
import { loadCycle, loadKeyResult } from '../load';
import { requireSee } from '../permission';
import { keyResultView } from '../views';
import { fillInCheckIns } from './fill-in-check-ins';
import { notFound } from '../okr-error';

export async function prepareCheckIn(deps: Deps, actor: Actor, { keyResultId }: Input<'prepareCheckIn'>): Promise<DueCheckIn> {
  const { keyResult, objective } = await loadKeyResult(deps, actor, keyResultId);
  await requireSee(deps, actor, objective.home, 'key result');
  const { cycle, on } = await loadCycle(deps, objective.cycleId);
  const [last] = await deps.store.checkIns.listLast([keyResult.id]);
  const due = { kept: { keyResult, objective }, keyResult: keyResultView(keyResult, cycle, on), last: last ?? null };
  const [filled] = await fillInCheckIns(deps, [due], on.today);
  if (filled === undefined) throw notFound('key result');
  return filled;
}
