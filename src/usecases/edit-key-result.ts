/** Changes a key result's words, owner, weight, dates, rule or goal: one statement under its version, which also marks it dirty. */
import type { Input } from '../contract/api';
import type { KeyResultView } from '../contract/okr';
import type { KeyResultRecord } from '../store/key-result-row';
import { checkDates, checkGoal } from './check-key-result';
import type { Actor, Deps } from './deps';
import { loadCycle, loadKeyResult, ownersOf, viewKeyResult } from './load';
import { conflict, invalid } from './okr-error';
import { requireManage } from './permission';
import { recompute } from './recompute';
import { spanOf } from './views';

function checkKind(keyResult: KeyResultRecord, input: Input<'editKeyResult'>): void {
  if (keyResult.kind === 'work') {
    const field = (['start', 'target', 'unit'] as const).find((name) => input[name] !== undefined);
    if (field !== undefined)
      throw invalid(field, 'This key result is measured by its work: it has no start, target or unit. Change its counting rule instead.');
    return;
  }
  if (input.rule !== undefined)
    throw invalid('rule', 'This key result is measured by a metric: it has no counting rule. Change its start, target or unit instead.');
  checkGoal(input.start ?? keyResult.start, input.target ?? keyResult.target);
}

export async function editKeyResult(deps: Deps, actor: Actor, input: Input<'editKeyResult'>): Promise<KeyResultView> {
  const loaded = await loadKeyResult(deps, input.id);
  const { keyResult, objective } = loaded;
  await requireManage(deps, actor, { what: 'key result', projectId: objective.projectId, ownerAccountIds: ownersOf(loaded) });
  checkKind(keyResult, input);
  const dates = {
    startDay: input.startDay === undefined ? keyResult.startDay : input.startDay,
    dueDay: input.dueDay === undefined ? keyResult.dueDay : input.dueDay,
  };
  const span = spanOf(dates, await loadCycle(deps, objective.cycleId));
  checkDates(span.startDay, span.dueDay);
  if (!(await deps.store.keyResults.update(input.id, input.version, input))) throw conflict('key result');
  await recompute(deps, [input.id], 'none');
  await deps.publish({ projectIds: [objective.projectId], keyResultIds: [input.id], issueIds: [] });
  return viewKeyResult(deps, input.id);
}
