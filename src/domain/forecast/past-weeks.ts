/**
 * What a key result's forecast draws from, as it is kept between two days: the weeks of its past, by kind. Kept in the unit of the value or
 * the counting rule, without the goal: so a lower target or a later date is forecast without reading the past again.
 */
import type { CountingRule } from '../model';
import { comparableWeeks, type PastDays } from './comparable-weeks';
import type { FlowWeek } from './flow-week';
import { weeklyChanges, weeklyValues, type ReadValue } from './weekly-changes';
import { weeklyFlow, type FlowDay } from './weekly-flow';

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

const amountsOfWork = [({ finished }: FlowWeek) => finished, ({ added }: FlowWeek) => added];

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
        weeks: comparableWeeks(weeklyFlow(past.days, days.endDay, goal.rule.wanted !== null), amountsOfWork, days),
      };
    case 'metric':
      return { of: 'metric', changes: comparableWeeks(weeklyChanges(past.values), [(change) => change], days) };
    case 'band':
      return { of: 'band', values: weeklyValues(past.values, days.endDay) };
  }
}
