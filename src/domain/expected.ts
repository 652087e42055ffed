/**
 * Where a steady pace would be today, so that progress can be held against it.
 * Steady means: the same step on every working day. Knows nothing of the work itself.
 */
import { everyDayCalendar, workingDaysBetween, type Calendar } from './calendar';

/**
 * Working days from the start through today ÷ working days of the whole span, 0..1: 0 before the start day, 1 from the due day on.
 * A span without a working day (a weekend) goes by all its days; a due day before the start day makes a span of that one start day.
 */
export function expectedProgress(span: { readonly startDay: string; readonly dueDay: string }, today: string, calendar: Calendar): number {
  if (today < span.startDay) return 0;
  if (today >= span.dueDay) return 1;
  const whole = workingDaysBetween(span.startDay, span.dueDay, calendar);
  if (whole === 0) return expectedProgress(span, today, everyDayCalendar);
  return workingDaysBetween(span.startDay, today, calendar) / whole;
}

/** A band has to hold all the time: 1 from its start day on, 0 before. */
export const bandExpected = (startDay: string, today: string): number => (today < startDay ? 0 : 1);
