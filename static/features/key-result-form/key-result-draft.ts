/** A key result as a form holds it, and what is missing in it. Fields of other kinds than the one at hand are there and mean nothing. Pure. */
import type { KeyResultView } from '../../../src/contract/okr';
import type { CountingRule, ValueSource } from '../../../src/domain/model';
import type { DismissedRule } from '../../../src/domain/quality/dismissed-rule';
import { isWeight } from '../project-okrs/objective-draft';
import { checkMilestones, milestoneDraftsOf, type MilestoneDraft } from './milestone-draft';
import { checkRule, plainRule, ruleDraftOf, ruleFields, type RuleField } from './rule-draft';
import { checkSource, sourceDraftOf, sourceFields, type SourceField } from './value-source-draft';

type PlainField = 'title' | 'owner' | 'weight' | 'startDay' | 'dueDay' | 'start' | 'target' | 'low' | 'high' | 'unit' | 'reason';

export type KeyResultDraft = Readonly<Record<PlainField | RuleField | SourceField, string>> & {
  readonly milestones: readonly MilestoneDraft[];
  readonly dismissedRules: readonly DismissedRule[];
};
export type KeyResultField = keyof KeyResultDraft;
export type Kind = KeyResultView['kind'];
export type KeyResultWords = Partial<Record<KeyResultField, string>>;

export const keyResultFields: Readonly<Record<KeyResultField, string>> = {
  title: 'Key result',
  owner: 'Owner',
  weight: 'Weight in the objective',
  startDay: 'Starts',
  dueDay: 'Due',
  start: 'Start',
  target: 'Target',
  low: 'At least',
  high: 'At most',
  unit: 'Unit',
  ...ruleFields,
  ...sourceFields,
  milestones: 'Milestones',
  dismissedRules: 'Dismissed rules of wording',
  reason: 'Why does the plan change?',
};

/** An empty text for a number that is not there. Dates empty: those of the cycle. */
export const newKeyResultDraft = (owner: string | null): KeyResultDraft => ({
  title: '',
  owner: owner ?? '',
  weight: '1',
  startDay: '',
  dueDay: '',
  start: '',
  target: '',
  low: '',
  high: '',
  unit: '',
  ...ruleDraftOf(plainRule),
  ...sourceDraftOf({ by: 'hand' }),
  milestones: [],
  dismissedRules: [],
  reason: '',
});

/** The rule that counts its issues; null where it has none to count. */
export const ruleIn = (keyResult: KeyResultView): CountingRule | null => {
  if (keyResult.kind === 'work') return keyResult.rule;
  return keyResult.kind === 'milestones' ? null : (keyResult.track?.rule ?? null);
};

/** Where its value comes from; null where it has no value. */
export const sourceIn = (keyResult: KeyResultView): ValueSource | null => {
  if (keyResult.kind === 'metric') return keyResult.metric.source;
  return keyResult.kind === 'band' ? keyResult.band.source : null;
};

const goalOf = (keyResult: KeyResultView): Partial<KeyResultDraft> => {
  switch (keyResult.kind) {
    case 'work':
      return {};
    case 'metric':
      return { start: String(keyResult.metric.start), target: String(keyResult.metric.target), unit: keyResult.metric.unit };
    case 'band':
      return { low: String(keyResult.band.low), high: String(keyResult.band.high), unit: keyResult.band.unit };
    case 'milestones':
      return { milestones: milestoneDraftsOf(keyResult.milestones) };
  }
};

export const keyResultDraftOf = (keyResult: KeyResultView): KeyResultDraft => ({
  ...newKeyResultDraft(keyResult.ownerAccountId),
  title: keyResult.title,
  dismissedRules: keyResult.dismissedRules,
  weight: String(keyResult.weight),
  startDay: keyResult.startDay,
  dueDay: keyResult.dueDay,
  ...ruleDraftOf(ruleIn(keyResult) ?? plainRule),
  ...sourceDraftOf(sourceIn(keyResult) ?? { by: 'hand' }),
  ...goalOf(keyResult),
});

const isNumber = (text: string) => text.trim() !== '' && Number.isFinite(Number(text));

const checkMetric = ({ start, target }: KeyResultDraft): KeyResultWords => ({
  ...(isNumber(start) ? {} : { start: 'Give the number you start from.' }),
  ...(isNumber(target)
    ? isNumber(start) && Number(start) === Number(target)
      ? { target: 'The target must differ from the start: otherwise there is no way to measure progress.' }
      : {}
    : { target: 'Give the number you want to reach.' }),
});

const checkBand = ({ low, high }: KeyResultDraft): KeyResultWords => ({
  ...(isNumber(low) ? {} : { low: 'Give the lowest value that is still fine.' }),
  ...(isNumber(high)
    ? isNumber(low) && Number(high) < Number(low)
      ? { high: 'The upper end must not be below the lower end.' }
      : {}
    : { high: 'Give the highest value that is still fine.' }),
});

const checkGoal = (kind: Kind, draft: KeyResultDraft): KeyResultWords => {
  switch (kind) {
    case 'work':
      return {};
    case 'metric':
      return { ...checkMetric(draft), ...checkSource(draft) };
    case 'band':
      return { ...checkBand(draft), ...checkSource(draft) };
    case 'milestones': {
      const wrong = checkMilestones(draft.milestones);
      return wrong === null ? {} : { milestones: wrong };
    }
  }
};

/** `counts`: whether it has issues to count, so that the rule has to make sense. */
export const checkKeyResult = (kind: Kind, counts: boolean, draft: KeyResultDraft): KeyResultWords => ({
  ...(draft.title.trim() === '' ? { title: 'Say how you will know.' } : {}),
  ...(isWeight(draft.weight) ? {} : { weight: 'Give a number above 0, at most 1000.' }),
  ...(draft.startDay !== '' && draft.dueDay !== '' && draft.dueDay < draft.startDay ? { dueDay: 'Due must not be before the start.' } : {}),
  ...(counts ? checkRule(draft) : {}),
  ...checkGoal(kind, draft),
});
