/** The days of a key result or an objective: what was recorded at the end of each, today as it is now, and the pace it is held against. */
import type { Input } from '../../contract/api';
import type { HistoryDay, ProgressHistory } from '../../contract/history';
import { addDays, type Calendar } from '../../domain/calendar';
import { dayOfView } from '../../domain/cycle';
import { bandExpected, expectedProgress } from '../../domain/expected';
import type { KeyResultRecord } from '../../store/key-result-row';
import type { Actor, Deps } from '../deps';
import { loadCycle, loadKeyResult, viewObjective, loadObjective, type LoadedCycle } from '../load';
import { requireSee } from '../permission';
import { spanOf } from '../views';

type Span = { readonly startDay: string; readonly dueDay: string };

function paceOf(span: Span, isBand: boolean, calendar: Calendar): ProgressHistory['pace'] {
  const pace: { day: string; expected: number }[] = [];
  for (let day = span.startDay; day <= span.dueDay; day = addDays(day, 1)) {
    pace.push({ day, expected: isBand ? bandExpected(span.startDay, day) : expectedProgress(span, day, calendar) });
  }
  return pace;
}

async function historyOf(
  deps: Deps,
  subject: Input<'getHistory'>['subject'],
  span: Span,
  { cycle, on }: LoadedCycle,
  isBand: boolean,
  now: Omit<HistoryDay, 'day' | 'origin'>,
): Promise<ProgressHistory> {
  const today = dayOfView(cycle, on.today);
  const past = (await deps.store.snapshots.listDays(subject.id, span.startDay)).filter(({ day }) => day < today);
  const told = await deps.store.rebuiltPasts.list(subject);
  return {
    ...span,
    today,
    days: [...past, { day: today, ...now, origin: 'seen' }],
    pace: paceOf(span, isBand, on.calendar),
    rebuilding: told.some(({ isPending }) => isPending),
    untold: [...new Set(told.flatMap(({ untold }) => untold))],
  };
}

const valueOf = (keyResult: KeyResultRecord): number | null =>
  keyResult.kind === 'metric' || keyResult.kind === 'band' ? keyResult.current : null;

export async function getHistory(deps: Deps, actor: Actor, { subject }: Input<'getHistory'>): Promise<ProgressHistory> {
  if (subject.type === 'objective') {
    const objective = await loadObjective(deps, actor, subject.id);
    await requireSee(deps, actor, objective.home, 'objective');
    const loaded = await loadCycle(deps, objective.cycleId);
    const { progress } = await viewObjective(deps, actor, subject.id);
    const span = { startDay: loaded.cycle.startDay, dueDay: loaded.cycle.endDay };
    return historyOf(deps, subject, span, loaded, false, { progress, scope: null, done: null, value: null });
  }
  const { keyResult, objective } = await loadKeyResult(deps, actor, subject.id);
  await requireSee(deps, actor, objective.home, 'key result');
  const loaded = await loadCycle(deps, objective.cycleId);
  const span = spanOf(keyResult, loaded.cycle);
  const hasScope = keyResult.counts.inScope > 0;
  return historyOf(deps, subject, span, loaded, keyResult.kind === 'band', {
    progress: keyResult.progress,
    scope: hasScope ? keyResult.divisor : null,
    done: hasScope ? keyResult.creditSum : null,
    value: valueOf(keyResult),
  });
}
