/** Changes as words before and after, and the reason they ask for once the plan is settled. */
import type { CountingRule, Milestone, ValueSource } from '../../domain/model';
import type { DismissedRule } from '../../domain/quality/dismissed-rule';
import type { FieldChangeRecord } from '../../store/plan-changes';
import { invalid } from '../okr-error';

export const ruleText = (rule: CountingRule): string =>
  [
    rule.weightBy === 'field' ? `by ${rule.fieldId}` : `by ${rule.weightBy}`,
    rule.wanted === null ? 'share of the scope' : `${rule.wanted} wanted`,
    `in progress ${rule.inProgressCredit}`,
    rule.unestimated === 'leave-out' ? 'unestimated left out' : `unestimated ${rule.unestimated}`,
    rule.shared === 'split' ? 'shared issues split' : 'shared issues whole',
  ].join(', ');

export const sourceText = (source: ValueSource): string => {
  if (source.by === 'hand') return 'by hand';
  return source.measure === 'count' ? `count of ${source.jql}` : `${source.measure} of ${source.fieldId} over ${source.jql}`;
};

export const milestonesText = (milestones: readonly Milestone[]): string =>
  milestones.map(({ title, weight }) => `${title} (${weight})`).join('; ');

/** Dismissed rules by their names, with the reasons; null for none. */
export const dismissedText =
  (rules: readonly { readonly id: string; readonly name: string }[]) =>
  (dismissed: readonly DismissedRule[]): string | null => {
    const nameOf = (rule: string) => rules.find(({ id }) => id === rule)?.name ?? rule;
    return dismissed.length === 0 ? null : dismissed.map(({ rule, reason }) => `${nameOf(rule)} (${reason})`).join('; ');
  };

/** Ids (accounts, projects) or names, comma-separated; null for none. */
export const listText = (items: readonly string[]): string | null => (items.length === 0 ? null : items.join(', '));

/** Says how many are named and not who: a private objective may be open to all later. */
export const privacyText = (audience: readonly string[] | null): string =>
  audience === null ? 'not private' : `private, ${audience.length} named`;

/** One entry where the text differs; none where nothing was given. */
export function fieldChange<T>(
  field: string,
  before: T,
  after: T | undefined,
  text: (value: T) => string | null,
): readonly FieldChangeRecord[] {
  if (after === undefined) return [];
  const change = { field, before: text(before), after: text(after) };
  return change.before === change.after ? [] : [change];
}

/** What becomes of a thing as a whole is its `state`. */
export const archived: readonly FieldChangeRecord[] = [{ field: 'state', before: 'live', after: 'archived' }];
export const restored: readonly FieldChangeRecord[] = [{ field: 'state', before: 'archived', after: 'live' }];

/** On record too, and not the plan: the words for it, whose it is, what somebody says of it, and what became of it. */
const besidePlan: ReadonlySet<string> = new Set([
  'title',
  'description',
  'dismissed rules',
  'unit',
  'owner',
  'contributors',
  'health',
  'state',
  'milestone reached',
  'grade',
  'cause',
  'learned',
  'next step',
]);

export const isOfPlan = ({ field }: FieldChangeRecord): boolean => !besidePlan.has(field);

/** Throws `INVALID` on `reason` where a settled plan is changed without one. */
export function requireReason(reason: string | undefined, asked: boolean): void {
  if (asked && reason === undefined) {
    throw invalid('reason', 'This plan has begun, so a change of it stays on record with its reason. Say in a few words why it changes.');
  }
}
