/** The days of a key result or an objective: what was recorded at the end of each, today as it is now, and the pace it is held against. */
import type { Input } from '../contract/api';
import type { HistoryDay, ProgressHistory } from '../contract/history';
import { addDays, dayOf, standardCalendar } from '../domain/calendar';
import { bandExpected, expectedProgress } from '../domain/expected';
import type { KeyResultRecord } from '../store/key-result-row';
import type { Actor, Deps } from './deps';
import { loadCycle, loadKeyResult, viewObjective, loadObjective } from './load';
import { requireSee } from './permission';
import { spanOf } from './views';

type Span = { readonly startDay: string; readonly dueDay: string };

function paceOf(span: Span, isBand: boolean): ProgressHistory['pace'] {
  const pace: { day: string; expected: number }[] = [];
  for (let day = span.startDay; day <= span.dueDay; day = addDays(day, 1)) {
    pace.push({ day, expected: isBand ? bandExpected(span.startDay, day) : expectedProgress(span, day, standardCalendar) });
  }
  return pace;
}

async function historyOf(
  deps: Deps,
  subject: Input<'getHistory'>['subject'],
  span: Span,
  isBand: boolean,
  now: Omit<HistoryDay, 'day' | 'origin'>,
): Promise<ProgressHistory> {
  const today = dayOf(deps.now());
  const past = (await deps.store.snapshots.listDays(subject.id, span.startDay)).filter(({ day }) => day < today);
  const told = await deps.store.rebuiltPasts.list(subject);
  return {
    ...span,
    today,
    days: [...past, { day: today, ...now, origin: 'seen' }],
    pace: paceOf(span, isBand),
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
    const cycle = await loadCycle(deps, objective.cycleId);
    const { progress } = await viewObjective(deps, subject.id);
    const span = { startDay: cycle.startDay, dueDay: cycle.endDay };
    return historyOf(deps, subject, span, false, { progress, scope: null, done: null, value: null });
  }
  const { keyResult, objective } = await loadKeyResult(deps, actor, subject.id);
  await requireSee(deps, actor, objective.home, 'key result');
  const span = spanOf(keyResult, await loadCycle(deps, objective.cycleId));
  const hasScope = keyResult.counts.inScope > 0;
  return historyOf(deps, subject, span, keyResult.kind === 'band', {
    progress: keyResult.progress,
    scope: hasScope ? keyResult.divisor : null,
    done: hasScope ? keyResult.creditSum : null,
    value: valueOf(keyResult),
  });
}
