/** The cone of a chart: where 15 to 85 % of the runs of a forecast are on each coming day, from today to the due day. Pure. */
import type { ForecastView } from '../../../src/contract/forecast';
import { addDays } from '../../../src/domain/calendar';
import { coneOf, type ConePoint } from '../../../src/domain/forecast/cone';
import type { ChartCone } from '../../ui/chart/chart-model';

const dayMs = 86_400_000;

/** The points of whole weeks, and one on the due day on the way to the next of them. */
function pointsUntil(cone: readonly ConePoint[], weeks: number): readonly ConePoint[] {
  const whole = cone.filter((point) => point.weeks < weeks);
  const [before, after] = [whole.at(-1), cone.find((point) => point.weeks >= weeks)];
  if (before === undefined || after === undefined) return whole;
  const at = (from: number, to: number) => from + (to - from) * (weeks - before.weeks);
  return [...whole, { weeks, low: at(before.low, after.low), high: at(before.high, after.high) }];
}

/** `valueOf`: credit in the unit of the chart. Null without a forecast, and from the due day on. */
export const coneModel = (forecast: ForecastView | undefined, valueOf: (credit: number) => number): ChartCone | null => {
  if (forecast?.told?.kind !== 'forecast' || forecast.outlook === null) return null;
  const { today, dueDay, outlook } = forecast;
  const weeks = (Date.parse(dueDay) - Date.parse(today)) / (7 * dayMs);
  if (weeks <= 0) return null;
  return {
    name: 'forecast, 15 to 85 %',
    points: pointsUntil(coneOf(outlook, Math.ceil(weeks)), weeks).map((point) => {
      const ends = [valueOf(point.low), valueOf(point.high)];
      return { day: addDays(today, Math.round(point.weeks * 7)), low: Math.min(...ends), high: Math.max(...ends) };
    }),
  };
};
