/** A typed-in value of a metric key result. The check-in is the commit; the current value is derived from the latest one. */
import type { Input } from '../contract/api';
import type { KeyResultView } from '../contract/okr';
import { projectIdsOf } from '../domain/home';
import { dayOf } from '../domain/calendar';
import type { Actor, Deps } from './deps';
import { loadKeyResult, viewKeyResult } from './load';
import { idTaken, invalid } from './okr-error';
import { requireMay } from './permission';
import { recompute } from './recompute';
import { announceHistory, requestHistory } from './request-history';

export async function recordValue(deps: Deps, actor: Actor, input: Input<'recordValue'>): Promise<KeyResultView> {
  const loaded = await loadKeyResult(deps, actor, input.keyResultId);
  const { keyResult, objective } = loaded;
  await requireMay(deps, actor, 'record progress', 'key result', { home: objective.home, ...loaded });
  if (keyResult.kind !== 'metric' && keyResult.kind !== 'band') {
    throw invalid(
      'keyResultId',
      keyResult.kind === 'work'
        ? 'This key result is measured by its work: its value cannot be typed in. Bring issues into its scope instead.'
        : 'This key result is measured by its milestones: its value cannot be typed in. Say which of them are reached instead.',
    );
  }
  if (keyResult.source.by === 'jira')
    throw invalid('keyResultId', 'A query measures this key result: its value cannot be typed in. Let Jira be asked again instead.');
  const today = dayOf(deps.now());
  const day = input.day ?? today;
  if (day > today) throw invalid('day', `${day} has not come yet. Give the day the value was true, at the latest today.`);
  const retold = day < today ? [keyResult.id] : [];
  await announceHistory(deps, retold);
  await deps.store.numbers.markDirty([keyResult.id], deps.now());
  const added = await deps.store.checkIns.add({
    id: input.id,
    keyResultId: keyResult.id,
    value: input.value,
    day,
    createdAt: deps.now(),
    createdBy: actor.accountId,
  });
  await requestHistory(deps, retold);
  if (!added) throw idTaken('value');
  await recompute(deps, [keyResult.id], 'own');
  await deps.publish({ projectIds: projectIdsOf([objective.home]), keyResultIds: [keyResult.id], issueIds: [] });
  return viewKeyResult(deps, keyResult.id);
}
