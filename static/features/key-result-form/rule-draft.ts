/**
 * A counting rule as a form holds it: every choice a word, every amount as typed, estimates in hours where the rule has seconds. Pure.
 */
import type { CountingRule } from '../../../src/domain/model';

export const ruleFieldNames = [
  'weightBy',
  'weightField',
  'unestimatedAs',
  'unestimated',
  'inProgressCredit',
  'against',
  'wanted',
  'shared',
] as const;

export type RuleField = (typeof ruleFieldNames)[number];
export type RuleDraft = Readonly<Record<RuleField, string>>;

export const ruleFields: Readonly<Record<RuleField, string>> = {
  weightBy: 'Each issue counts',
  weightField: 'Number field',
  unestimatedAs: 'Issues without an estimate',
  unestimated: 'What such an issue counts',
  inProgressCredit: 'Credit for work in progress (%)',
  against: 'Progress is measured against',
  wanted: 'Wanted amount',
  shared: 'Issues that other key results have too',
};

const secondsInHour = 3600;

/** Amounts of a rule are in seconds under `estimate`; people think in hours. */
const shown = (amount: number, weightBy: string): string => String(weightBy === 'estimate' ? amount / secondsInHour : amount);
const meant = (text: string, weightBy: string): number =>
  weightBy === 'estimate' ? Math.round(Number(text) * secondsInHour) : Number(text);

export const plainRule: CountingRule = {
  weightBy: 'count',
  unestimated: 'leave-out',
  inProgressCredit: 0,
  wanted: null,
  shared: 'repeat',
};

export const ruleDraftOf = (rule: CountingRule): RuleDraft => ({
  weightBy: rule.weightBy,
  weightField: rule.weightBy === 'field' ? rule.fieldId : '',
  unestimatedAs: rule.unestimated === 'leave-out' ? 'leave-out' : 'weight',
  unestimated: rule.unestimated === 'leave-out' ? '' : shown(rule.unestimated, rule.weightBy),
  // Not the percent of a screen: what is typed back must be the rule again.
  inProgressCredit: String(Number((rule.inProgressCredit * 100).toFixed(6))),
  against: rule.wanted === null ? 'scope' : 'wanted',
  wanted: rule.wanted === null ? '' : shown(rule.wanted, rule.weightBy),
  shared: rule.shared,
});

const weighingOf = ({ weightBy, weightField }: RuleDraft) => {
  if (weightBy === 'field') return { weightBy, fieldId: weightField } as const;
  return { weightBy: weightBy === 'points' || weightBy === 'estimate' ? weightBy : 'count' } as const;
};

/** Expects a draft that `checkRule` finds nothing wrong with. */
export const ruleOf = (draft: RuleDraft): CountingRule => ({
  ...weighingOf(draft),
  unestimated: draft.weightBy === 'count' || draft.unestimatedAs === 'leave-out' ? 'leave-out' : meant(draft.unestimated, draft.weightBy),
  inProgressCredit: Number(draft.inProgressCredit) / 100,
  wanted: draft.against === 'wanted' ? meant(draft.wanted, draft.weightBy) : null,
  shared: draft.shared === 'split' ? 'split' : 'repeat',
});

/** Under `count` nothing is unestimated: what a rule says about it there makes no difference. */
const settled = (rule: CountingRule): CountingRule => ruleOf(ruleDraftOf(rule));

/** Whether the draft means another rule than this one. */
export const changesRule = (rule: CountingRule, draft: RuleDraft): boolean =>
  JSON.stringify(settled(rule)) !== JSON.stringify(ruleOf(draft));

const units: Readonly<Record<string, string>> = { points: 'points', estimate: 'hours', field: 'the field’s unit' };

/** What the amounts of the rule are counted in. */
export const unitOf = (weightBy: string): string => units[weightBy] ?? 'issues';

const isAmount = (text: string): boolean => text.trim() !== '' && Number.isFinite(Number(text));

/** Words at the parts that make no rule yet. */
export const checkRule = (draft: RuleDraft): Partial<Record<RuleField, string>> => {
  const { weightBy, weightField, unestimatedAs, unestimated, inProgressCredit, against, wanted } = draft;
  const credit = Number(inProgressCredit);
  return {
    ...(weightBy === 'field' && weightField === '' ? { weightField: 'Choose the field that says what an issue counts.' } : {}),
    ...(weightBy !== 'count' && unestimatedAs === 'weight' && !(isAmount(unestimated) && Number(unestimated) >= 0)
      ? { unestimated: 'Give a number, 0 or more.' }
      : {}),
    ...(isAmount(inProgressCredit) && credit >= 0 && credit <= 50 ? {} : { inProgressCredit: 'Give a percentage from 0 to 50.' }),
    ...(against === 'wanted' && !(isAmount(wanted) && Number(wanted) > 0) ? { wanted: 'Give the amount you want, above 0.' } : {}),
  };
};
