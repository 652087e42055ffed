/**
 * Changes what one has said oneself in a check-in: one statement under its version, with the record of what it was written before. The number
 * follows where the value changes.
 */
import type { Input } from '../../contract/api';
import type { CheckInView } from '../../contract/check-ins';
import { projectIdsOf } from '../../domain/home';
import type { CheckInRecord } from '../../store/check-ins';
import type { FieldChangeRecord } from '../../store/plan-changes';
import { checkValueByHand } from './check-in';
import type { Actor, Deps } from '../deps';
import { loadKeyResult, loadOpenCycle } from '../load';
import { conflict, notFound, OkrError } from '../okr-error';
import { requireMay } from '../permission';
import { fieldChange } from '../history/plan-change';
import { recompute } from '../progress/recompute';
import { recordChange } from '../history/record-change';
import { announceHistory, requestHistory } from '../history/request-history';
import { viewCheckIn } from './view-check-in';

const plain = (value: number | string | null): string | null => (value === null || value === '' ? null : String(value));

const changesOf = (checkIn: CheckInRecord, input: Input<'correctCheckIn'>): readonly FieldChangeRecord[] => [
  ...fieldChange('value', checkIn.value, input.value, plain),
  ...fieldChange('confidence', checkIn.confidence, input.confidence, plain),
  ...fieldChange('words', checkIn.words, input.words, plain),
  ...fieldChange('blockers', checkIn.blockers, input.blockers, plain),
];

export async function correctCheckIn(deps: Deps, actor: Actor, input: Input<'correctCheckIn'>): Promise<CheckInView> {
  const checkIn = await deps.store.checkIns.find(input.id);
  if (checkIn === null) throw notFound('check-in');
  const loaded = await loadKeyResult(deps, actor, checkIn.keyResultId, 'check-in');
  const { keyResult, objective } = loaded;
  await requireMay(deps, actor, 'record progress', 'check-in', { home: objective.home, ...loaded });
  if (checkIn.createdBy !== actor.accountId)
    throw new OkrError('FORBIDDEN', 'Only its author can correct a check-in. Check in yourself to say something else.');
  const { on } = await loadOpenCycle(deps, objective.cycleId);
  const fields = changesOf(checkIn, input);
  if (fields.length === 0) return viewCheckIn(checkIn);
  const movesValue = fields.some(({ field }) => field === 'value');
  if (movesValue && input.value !== null) checkValueByHand(keyResult);

  const changeId = await recordChange(deps, actor, { type: 'check-in', ...checkIn }, fields);
  const retold = movesValue && checkIn.day < on.today ? [keyResult.id] : [];
  await announceHistory(deps, retold);
  if (movesValue) await deps.store.numbers.markDirty([keyResult.id], deps.now());
  const { value, confidence, words, blockers } = input;
  const corrected = await deps.store.checkIns.correct(checkIn.id, input.version, { value, confidence, words, blockers, changeId });
  await requestHistory(deps, retold);
  if (!corrected) throw conflict('check-in');
  if (movesValue) await recompute(deps, [keyResult.id], 'own');
  await deps.publish({ projectIds: projectIdsOf([objective.home]), keyResultIds: [keyResult.id], issueIds: [] });
  const latest = await deps.store.checkIns.find(checkIn.id);
  if (latest === null) throw new Error('A check-in that was corrected is not there.');
  return viewCheckIn(latest);
}
