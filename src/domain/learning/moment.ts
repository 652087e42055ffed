/** When in the course of a key result its forecasts are looked at: early, in the middle and late. Pure. */
import { addDays } from '../calendar';

/** Percent of the days from start to due. */
export const forecastMoments = [25, 50, 75] as const;
export type ForecastMoment = (typeof forecastMoments)[number];

/** The day on which so much of the span is over; rounded down, so that it is never after it. */
export function momentDay(span: { readonly startDay: string; readonly dueDay: string }, moment: ForecastMoment): string {
  const days = (Date.parse(span.dueDay) - Date.parse(span.startDay)) / 86_400_000;
  return addDays(span.startDay, Math.floor((Math.max(0, days) * moment) / 100));
}
