/** A key result as a form holds it, and the requests made of it. Pure. */
import type { Input } from '../../../src/contract/api';
import type { KeyResultView } from '../../../src/contract/okr';
import type { CountingRule } from '../../../src/domain/model';
import type { Draft } from './draft';
import { isWeight } from './objective-draft';

export type KeyResultField =
  | 'title'
  | 'owner'
  | 'weight'
  | 'startDay'
  | 'dueDay'
  | 'weightBy'
  | 'unestimated'
  | 'inProgressCredit'
  | 'start'
  | 'target'
  | 'unit'
  | 'reason';
export type KeyResultDraft = Draft<KeyResultField>;
export type Kind = KeyResultView['kind'];
/** The kinds the form can write; of the others it changes what all kinds have. */
export type NewKind = 'work' | 'metric';

export const keyResultFields: Readonly<Record<KeyResultField, string>> = {
  title: 'Key result',
  owner: 'Owner',
  weight: 'Weight in the objective',
  startDay: 'Starts',
  dueDay: 'Due',
  weightBy: 'What an issue weighs',
  unestimated: 'Weight of an issue without an estimate',
  inProgressCredit: 'Credit for work in progress',
  start: 'Start',
  target: 'Target',
  unit: 'Unit',
  reason: 'Why the plan changes',
};

/** An empty text for a number that is not there; `unestimated` empty means left out. Dates empty: those of the cycle. */
export const newKeyResultDraft = (owner: string | null): KeyResultDraft => ({
  title: '',
  owner: owner ?? '',
  weight: '1',
  startDay: '',
  dueDay: '',
  weightBy: 'count',
  unestimated: '',
  inProgressCredit: '0',
  start: '',
  target: '',
  unit: '',
  reason: '',
});

export const keyResultDraftOf = (keyResult: KeyResultView): KeyResultDraft => ({
  ...newKeyResultDraft(keyResult.ownerAccountId),
  title: keyResult.title,
  weight: String(keyResult.weight),
  startDay: keyResult.startDay,
  dueDay: keyResult.dueDay,
  ...(keyResult.kind === 'work'
    ? {
        weightBy: keyResult.rule.weightBy,
        unestimated: keyResult.rule.unestimated === 'leave-out' ? '' : String(keyResult.rule.unestimated),
        inProgressCredit: String(keyResult.rule.inProgressCredit),
      }
    : {}),
  ...(keyResult.kind === 'metric'
    ? { start: String(keyResult.metric.start), target: String(keyResult.metric.target), unit: keyResult.metric.unit }
    : {}),
});

const isNumber = (text: string) => text.trim() !== '' && Number.isFinite(Number(text));

const checkWork = (draft: KeyResultDraft): Partial<Record<KeyResultField, string>> =>
  draft.weightBy !== 'count' && draft.unestimated !== '' && !(Number(draft.unestimated) >= 0)
    ? { unestimated: 'Give a number of points, or leave it empty to leave such issues out.' }
    : {};

const checkMetric = (draft: KeyResultDraft): Partial<Record<KeyResultField, string>> => ({
  ...(isNumber(draft.start) ? {} : { start: 'Give the number you start from.' }),
  ...(isNumber(draft.target)
    ? isNumber(draft.start) && Number(draft.start) === Number(draft.target)
      ? { target: 'The target must differ from the start: otherwise there is no way to measure progress.' }
      : {}
    : { target: 'Give the number you want to reach.' }),
});

export const checkKeyResult =
  (kind: Kind) =>
  (draft: KeyResultDraft): Partial<Record<KeyResultField, string>> => ({
    ...(draft.title.trim() === '' ? { title: 'Say how you will know.' } : {}),
    ...(isWeight(draft.weight) ? {} : { weight: 'Give a number above 0.' }),
    ...(draft.startDay !== '' && draft.dueDay !== '' && draft.dueDay < draft.startDay
      ? { dueDay: 'Due must not be before the start.' }
      : {}),
    ...(kind === 'work' ? checkWork(draft) : kind === 'metric' ? checkMetric(draft) : {}),
  });

const plainRule: CountingRule = { weightBy: 'count', unestimated: 'leave-out', inProgressCredit: 0, wanted: null, shared: 'repeat' };

const weightOf = (weightBy: string, before: CountingRule) => {
  if (weightBy === 'field' && before.weightBy === 'field') return { weightBy: before.weightBy, fieldId: before.fieldId } as const;
  return { weightBy: weightBy === 'points' || weightBy === 'estimate' ? weightBy : 'count' } as const;
};

/** What the form does not show stays as it was. */
const ruleOf = (draft: KeyResultDraft, before: CountingRule = plainRule): CountingRule => ({
  ...weightOf(draft.weightBy, before),
  unestimated: draft.unestimated.trim() === '' ? 'leave-out' : Number(draft.unestimated),
  inProgressCredit: Number(draft.inProgressCredit),
  wanted: before.wanted,
  shared: before.shared,
});

const orNull = (text: string) => (text === '' ? null : text);

export const createKeyResultInput = (id: string, objectiveId: string, kind: NewKind, draft: KeyResultDraft): Input<'createKeyResult'> => {
  const shared = {
    id,
    objectiveId,
    title: draft.title.trim(),
    ownerAccountId: orNull(draft.owner),
    weight: Number(draft.weight),
    startDay: orNull(draft.startDay),
    dueDay: orNull(draft.dueDay),
  };
  return kind === 'work'
    ? { kind, ...shared, rule: ruleOf(draft) }
    : { kind, ...shared, start: Number(draft.start), target: Number(draft.target), unit: draft.unit.trim() };
};

/** A rule travels whole even when one part of it changed. */
export const editKeyResultInput = (keyResult: KeyResultView, changes: Partial<KeyResultDraft>): Input<'editKeyResult'> => {
  const ruleChanged = changes.weightBy !== undefined || changes.unestimated !== undefined || changes.inProgressCredit !== undefined;
  return {
    id: keyResult.id,
    version: keyResult.version,
    ...(changes.title === undefined ? {} : { title: changes.title.trim() }),
    ...(changes.owner === undefined ? {} : { ownerAccountId: orNull(changes.owner) }),
    ...(changes.weight === undefined ? {} : { weight: Number(changes.weight) }),
    ...(changes.startDay === undefined ? {} : { startDay: orNull(changes.startDay) }),
    ...(changes.dueDay === undefined ? {} : { dueDay: orNull(changes.dueDay) }),
    ...(ruleChanged
      ? { rule: ruleOf({ ...keyResultDraftOf(keyResult), ...changes }, keyResult.kind === 'work' ? keyResult.rule : undefined) }
      : {}),
    ...(changes.start === undefined ? {} : { start: Number(changes.start) }),
    ...(changes.target === undefined ? {} : { target: Number(changes.target) }),
    ...(changes.unit === undefined ? {} : { unit: changes.unit.trim() }),
    ...(changes.reason === undefined || changes.reason.trim() === '' ? {} : { reason: changes.reason.trim() }),
  };
};
