/**
 * Changes a key result's words, people, weight, dates, rule or goal: one statement under its version, which also marks it dirty and names the
 * record of the change that was written before it.
 */
import type { Input } from '../../contract/api';
import type { KeyResultView } from '../../contract/okr';
import { projectIdsOf } from '../../domain/home';
import { keyResultRules } from '../../domain/quality/key-result-rules';
import type { KeyResultRecord } from '../../store/key-result-row';
import type { FieldChangeRecord } from '../../store/plan-changes';
import { askForSync } from '../sync/ask-for-sync';
import { checkBand, checkDates, checkGoal } from './check-key-result';
import type { Actor, Deps } from '../deps';
import { loadOpenCycle, loadKeyResult, viewKeyResult } from '../load';
import { requireNumberField } from '../settings/number-fields';
import { conflict, invalid } from '../okr-error';
import { requireMay } from '../permission';
import { dismissedText, listText, fieldChange, milestonesText, requireReason, ruleText, sourceText } from '../history/plan-change';
import { requireActive } from '../people/require-active';
import { readNewValue, type Reading } from '../progress/read-value';
import { recompute } from '../progress/recompute';
import { recordChange } from '../history/record-change';
import { keepReading } from '../progress/refresh-values';
import { announceHistory, requestHistory } from '../history/request-history';
import { asksReason, spanOf } from '../views';

type Edit = Input<'editKeyResult'>;

const fieldsOf: Readonly<Record<KeyResultRecord['kind'], readonly (keyof Edit)[]>> = {
  work: ['rule'],
  metric: ['rule', 'start', 'target', 'unit', 'source'],
  band: ['rule', 'low', 'high', 'unit', 'source'],
  milestones: ['milestones'],
};
const kindFields = ['rule', 'start', 'target', 'low', 'high', 'unit', 'source', 'milestones'] as const;
const measuredBy: Readonly<Record<KeyResultRecord['kind'], string>> = {
  work: 'its work: it has a counting rule and nothing else to measure by',
  metric: 'a metric: it has a start, a target, a unit and a source of its value',
  band: 'a band: it has a lower and an upper end, a unit and a source of its value',
  milestones: 'its milestones',
};

function checkKind(keyResult: KeyResultRecord, input: Edit): void {
  const stray = kindFields.find((field) => input[field] !== undefined && !fieldsOf[keyResult.kind].includes(field));
  if (stray !== undefined) throw invalid(stray, `This key result is measured by ${measuredBy[keyResult.kind]}. Change that instead.`);
  if (keyResult.kind === 'metric') checkGoal(input.start ?? keyResult.start, input.target ?? keyResult.target);
  if (keyResult.kind === 'band') checkBand(input.low ?? keyResult.low, input.high ?? keyResult.high);
}

const plain = (value: number | string | null): string | null => (value === null ? null : String(value));

function planChanges(keyResult: KeyResultRecord, input: Edit): readonly FieldChangeRecord[] {
  const shared = [
    ...fieldChange('weight', keyResult.weight, input.weight, plain),
    ...fieldChange('start day', keyResult.startDay, input.startDay, plain),
    ...fieldChange('due day', keyResult.dueDay, input.dueDay, plain),
    ...fieldChange('counting rule', keyResult.rule, input.rule, ruleText),
  ];
  switch (keyResult.kind) {
    case 'work':
      return shared;
    case 'metric':
      return [
        ...shared,
        ...fieldChange('start', keyResult.start, input.start, plain),
        ...fieldChange('target', keyResult.target, input.target, plain),
        ...fieldChange('source', keyResult.source, input.source, sourceText),
      ];
    case 'band':
      return [
        ...shared,
        ...fieldChange('low', keyResult.low, input.low, plain),
        ...fieldChange('high', keyResult.high, input.high, plain),
        ...fieldChange('source', keyResult.source, input.source, sourceText),
      ];
    case 'milestones':
      return [...shared, ...fieldChange('milestones', keyResult.milestones, input.milestones, milestonesText)];
  }
}

const unitChange = (keyResult: KeyResultRecord, input: Edit): readonly FieldChangeRecord[] =>
  keyResult.kind === 'metric' || keyResult.kind === 'band'
    ? fieldChange('unit', keyResult.unit, input.unit, (unit) => (unit === '' ? null : unit))
    : [];

/** Null where the value goes on coming from where it came from. */
async function newValue(deps: Deps, keyResult: KeyResultRecord, { source }: Edit): Promise<{ readonly reading: Reading | null } | null> {
  if (source === undefined || (keyResult.kind !== 'metric' && keyResult.kind !== 'band')) return null;
  if (sourceText(source) === sourceText(keyResult.source)) return null;
  return { reading: source.by === 'hand' ? null : await readNewValue(deps, source) };
}

export async function editKeyResult(deps: Deps, actor: Actor, input: Edit): Promise<KeyResultView> {
  const loaded = await loadKeyResult(deps, actor, input.id);
  const { keyResult, objective } = loaded;
  await requireMay(deps, actor, 'change the key result', 'key result', { home: objective.home, ...loaded });
  checkKind(keyResult, input);
  const { cycle, on } = await loadOpenCycle(deps, objective.cycleId);
  const dates = {
    startDay: input.startDay === undefined ? keyResult.startDay : input.startDay,
    dueDay: input.dueDay === undefined ? keyResult.dueDay : input.dueDay,
  };
  const span = spanOf(dates, cycle);
  checkDates(span.startDay, span.dueDay);
  const fields = planChanges(keyResult, input);
  if (fields.length > 0) requireReason(input.reason, asksReason(keyResult, cycle, on.today));
  if (input.rule?.weightBy === 'field') await requireNumberField(deps, input.rule.fieldId, 'rule.fieldId');
  const value = await newValue(deps, keyResult, input);

  // The days of a key result are told by its dates, rule and goal; its weight is its objective's business.
  const retold = fields.some(({ field }) => field !== 'weight') ? [input.id] : [];
  await requireActive(deps, actor, input.ownerAccountId, keyResult.ownerAccountId);

  const all = [
    ...fields,
    ...fieldChange('title', keyResult.title, input.title, plain),
    ...fieldChange('dismissed rules', keyResult.dismissedRules, input.dismissedRules, dismissedText(keyResultRules)),
    ...unitChange(keyResult, input),
    ...fieldChange('owner', keyResult.ownerAccountId, input.ownerAccountId, plain),
    ...fieldChange('contributors', keyResult.contributorIds, input.contributorIds, listText),
  ];
  const changeId =
    all.length === 0 ? undefined : await recordChange(deps, actor, { type: 'key-result', ...keyResult }, all, { reason: input.reason });
  const valueSourceId = value?.reading ? deps.newId() : null;
  const source = value === null ? undefined : input.source;
  const edit = { ...input, changeId, value: source === undefined ? undefined : { source, valueSourceId } };
  await announceHistory(deps, retold);
  const updated = await deps.store.keyResults.update(input.id, input.version, edit);
  await requestHistory(deps, retold);
  if (!updated) throw conflict('key result');
  if (value?.reading && valueSourceId !== null) await keepReading(deps, input.id, valueSourceId, value.reading);
  if (input.rule?.weightBy === 'field') {
    await deps.store.pendingIssues.noteScopes([input.id], deps.newId(), deps.now());
    await askForSync(deps);
  }
  await recompute(deps, [input.id], 'none');
  await deps.publish({ projectIds: projectIdsOf([objective.home]), keyResultIds: [input.id], issueIds: [] });
  return viewKeyResult(deps, input.id);
}
