/**
 * The least that would make it likely enough that a key result gets there: a lower target, a later date, or less in scope. Found by search over the
 * same draws as the forecast, in which whatever helps never lowers a chance.
 */
import { addDays } from '../calendar';
import { dayOfChance, finishingDays } from './finishing-days';
import { forecastOf, type Outlook } from './forecast';
import { pulled, type Lever } from './lever';

/** Halvings of what is searched: to within a thousandth of it. */
const STEPS = 10;
/** How far ahead a later date is looked for: a year. */
const HORIZON_WEEKS = 52;

const isLikely = (outlook: Outlook, least: number): boolean => {
  const forecast = forecastOf(outlook);
  return forecast.kind === 'forecast' && forecast.chance >= least;
};

/** The smallest share of a whole, 0..1, with which a lever is enough; null where even all of it is not. Ascending shares help more. */
function leastShare(outlook: Outlook, least: number, leverAt: (share: number) => Lever): number | null {
  if (!isLikely(pulled(outlook, leverAt(1)), least)) return null;
  let [tooLittle, enough] = [0, 1];
  for (let step = 0; step < STEPS; step += 1) {
    const middle = (tooLittle + enough) / 2;
    if (isLikely(pulled(outlook, leverAt(middle)), least)) enough = middle;
    else tooLittle = middle;
  }
  return enough;
}

/** The largest progress, below what is wanted and above what there is, that is reached with a chance of `least`; null where there is none. */
export function likelyTarget(outlook: Outlook, least: number): number | null {
  const there = Math.max(0, outlook.creditSum / outlook.divisor);
  const way = outlook.target - there;
  if (way <= 0) return null;
  const share = leastShare(outlook, least, (given) => ({
    kind: 'target',
    target: Math.max(Number.MIN_VALUE, outlook.target - way * given),
  }));
  return share === null || share === 1 ? null : outlook.target - way * share;
}

/** The first day by which it gets there with a chance of `least` (above 0); null where that is more than a year away. */
export function likelyDay(outlook: Outlook, least: number): string | null {
  const { creditSum, divisor, target, weeks, today } = outlook;
  if (forecastOf(outlook).kind !== 'forecast') return null;
  const days = dayOfChance(finishingDays({ creditSum, divisors: [divisor], target, weeks, weeksAre: 'a-sample' }, HORIZON_WEEKS), least);
  return days === null ? null : addDays(today, days);
}

/** How much of the open scope would have to go, in the unit of the rule; null where even that is not enough. */
export function enoughCut(outlook: Outlook, least: number): number | null {
  const open = outlook.divisor - outlook.creditSum;
  if (open <= 0) return null;
  const share = leastShare(outlook, least, (given) => ({ kind: 'cut', weightSum: open * given, creditSum: 0 }));
  return share === null ? null : open * share;
}
