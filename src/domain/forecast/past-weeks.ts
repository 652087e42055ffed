/**
 * What a key result's forecast draws from, as it is kept between two days: the weeks of its past, by kind. Kept in the unit of the value or
 * the counting rule, without the goal: so a lower target or a later date is forecast without reading the past again.
 */
import type { CountingRule } from '../model';
import type { FlowWeek } from './flow-week';
import { weeklyChanges, weeklyValues, type ReadValue } from './weekly-changes';
import { weeklyFlow, type FlowDay } from './weekly-flow';

const dayMs = 86_400_000;
const weekMs = 7 * dayMs;

export type PastWeeks =
  /** `rule`: by which they are counted, as `ruleOfWeeks` has it. */
  | { readonly of: 'work'; readonly rule: string; readonly weeks: readonly FlowWeek[] }
  /** By how much the value rose a week. */
  | { readonly of: 'metric'; readonly changes: readonly number[] }
  /** The value at the end of each week that has one. */
  | { readonly of: 'band'; readonly values: readonly number[] };

/** Equal for rules whose weeks can be compared: how much is wanted does not matter to them, whether anything is does. */
export const ruleOfWeeks = (rule: CountingRule): string =>
  JSON.stringify([
    rule.weightBy,
    rule.weightBy === 'field' ? rule.fieldId : null,
    rule.unestimated,
    rule.inProgressCredit,
    rule.shared,
    rule.wanted !== null,
  ]);

/** Weeks before `beginDay` count from the first one in which anything moved: before that, nobody worked on it. */
function fromFirstMove<T>(weeks: readonly T[], isIdle: (week: T) => boolean, { endDay, beginDay }: PastDays): readonly T[] {
  const begun = Math.max(0, Math.floor((Date.parse(endDay) - Date.parse(beginDay) + dayMs) / weekMs));
  const firstMove = weeks.findIndex((week) => !isIdle(week));
  return weeks.slice(Math.min(firstMove < 0 ? weeks.length : firstMove, Math.max(0, weeks.length - begun)));
}

export type PastDays = {
  /** The last day that is over. */
  readonly endDay: string;
  /** The day from which on it was worked on: every week from then on counts, also those in which nothing moved. */
  readonly beginDay: string;
};

const isStill = ({ finished, added }: FlowWeek): boolean => finished === 0 && added === 0;

/** The weeks of a goal's past; what was read of it is ascending by day. Milestones have none: their steps do not flow. */
export function pastWeeksOf(
  goal: { readonly kind: 'work'; readonly rule: CountingRule } | { readonly kind: 'metric' | 'band' },
  past: { readonly days: readonly FlowDay[]; readonly values: readonly ReadValue[] },
  days: PastDays,
): PastWeeks {
  switch (goal.kind) {
    case 'work':
      return {
        of: 'work',
        rule: ruleOfWeeks(goal.rule),
        weeks: fromFirstMove(weeklyFlow(past.days, days.endDay, goal.rule.wanted !== null), isStill, days),
      };
    case 'metric':
      return { of: 'metric', changes: fromFirstMove(weeklyChanges(past.values), (change) => change === 0, days) };
    case 'band':
      return { of: 'band', values: weeklyValues(past.values, days.endDay) };
  }
}
