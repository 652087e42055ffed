/**
 * The forecast of a key result of any kind, from what it is now and the weeks that are kept of its past: the one formula for the daily pass, for
 * every change of the numbers on a day, and for what the browser tries out.
 */
import type { CountingRule } from '../model';
import { bandChance, type BandChance } from './band-chance';
import { forecastOf, type Forecast, type Outlook } from './forecast';
import { ruleOfWeeks, type PastWeeks } from './past-weeks';
import { metricOutlook } from './weekly-changes';

/** A key result as it stands now. */
export type ForecastGoal = { /** Null: not measured, so there is nothing to forecast. */ readonly progress: number | null } & (
  | { readonly kind: 'work'; readonly rule: CountingRule; readonly creditSum: number; readonly divisor: number }
  | {
      readonly kind: 'metric';
      readonly start: number;
      readonly target: number;
      readonly current: number | null;
      /** The day on which `current` was true. */
      readonly currentDay: string | null;
    }
  | { readonly kind: 'band'; readonly low: number; readonly high: number }
  | { readonly kind: 'milestones' }
);

export type KeyResultForecast = Forecast | BandChance;

type Days = Pick<Outlook, 'today' | 'dueDay'>;

/** Where a metric has gone since its last reading is not known: its weeks are drawn from that day on, so that no news is no standing still. */
const sinceReading = (days: Days, currentDay: string | null): Days =>
  currentDay !== null && currentDay < days.today ? { ...days, today: currentDay } : days;

/** What levers can be pulled on. Null where there is none: another kind, nothing measured, or weeks that were counted by another rule. */
export function outlookOf(goal: ForecastGoal, past: PastWeeks | null, days: Days): Outlook | null {
  if (past === null || goal.progress === null) return null;
  if (goal.kind === 'metric' && past.of === 'metric') return metricOutlook(goal, past.changes, sinceReading(days, goal.currentDay));
  if (goal.kind !== 'work' || past.of !== 'work' || past.rule !== ruleOfWeeks(goal.rule)) return null;
  return { ...days, creditSum: goal.creditSum, divisor: goal.divisor, target: 1, weeks: past.weeks };
}

/** Null where there is nothing to say: milestones, nothing measured, no past that fits. */
export function keyResultForecast(goal: ForecastGoal, past: PastWeeks | null, days: Days): KeyResultForecast | null {
  if (goal.kind === 'band') return past?.of === 'band' && goal.progress !== null ? bandChance(goal, past.values) : null;
  const outlook = outlookOf(goal, past, days);
  return outlook === null ? null : forecastOf(outlook);
}

/** 0..1; null without a chance, and once the due day is over: then it is there or it is not. */
export function chanceOf(forecast: KeyResultForecast | null, { today, dueDay }: Days): number | null {
  if (forecast === null || today > dueDay) return null;
  return forecast.kind === 'forecast' || forecast.kind === 'holds' ? forecast.chance : null;
}
