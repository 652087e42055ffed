/**
 * Moves a key result under another objective, with everything that belongs to it: its sources, check-ins, days and record of changes. The commit is
 * its row under its version; both objectives follow. Where one of the two is private, the record does not name it.
 */
import type { Input } from '../../contract/api';
import type { KeyResultView } from '../../contract/okr';
import { RANK_GAP } from '../../domain/rank';
import type { ObjectiveRecord } from '../../store/objective-row';
import { checkDates } from './check-key-result';
import type { Actor, Deps } from '../deps';
import { loadKeyResult, loadObjective, loadOpenCycle, viewKeyResult } from '../load';
import { conflict } from '../okr-error';
import { requireMay } from '../permission';
import { requireReason } from '../history/plan-change';
import { recompute } from '../progress/recompute';
import { recordChange } from '../history/record-change';
import { announceHistory, requestHistory } from '../history/request-history';
import { rollUpObjectives } from '../progress/roll-up-objectives';
import { asksReason, objectiveKey, spanOf } from '../views';

const nameOf = ({ audience, number }: ObjectiveRecord): string => (audience === null ? objectiveKey(number) : 'a private objective');

/** Where it is under that objective already, that is done. */
export async function moveKeyResult(deps: Deps, actor: Actor, input: Input<'moveKeyResult'>): Promise<KeyResultView> {
  const { keyResult, objective } = await loadKeyResult(deps, actor, input.id);
  await requireMay(deps, actor, 'change the objective', 'key result', { home: objective.home, objective });
  if (objective.id === input.objectiveId) return viewKeyResult(deps, input.id);
  const target = await loadObjective(deps, actor, input.objectiveId);
  await requireMay(deps, actor, 'change the objective', 'objective', { home: target.home, objective: target });
  const { cycle, on } = await loadOpenCycle(deps, objective.cycleId);
  const { cycle: targetCycle } = target.cycleId === cycle.id ? { cycle } : await loadOpenCycle(deps, target.cycleId);
  const span = spanOf(keyResult, targetCycle);
  checkDates(span.startDay, span.dueDay);
  requireReason(input.reason, asksReason(keyResult, cycle, on.today));

  const fields = [{ field: 'objective', before: nameOf(objective), after: nameOf(target) }];
  const changeId = await recordChange(deps, actor, { type: 'key-result', ...keyResult }, fields, { reason: input.reason });
  const last = await deps.store.ranks.findLast({ of: 'key-result', objectiveId: target.id });
  const touched = [...new Set([input.id, ...(await deps.store.scope.listSplitters([input.id]))])];
  await deps.store.numbers.markDirty(touched, deps.now());
  await deps.store.rollUps.mark([objective.id]);
  await announceHistory(deps, [input.id]);
  const moved = await deps.store.keyResults.update(input.id, input.version, {
    objectiveId: target.id,
    rank: (last ?? 0) + RANK_GAP,
    changeId,
  });
  await requestHistory(deps, [input.id]);
  const projectIds = await recompute(deps, touched, 'own');
  if (!moved) throw conflict('key result');
  const above = await rollUpObjectives(deps, [objective.id]);
  const former = await deps.store.rollUps.listProjectIds([objective.id]);
  await deps.publish({ projectIds: [...new Set([...projectIds, ...former, ...above])], keyResultIds: touched, issueIds: [] });
  return viewKeyResult(deps, input.id);
}
