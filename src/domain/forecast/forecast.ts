/**
 * The forecast of a key result: how likely it is to get there by its due day if the coming weeks are like its last ones, and when it does. Says
 * so where the past is too short or too unsteady to tell, instead of a number. Where the weeks come from is not its business.
 */
import { addDays } from '../calendar';
import { chanceWithin, dayOfChance, finishingDays, MOST_WEEKS } from './finishing-days';
import type { FlowWeek } from './flow-week';
import { outsideLimits } from './process-limits';

/** A key result as a forecast sees it: progress is `creditSum` ÷ `divisor`, as `measureWork` has them. */
export type Outlook = {
  readonly creditSum: number;
  readonly divisor: number;
  /** The progress that is wanted, above 0; 1 unless less will do. */
  readonly target: number;
  /** Weeks that ended today or earlier, oldest first; a quarter of them is what `weeklyFlow` and `weeklyChanges` give. */
  readonly weeks: readonly FlowWeek[];
  readonly today: string;
  readonly dueDay: string;
};

export type Forecast =
  | {
      readonly kind: 'forecast';
      /** The share of the runs that get there by the due day, 0..1. */
      readonly chance: number;
      /** The days by which 50, 85 and 95 % of the runs get there. Null: not within the horizon; at this rate, never. */
      readonly days: { readonly at50: string | null; readonly at85: string | null; readonly at95: string | null };
      /** What is left ÷ the weeks that are left; null once the due day is there. */
      readonly neededRate: number | null;
      /** What was finished a week, over the last 8 weeks or as many as there are. */
      readonly recentRate: number;
      /** `neededRate` ÷ `recentRate`: above 1 it has to go faster. Null without a needed rate, or where nothing was finished. */
      readonly strain: number | null;
    }
  /** `weeks`: how many there are of the 4 it takes. */
  | { readonly kind: 'not-enough-data'; readonly weeks: number }
  /** The latest week outside of the limits of its like, counted back from the last one (0), and what was out of the ordinary in it. */
  | { readonly kind: 'unstable'; readonly weeksAgo: number; readonly what: 'finished' | 'added' };

export const LEAST_WEEKS = 4;
const RECENT_WEEKS = 8;
/** How far is looked ahead, unless the due day is further off: a year. */
const HORIZON_WEEKS = 52;
const dayMs = 86_400_000;

const daysBetween = (from: string, to: string): number => Math.round((Date.parse(to) - Date.parse(from)) / dayMs);

function unsteadyWeek(weeks: readonly FlowWeek[]): Extract<Forecast, { kind: 'unstable' }> | null {
  for (const what of ['finished', 'added'] as const) {
    const index = outsideLimits(weeks.map((week) => week[what]));
    if (index !== null) return { kind: 'unstable', weeksAgo: weeks.length - 1 - index, what };
  }
  return null;
}

function rates({ creditSum, divisor, target, weeks }: Outlook, daysLeft: number) {
  const recent = weeks.slice(-RECENT_WEEKS);
  const recentRate = recent.reduce((sum, { finished }) => sum + finished, 0) / recent.length;
  const neededRate = daysLeft > 0 ? (7 * Math.max(0, target * divisor - creditSum)) / daysLeft : null;
  return { neededRate, recentRate, strain: neededRate !== null && recentRate > 0 ? neededRate / recentRate : null };
}

/** The same outlook gives the same forecast on every machine. What is there already is certain, whenever it was due. */
export function forecastOf(outlook: Outlook): Forecast {
  const { creditSum, divisor, target, weeks, today } = outlook;
  if (weeks.length < LEAST_WEEKS) return { kind: 'not-enough-data', weeks: weeks.length };
  const unsteady = unsteadyWeek(weeks);
  if (unsteady !== null) return unsteady;
  const daysLeft = daysBetween(today, outlook.dueDay);
  const horizon = Math.min(MOST_WEEKS, Math.max(HORIZON_WEEKS, Math.ceil(daysLeft / 7)));
  const finishing = finishingDays({ creditSum, divisors: [divisor], target, weeks, weeksAre: 'a-sample' }, horizon);
  const dayAt = (chance: number): string | null => {
    const days = dayOfChance(finishing, chance);
    return days === null ? null : addDays(today, days);
  };
  return {
    kind: 'forecast',
    chance: chanceWithin(finishing, Math.max(0, daysLeft)),
    days: { at50: dayAt(0.5), at85: dayAt(0.85), at95: dayAt(0.95) },
    ...rates(outlook, daysLeft),
  };
}
