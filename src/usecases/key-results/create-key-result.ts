/** Writes a new key result under an objective. The row is the commit and starts dirty; its first number follows. */
import type { Input } from '../../contract/api';
import type { KeyResultView } from '../../contract/okr';
import { projectIdsOf } from '../../domain/home';
import type { CountingRule } from '../../domain/model';
import type { KeyResultKind } from '../../store/key-results';
import { checkBand, checkDates, checkGoal } from './check-key-result';
import type { Actor, Deps } from '../deps';
import { loadOpenCycle, loadObjective, viewKeyResult } from '../load';
import { requireNumberField } from '../settings/number-fields';
import { idTaken } from '../okr-error';
import { requireMay } from '../permission';
import { readNewValue, type Reading } from '../progress/read-value';
import { recompute } from '../progress/recompute';
import { keepReading } from '../progress/refresh-values';
import { announceHistory, requestHistory } from '../history/request-history';
import { spanOf } from '../views';

const defaultRule: CountingRule = { weightBy: 'count', unestimated: 'leave-out', inProgressCredit: 0, wanted: null, shared: 'repeat' };

type Draft = Input<'createKeyResult'>;

function kindOf(input: Draft, valueSourceId: string | null): KeyResultKind {
  switch (input.kind) {
    case 'work':
      return { kind: 'work' };
    case 'metric': {
      const { start, target, unit = '', source = { by: 'hand' } } = input;
      checkGoal(start, target);
      return { kind: 'metric', start, target, unit, source, valueSourceId };
    }
    case 'band': {
      const { low, high, unit = '', source = { by: 'hand' } } = input;
      checkBand(low, high);
      return { kind: 'band', low, high, unit, source, valueSourceId };
    }
    case 'milestones':
      return { kind: 'milestones', milestones: input.milestones };
  }
}

/** The first reading of a query; null where no query measures it. */
async function firstReading(deps: Deps, input: Draft): Promise<Reading | null> {
  if (input.kind !== 'metric' && input.kind !== 'band') return null;
  return input.source?.by === 'jira' ? readNewValue(deps, input.source) : null;
}

export async function createKeyResult(deps: Deps, actor: Actor, input: Input<'createKeyResult'>): Promise<KeyResultView> {
  const objective = await loadObjective(deps, actor, input.objectiveId);
  await requireMay(deps, actor, 'change the objective', 'objective', { home: objective.home, objective });
  const { cycle } = await loadOpenCycle(deps, objective.cycleId);
  const rule = (input.kind === 'work' ? input.rule : undefined) ?? defaultRule;
  if (rule.weightBy === 'field') await requireNumberField(deps, rule.fieldId, 'rule.fieldId');
  const reading = await firstReading(deps, input);
  const valueSourceId = reading === null ? null : deps.newId();
  const of = kindOf(input, valueSourceId);
  const dates = { startDay: input.startDay ?? null, dueDay: input.dueDay ?? null };
  const span = spanOf(dates, cycle);
  checkDates(span.startDay, span.dueDay);
  // The past of work begins with its first source, that of a value by hand with its first check-in.
  const told = reading !== null || input.kind === 'milestones' ? [input.id] : [];
  await announceHistory(deps, told);
  const created = await deps.store.keyResults.insert({
    id: input.id,
    objectiveId: objective.id,
    title: input.title,
    ownerAccountId: input.ownerAccountId,
    weight: input.weight ?? 1,
    dismissedRules: input.dismissedRules ?? [],
    ...dates,
    rule,
    createdAt: deps.now(),
    createdBy: actor.accountId,
    of,
  });
  if (!created) {
    const existing = await deps.store.keyResults.find(input.id);
    if (existing?.createdBy !== actor.accountId || existing.objectiveId !== objective.id) throw idTaken('key result');
  }
  if (created && reading !== null && valueSourceId !== null) await keepReading(deps, input.id, valueSourceId, reading);
  await requestHistory(deps, told);
  await recompute(deps, [input.id], 'none');
  await deps.publish({ projectIds: projectIdsOf([objective.home]), keyResultIds: [input.id], issueIds: [] });
  return viewKeyResult(deps, input.id);
}
