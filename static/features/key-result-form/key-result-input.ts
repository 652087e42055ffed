/** The requests that a form of a key result makes. Sends what changed and nothing else; a rule, a source and a list travel whole. Pure. */
import type { Input } from '../../../src/contract/api';
import type { KeyResultView } from '../../../src/contract/okr';
import { keyResultRuleIds } from '../../../src/domain/quality/rule-ids';
import { dismissalChange, dismissals } from '../quality/dismissals';
import {
  checkKeyResult,
  keyResultDraftOf,
  ruleIn,
  sourceIn,
  type KeyResultDraft,
  type KeyResultWords,
  type Kind,
} from './key-result-draft';
import { changesMilestones, milestonesOf } from './milestone-draft';
import { changesRule, ruleOf } from './rule-draft';
import { changesSource, sourceOf } from './value-source-draft';

const orNull = (text: string) => (text === '' ? null : text);

export const createKeyResultInput = (id: string, objectiveId: string, kind: Kind, draft: KeyResultDraft): Input<'createKeyResult'> => {
  const shared = {
    id,
    objectiveId,
    title: draft.title.trim(),
    ownerAccountId: orNull(draft.owner),
    weight: Number(draft.weight),
    startDay: orNull(draft.startDay),
    dueDay: orNull(draft.dueDay),
    ...dismissals(draft.dismissedRules, keyResultRuleIds),
  };
  const value = { unit: draft.unit.trim(), source: sourceOf(draft) };
  switch (kind) {
    case 'work':
      return { kind, ...shared, rule: ruleOf(draft) };
    case 'metric':
      return { kind, ...shared, start: Number(draft.start), target: Number(draft.target), ...value };
    case 'band':
      return { kind, ...shared, low: Number(draft.low), high: Number(draft.high), ...value };
    case 'milestones':
      return { kind, ...shared, milestones: [...milestonesOf(draft.milestones)] };
  }
};

type Edit = Input<'editKeyResult'>;

const textChanges = (before: KeyResultDraft, draft: KeyResultDraft): Partial<Edit> => ({
  ...(draft.title.trim() === before.title ? {} : { title: draft.title.trim() }),
  ...(draft.owner === before.owner ? {} : { ownerAccountId: orNull(draft.owner) }),
  ...(draft.unit.trim() === before.unit ? {} : { unit: draft.unit.trim() }),
  ...dismissalChange(before.dismissedRules, draft.dismissedRules, keyResultRuleIds),
});

/** Numbers are compared as numbers: `5.0` is no change of `5`. */
const numberChanges = (before: KeyResultDraft, draft: KeyResultDraft): Partial<Edit> =>
  Object.fromEntries(
    (['weight', 'start', 'target', 'low', 'high'] as const)
      .filter((field) => Number(draft[field]) !== Number(before[field]))
      .map((field) => [field, Number(draft[field])]),
  );

const planChanges = (keyResult: KeyResultView, draft: KeyResultDraft): Partial<Edit> => {
  const before = keyResultDraftOf(keyResult);
  const rule = ruleIn(keyResult);
  const source = sourceIn(keyResult);
  const milestones = milestonesOf(draft.milestones);
  return {
    ...numberChanges(before, draft),
    ...(draft.startDay === before.startDay ? {} : { startDay: orNull(draft.startDay) }),
    ...(draft.dueDay === before.dueDay ? {} : { dueDay: orNull(draft.dueDay) }),
    ...(rule !== null && changesRule(rule, draft) ? { rule: ruleOf(draft) } : {}),
    ...(source !== null && changesSource(source, draft) ? { source: sourceOf(draft) } : {}),
    ...(keyResult.kind === 'milestones' && changesMilestones(keyResult.milestones, milestones) ? { milestones: [...milestones] } : {}),
  };
};

/** Days on which milestones were reached, where nothing else of the list changed: no change of the plan. */
const reachedChanges = (keyResult: KeyResultView, draft: KeyResultDraft): Partial<Edit> => {
  if (keyResult.kind !== 'milestones') return {};
  const milestones = milestonesOf(draft.milestones);
  return JSON.stringify(milestones) === JSON.stringify(keyResult.milestones) ? {} : { milestones: [...milestones] };
};

/** Whether saving this has to be given a reason: the plan has begun, and its goal, dates, weight, rule or source change. */
export const needsReason = (keyResult: KeyResultView, draft: KeyResultDraft): boolean =>
  keyResult.asksReason && Object.keys(planChanges(keyResult, draft)).length > 0;

/** Null when the draft changes nothing. */
export const editKeyResultInput = (keyResult: KeyResultView, draft: KeyResultDraft): Edit | null => {
  const changes = {
    ...textChanges(keyResultDraftOf(keyResult), draft),
    ...reachedChanges(keyResult, draft),
    ...planChanges(keyResult, draft),
  };
  if (Object.keys(changes).length === 0) return null;
  const reason = needsReason(keyResult, draft) ? { reason: draft.reason.trim() } : {};
  return { id: keyResult.id, version: keyResult.version, ...changes, ...reason };
};

/** Words at what cannot be saved as it is. */
export const checkEdit = (keyResult: KeyResultView, draft: KeyResultDraft): KeyResultWords => ({
  ...checkKeyResult(keyResult.kind, ruleIn(keyResult) !== null, draft),
  ...(needsReason(keyResult, draft) && draft.reason.trim() === ''
    ? { reason: 'The plan has begun: say in a few words why it changes.' }
    : {}),
});
