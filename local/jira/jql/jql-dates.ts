/**
 * The instants JQL can name: absolute (`2026-01-31`, `"2026/01/31 14:00"`), relative (`-1d`, `"4w 2d"`) and functions
 * (`startOfMonth("-1M")`). Everything in UTC; a week starts on Sunday, as on a site in American English.
 */

const minute = 60_000;
const day = 24 * 60 * minute;
const unitMs: Readonly<Record<string, number>> = { m: minute, h: 60 * minute, d: day, w: 7 * day, y: 365 * day };

const absolute = /^(\d{4})[-/](\d{1,2})[-/](\d{1,2})(?:\s+(\d{1,2}):(\d{2}))?$/;
const relative = /^([+-]?)((?:\d+[mhdwy]\s*)+)$/;

/** Epoch ms; null where the text is neither a date nor a period. */
export const parseJqlDate = (text: string, now: number): number | null => {
  const date = absolute.exec(text.trim());
  if (date) {
    const [year = 0, month = 0, dayOfMonth = 0, hour = 0, minutes = 0] = date.slice(1).map((part) => Number(part ?? 0));
    const instant = new Date(Date.UTC(year, month - 1, dayOfMonth, hour, minutes));
    const isReal = instant.getUTCMonth() === month - 1 && instant.getUTCDate() === dayOfMonth && hour < 24 && minutes < 60;
    return isReal ? instant.getTime() : null;
  }
  const period = relative.exec(text.trim());
  if (!period) return null;
  let ms = 0;
  for (const part of (period[2] ?? '').matchAll(/(\d+)([mhdwy])/g)) ms += Number(part[1]) * (unitMs[part[2] ?? ''] ?? 0);
  return period[1] === '-' ? now - ms : now + ms;
};

type Calendar = 'Day' | 'Week' | 'Month' | 'Quarter' | 'Year';
const defaultUnit: Readonly<Record<Calendar, string>> = { Day: 'd', Week: 'w', Month: 'M', Quarter: 'Q', Year: 'y' };

const shiftMonths = (at: number, months: number): number => {
  const date = new Date(at);
  const dayOfMonth = date.getUTCDate();
  date.setUTCDate(1);
  date.setUTCMonth(date.getUTCMonth() + months);
  const lastDay = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate();
  date.setUTCDate(Math.min(dayOfMonth, lastDay));
  return date.getTime();
};

const startOf = (at: number, calendar: Calendar): number => {
  const date = new Date(at);
  const [year, month] = [date.getUTCFullYear(), date.getUTCMonth()];
  switch (calendar) {
    case 'Day':
      return at - (((at % day) + day) % day);
    case 'Week':
      return startOf(at, 'Day') - date.getUTCDay() * day;
    case 'Month':
      return Date.UTC(year, month);
    case 'Quarter':
      return Date.UTC(year, month - (month % 3));
    case 'Year':
      return Date.UTC(year, 0);
  }
};

const nextStart = (start: number, calendar: Calendar): number => {
  const months = { Month: 1, Quarter: 3, Year: 12 };
  if (calendar === 'Day') return start + day;
  return calendar === 'Week' ? start + 7 * day : shiftMonths(start, months[calendar]);
};

const functionName = /^(start|end)Of(Day|Week|Month|Quarter|Year)$/i;
const increment = /^([+-]?)(\d+)([yQMwdhm]?)$/;

const calendars: readonly Calendar[] = ['Day', 'Week', 'Month', 'Quarter', 'Year'];

export type DateFunction = { readonly at: number } | { readonly unknown: true } | { readonly invalidArgument: string };

/**
 * The instant a date function means. Whole months, quarters and years are added before going to the start or end of the
 * period (`endOfMonth("-1")` is the last day of last month), shorter units after it (`startOfMonth("+14d")` is the 15th).
 */
export const evaluateDateFunction = (name: string, args: readonly string[], now: number): DateFunction => {
  if (name.toLowerCase() === 'now') return { at: now };
  const parts = functionName.exec(name);
  const calendar = calendars.find((candidate) => candidate.toLowerCase() === parts?.[2]?.toLowerCase());
  if (!parts || !calendar) return { unknown: true };
  const edge = (at: number): number => {
    const start = startOf(at, calendar);
    return parts[1]?.toLowerCase() === 'start' ? start : nextStart(start, calendar) - 1;
  };
  const [argument] = args;
  if (argument === undefined) return { at: edge(now) };
  const shift = increment.exec(argument.trim());
  if (!shift) return { invalidArgument: argument };
  const amount = Number(shift[2]) * (shift[1] === '-' ? -1 : 1);
  const unit = shift[3] === '' || shift[3] === undefined ? defaultUnit[calendar] : shift[3];
  const monthsPerUnit: Readonly<Record<string, number>> = { M: 1, Q: 3, y: 12 };
  const months = monthsPerUnit[unit];
  if (months !== undefined) return { at: edge(shiftMonths(now, amount * months)) };
  if (shift[3] === '') return { at: edge(now + amount * (unitMs[unit] ?? 0)) };
  return { at: edge(now) + amount * (unitMs[unit] ?? 0) };
};
