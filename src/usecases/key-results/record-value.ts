/** A typed-in value of a metric or band, without further words: the shortest check-in. */
import type { Input } from '../../contract/api';
import type { KeyResultView } from '../../contract/okr';
import { checkIn, checkValueByHand } from '../check-ins/check-in';
import type { Actor, Deps } from '../deps';
import { loadKeyResult } from '../load';
import { requireMay } from '../permission';

export async function recordValue(deps: Deps, actor: Actor, input: Input<'recordValue'>): Promise<KeyResultView> {
  const loaded = await loadKeyResult(deps, actor, input.keyResultId);
  await requireMay(deps, actor, 'record progress', 'key result', { home: loaded.objective.home, ...loaded });
  checkValueByHand(loaded.keyResult);
  return checkIn(deps, actor, input);
}
