/** Asks Jira for the values that queries measure: of one key result on demand, of all that are due every hour. */
import type { Input } from '../../contract/api';
import type { KeyResultView } from '../../contract/okr';
import { dayOf } from '../../domain/calendar';
import { JiraRejected } from '../../jira/jira-error';
import type { BandKeyResultRecord, KeyResultRecord, MetricKeyResultRecord } from '../../store/key-result-row';
import type { Actor, AppDeps, Deps } from '../deps';
import { loadKeyResult, loadOpenCycle, viewKeyResult } from '../load';
import { invalid, OkrError } from '../okr-error';
import { requireSee } from '../permission';
import { readValue, type Reading } from './read-value';
import { recompute } from './recompute';

const DUE_AFTER_MS = 50 * 60_000;
const BATCH = 100;

type Measured = (MetricKeyResultRecord | BandKeyResultRecord) & { readonly valueSourceId: string };

const isMeasured = (keyResult: KeyResultRecord): keyResult is Measured =>
  (keyResult.kind === 'metric' || keyResult.kind === 'band') && keyResult.source.by === 'jira' && keyResult.valueSourceId !== null;

/** Keeps a reading of today. The key result has to be marked dirty before, and computed after. */
export const keepReading = (deps: AppDeps, keyResultId: string, valueSourceId: string, reading: Reading): Promise<void> =>
  deps.store.valueReadings.write({ keyResultId, day: dayOf(deps.now()), valueSourceId, ...reading, readAt: deps.now() });

async function refresh(deps: AppDeps, keyResult: Measured): Promise<void> {
  if (keyResult.source.by !== 'jira') return;
  const reading = await readValue(deps, keyResult.source);
  await deps.store.numbers.markDirty([keyResult.id], deps.now());
  await keepReading(deps, keyResult.id, keyResult.valueSourceId, reading);
  const projectIds = await recompute(deps, [keyResult.id], 'own');
  if (reading.value !== keyResult.current) await deps.publish({ projectIds, keyResultIds: [keyResult.id], issueIds: [] });
}

/** Anybody who may see the number may have it read again. */
export async function refreshValue(deps: Deps, actor: Actor, input: Input<'refreshValue'>): Promise<KeyResultView> {
  const { keyResult, objective } = await loadKeyResult(deps, actor, input.keyResultId);
  await requireSee(deps, actor, objective.home, 'key result');
  await loadOpenCycle(deps, objective.cycleId);
  if (!isMeasured(keyResult)) throw invalid('keyResultId', 'No query measures this key result. Record its value instead.');
  try {
    await refresh(deps, keyResult);
  } catch (error) {
    if (error instanceof JiraRejected) throw new OkrError('INVALID', `Jira refuses the query: ${error.message} Change it, then try again.`);
    throw error;
  }
  return viewKeyResult(deps, keyResult.id);
}

/** The ones asked the longest ago first; one that Jira refuses keeps its value. False when `until` (epoch ms) came first. */
export async function refreshDueValues(deps: AppDeps, until: number): Promise<boolean> {
  const due = await deps.store.valueReadings.listDue(dayOf(deps.now()), deps.now() - DUE_AFTER_MS, BATCH);
  for (const { keyResult } of await deps.store.numbers.listForRecompute(due)) {
    if (deps.now() > until) return false;
    if (!isMeasured(keyResult)) continue;
    try {
      await refresh(deps, keyResult);
    } catch (error) {
      if (!(error instanceof JiraRejected || error instanceof OkrError)) throw error;
      deps.warn(`Jira cannot say the value of key result ${keyResult.id}; it stays as it is.`);
    }
  }
  return true;
}
