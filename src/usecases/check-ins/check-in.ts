/**
 * A dated update of a key result: what it is worth, how confident its owner is, one line of why, what stands in the way. The row is the commit;
 * the current value and the day of the last check-in are derived from it.
 */
import type { Input } from '../../contract/api';
import type { KeyResultView } from '../../contract/okr';
import { bandProgress } from '../../domain/band';
import { projectIdsOf } from '../../domain/home';
import { metricProgress } from '../../domain/metric';
import type { KeyResultRecord } from '../../store/key-result-row';
import type { Actor, Deps } from '../deps';
import { loadKeyResult, loadOpenCycle, viewKeyResult } from '../load';
import { idTaken, invalid } from '../okr-error';
import { requireMay } from '../permission';
import { forecastKeyResults } from '../forecast/forecast-key-results';
import { recompute } from '../progress/recompute';
import { announceHistory, requestHistory } from '../history/request-history';

/** Throws `INVALID` where the value does not come from people. */
export function checkValueByHand(keyResult: KeyResultRecord): void {
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
}

/** Progress as it is known with this value; for what has no value by hand, as it was last computed. */
function progressWith(keyResult: KeyResultRecord, value: number | null): number | null {
  if (value === null) return keyResult.progress;
  if (keyResult.kind === 'metric') return metricProgress(keyResult, value);
  return keyResult.kind === 'band' ? bandProgress(keyResult, value) : keyResult.progress;
}

export async function checkIn(deps: Deps, actor: Actor, input: Input<'checkIn'>): Promise<KeyResultView> {
  const loaded = await loadKeyResult(deps, actor, input.keyResultId);
  const { keyResult, objective } = loaded;
  await requireMay(deps, actor, 'record progress', 'key result', { home: objective.home, ...loaded });
  const { on } = await loadOpenCycle(deps, objective.cycleId);
  const value = input.value ?? null;
  if (value !== null) checkValueByHand(keyResult);
  const day = input.day ?? on.today;
  if (day > on.today) throw invalid('day', `${day} has not come yet. Give the day the value was true, at the latest today.`);
  // A value of a day that is over changes the days that have been recorded since.
  const retold = value !== null && day < on.today ? [keyResult.id] : [];
  await announceHistory(deps, retold);
  await deps.store.numbers.markDirty([keyResult.id], deps.now());
  const added = await deps.store.checkIns.add({
    id: input.id,
    keyResultId: keyResult.id,
    day,
    value,
    confidence: input.confidence ?? null,
    words: input.words ?? '',
    blockers: input.blockers ?? '',
    progress: progressWith(keyResult, value),
    createdAt: deps.now(),
    createdBy: actor.accountId,
  });
  await requestHistory(deps, retold);
  if (!added) throw idTaken('check-in');
  await recompute(deps, [keyResult.id], 'own');
  if (value !== null) await forecastKeyResults(deps, [keyResult.id]);
  await deps.publish({ projectIds: projectIdsOf([objective.home]), keyResultIds: [keyResult.id], issueIds: [] });
  return viewKeyResult(deps, keyResult.id);
}
