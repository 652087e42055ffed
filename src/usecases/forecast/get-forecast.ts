/** The forecast of one key result as it stands now, drawn from the weeks that are kept, and what its levers are pulled on. */
import type { Input } from '../../contract/api';
import type { ForecastView } from '../../contract/forecast';
import { dayOfView } from '../../domain/cycle';
import { keyResultForecast, outlookOf } from '../../domain/forecast/key-result-forecast';
import type { Actor, Deps } from '../deps';
import { loadCycle, loadKeyResult } from '../load';
import { requireSee } from '../permission';
import { spanOf } from '../views';

export async function getForecast(deps: Deps, actor: Actor, { keyResultId }: Input<'getForecast'>): Promise<ForecastView> {
  const { keyResult, objective } = await loadKeyResult(deps, actor, keyResultId);
  await requireSee(deps, actor, objective.home, 'key result');
  const { cycle, on } = await loadCycle(deps, objective.cycleId);
  const kept = await deps.store.forecasts.find(keyResultId);
  const days = { today: dayOfView(cycle, on.today), dueDay: spanOf(keyResult, cycle).dueDay };
  const past = kept?.past ?? null;
  return {
    ...days,
    told: cycle.state === 'closed' ? (kept?.told ?? null) : keyResultForecast(keyResult, past, days),
    outlook: cycle.state === 'closed' ? null : outlookOf(keyResult, past, days),
  };
}
