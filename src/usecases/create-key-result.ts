/** Writes a new key result under an objective. The row is the commit and starts dirty; its first number follows. */
import type { Input } from '../contract/api';
import type { KeyResultView } from '../contract/okr';
import type { CountingRule } from '../domain/model';
import type { KeyResultKind } from '../store/key-results';
import { checkDates, checkGoal } from './check-key-result';
import type { Actor, Deps } from './deps';
import { loadCycle, loadObjective, viewKeyResult } from './load';
import { idTaken } from './okr-error';
import { requireManage } from './permission';
import { recompute } from './recompute';
import { spanOf } from './views';

const defaultRule: CountingRule = { weightBy: 'count', unestimated: 'leave-out', inProgressCredit: 0 };

function kindOf(input: Input<'createKeyResult'>): KeyResultKind {
  if (input.kind === 'work') return { kind: 'work', rule: input.rule ?? defaultRule };
  checkGoal(input.start, input.target);
  return { kind: 'metric', start: input.start, target: input.target, unit: input.unit ?? '' };
}

export async function createKeyResult(deps: Deps, actor: Actor, input: Input<'createKeyResult'>): Promise<KeyResultView> {
  const objective = await loadObjective(deps, input.objectiveId);
  const { projectId, ownerAccountId } = objective;
  await requireManage(deps, actor, { what: 'objective', projectId, ownerAccountIds: [ownerAccountId] });
  const of = kindOf(input);
  const dates = { startDay: input.startDay ?? null, dueDay: input.dueDay ?? null };
  const span = spanOf(dates, await loadCycle(deps, objective.cycleId));
  checkDates(span.startDay, span.dueDay);
  const created = await deps.store.keyResults.insert({
    id: input.id,
    objectiveId: objective.id,
    title: input.title,
    ownerAccountId: input.ownerAccountId,
    weight: input.weight ?? 1,
    ...dates,
    createdAt: deps.now(),
    createdBy: actor.accountId,
    of,
  });
  if (!created) {
    const existing = await deps.store.keyResults.find(input.id);
    if (existing?.createdBy !== actor.accountId || existing.objectiveId !== objective.id) throw idTaken('key result');
  }
  await recompute(deps, [input.id], 'none');
  await deps.publish({ projectIds: [projectId], keyResultIds: [input.id], issueIds: [] });
  return viewKeyResult(deps, input.id);
}
