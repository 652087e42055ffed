/**
 * When the demo company works: which days are busy, which are holidays, and at what minute something happens.
 * All in UTC; knows nothing of issues.
 */
import { addDays, dayOf } from '../../src/domain/calendar';
import type { Random } from './random';

const minuteMs = 60_000;

/** How much gets done on a day next to a plain Tuesday: 0 on weekends and holidays, less in August and before the year ends. */
function busyness(day: string): number {
  const weekday = new Date(day).getUTCDay();
  if (weekday === 0 || weekday === 6) return 0;
  const date = day.slice(5);
  if (date >= '12-24' || date === '01-01' || date === '05-01') return 0;
  if (date >= '12-18' || date <= '01-06' || (date >= '08-03' && date <= '08-21')) return 0.4;
  return weekday === 5 ? 0.8 : 1;
}

/** The day itself when it is worked, else the last worked day before it. */
export function workedDayUpTo(day: string): string {
  let worked = day;
  while (busyness(worked) === 0) worked = addDays(worked, -1);
  return worked;
}

/** `count` worked days from `first` through `last`, earliest first, busy days more often; fewer (none) when no day of the span is worked. */
export function drawWorkedDays(random: Random, first: string, last: string, count: number): string[] {
  const days: { readonly day: string; readonly upTo: number }[] = [];
  let total = 0;
  for (let day = first; day <= last; day = addDays(day, 1)) {
    total += busyness(day);
    if (busyness(day) > 0) days.push({ day, upTo: total });
  }
  const drawn: string[] = [];
  for (let i = 0; i < count && days.length > 0; i += 1) {
    const at = random.next() * total;
    const hit = days.find(({ upTo }) => upTo > at);
    if (hit) drawn.push(hit.day);
  }
  return drawn.sort();
}

/** A minute of the working day, 07:30 to 16:30, as epoch ms: late enough for a night's sleep, early enough for what follows. */
export function atWork(random: Random, day: string): number {
  return Date.parse(day) + (450 + random.between(0, 540)) * minuteMs + random.between(0, 59_999);
}

/** The instant itself when people are at work then, else one on the next morning that is worked. */
export function duringWork(random: Random, at: number): number {
  const today = dayOf(at);
  const minute = (at - Date.parse(today)) / minuteMs;
  if (busyness(today) > 0 && minute >= 420 && minute < 1110) return at;
  let day = minute < 420 ? today : addDays(today, 1);
  while (busyness(day) === 0) day = addDays(day, 1);
  return Date.parse(day) + (440 + random.between(0, 100)) * minuteMs + random.between(0, 59_999);
}

/** The wanted instant, or up to an hour after `earlier` where the wanted one would come first. */
export function after(random: Random, earlier: number, wanted: number): number {
  return wanted > earlier ? wanted : earlier + random.between(4, 55) * minuteMs;
}
