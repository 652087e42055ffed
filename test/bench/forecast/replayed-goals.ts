/**
 * Key results as they could have been set on the scopes of real histories, from what was known on the day they start: every scope, every cycle
 * that fits, every plan, none left out for what became of it. Each is looked at after a quarter, a half and three quarters of its time.
 */
import { addDays } from '../../../src/domain/calendar';
import { comparableWeeks } from '../../../src/domain/forecast/comparable-weeks';
import type { FlowWeek } from '../../../src/domain/forecast/flow-week';
import { forecastOf, type Forecast } from '../../../src/domain/forecast/forecast';
import { weeklyFlow } from '../../../src/domain/forecast/weekly-flow';
import { healthOf } from '../../../src/domain/health';
import type { WeeklyScope } from './weekly-scopes';

/** `all of it`: of a scope with an end. The others want a number: of what the cycle's length before finished, or of what is open at the start. */
type Plan =
  | { readonly kind: 'all of it' }
  | { readonly kind: 'as much as before'; readonly times: number }
  | { readonly kind: 'of what is open'; readonly times: number };

export type Look = {
  readonly plan: Plan['kind'];
  readonly scope: string;
  readonly lengthWeeks: number;
  /** How much of the time has passed. */
  readonly cut: number;
  /** As the app makes it, from the weeks that are like those to come. */
  readonly forecast: Forecast;
  /** The same from all of the weeks. */
  readonly ofAllWeeks: Forecast;
  /** What the pace says: progress ÷ expected as health has it is on track. */
  readonly isOnPace: boolean;
  /** Whether it got there after the cut, by the due day. */
  readonly isHit: boolean;
};

export type ReplayedGoals = {
  readonly goals: number;
  readonly looks: readonly Look[];
  /** Cuts at which it was there already. */ readonly reached: number;
};

/** A quarter, a half year and a year, of weeks that a quarter of the time falls between. */
const LENGTHS = [12, 24, 48];
const CUTS = [0.25, 0.5, 0.75];
/** Nobody sets a key result for less. */
const LEAST_AMOUNT = 3;
const plans: readonly Plan[] = [
  { kind: 'all of it' },
  ...[0.5, 1, 1.5].map((times): Plan => ({ kind: 'as much as before', times })),
  ...[0.25, 0.5].map((times): Plan => ({ kind: 'of what is open', times })),
];
const withAnEnd: readonly WeeklyScope['kind'][] = ['release', 'parent', 'label'];

const amounts = [({ finished }: FlowWeek): number => finished, ({ added }: FlowWeek): number => added];

type Goal = {
  readonly isWanted: boolean;
  /** By the index of a week. */
  readonly creditSum: (week: number) => number;
  readonly divisor: (week: number) => number;
};

function goalOf({ kind, weeks }: WeeklyScope, plan: Plan, start: number, length: number): Goal | null {
  const credit = (week: number): number => weeks[week]?.creditSum ?? 0;
  const weight = (week: number): number => weeks[week]?.weightSum ?? 0;
  const open = weight(start) - credit(start);
  if (plan.kind === 'all of it') {
    return withAnEnd.includes(kind) && open >= LEAST_AMOUNT ? { isWanted: false, creditSum: credit, divisor: weight } : null;
  }
  const basis = plan.kind === 'as much as before' ? credit(start) - credit(start - length) : open;
  const wanted = Math.ceil(basis * plan.times);
  if (wanted < LEAST_AMOUNT) return null;
  return { isWanted: true, creditSum: (week) => credit(week) - credit(start), divisor: () => wanted };
}

/** Nothing finished and nothing added for as long as the cycle is: nobody works there. */
function isAlive({ weeks }: WeeklyScope, start: number, length: number): boolean {
  const [before, now] = [weeks[start - length], weeks[start]];
  return before?.creditSum !== now?.creditSum || before?.weightSum !== now?.weightSum;
}

function look(
  scope: WeeklyScope,
  goal: Goal,
  start: number,
  length: number,
  cut: number,
): Pick<Look, 'forecast' | 'ofAllWeeks' | 'isOnPace' | 'isHit'> | null {
  const [now, due] = [start + length * cut, start + length];
  const progress = (week: number): number => (goal.divisor(week) > 0 ? goal.creditSum(week) / goal.divisor(week) : 0);
  if (progress(now) >= 1) return null;
  const today = scope.weeks[now]?.day ?? '';
  const startDay = addDays(today, -7 * length * cut);
  // The app keeps no sums of a day on which nothing is in scope.
  const firstFull = scope.weeks.findIndex(({ weightSum }) => weightSum > 0);
  const all = weeklyFlow(scope.weeks.slice(Math.max(0, firstFull), now + 1), today, goal.isWanted);
  const comparable = comparableWeeks(all, amounts, { endDay: today, beginDay: addDays(startDay, 1) });
  const forecastFrom = (weeks: readonly FlowWeek[]): Forecast =>
    forecastOf({
      creditSum: goal.creditSum(now),
      divisor: goal.divisor(now),
      target: 1,
      weeks,
      today,
      dueDay: addDays(startDay, 7 * length),
    });
  const forecast = forecastFrom(comparable);
  const ofAllWeeks = comparable.length === all.length ? forecast : forecastFrom(all);
  const isOnPace = healthOf({ progress: progress(now), expected: cut, today, startDay }) === 'on-track';
  const later = Array.from({ length: due - now }, (_, index) => progress(now + 1 + index));
  return { forecast, ofAllWeeks, isOnPace, isHit: later.some((then) => then >= 1) };
}

export function replayedGoals(scopes: readonly WeeklyScope[]): ReplayedGoals {
  const looks: Look[] = [];
  let [goals, reached] = [0, 0];
  for (const scope of scopes) {
    for (const length of LENGTHS) {
      for (let start = length; start + length < scope.weeks.length; start += length) {
        if (!isAlive(scope, start, length)) continue;
        for (const plan of plans) {
          const goal = goalOf(scope, plan, start, length);
          if (goal === null) continue;
          goals += 1;
          for (const cut of CUTS) {
            const seen = look(scope, goal, start, length, cut);
            if (seen === null) reached += 1;
            else looks.push({ ...seen, plan: plan.kind, scope: scope.kind, lengthWeeks: length, cut });
          }
        }
      }
    }
  }
  return { goals, looks, reached };
}
