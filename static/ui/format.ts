/**
 * Dates and numbers in the reader's language and zone, from the host's place. Days are calendar days and are never shifted by a zone.
 * Rounds nothing that a rule has to round: percents are `percent.tsx`'s business.
 */
import { useHost } from '../host';

export type Format = {
  /** `2026-12-31` → `31 Dec`, with the year when it is not that of `today`. */
  day(day: string, today?: string): string;
  /** `1 Oct – 31 Dec 2026`, as the language writes a range. */
  days(from: string, to: string): string;
  /** `12:04` for an instant of the same day as now, otherwise day and time. */
  instant(iso: string): string;
  /** At most three decimals, digits grouped. */
  number(value: number): string;
  /** With exactly one decimal: figures that stand below each other. */
  tenths(value: number): string;
  /** A value with its unit: `4.2 s`, `45 %`; without a unit just the number. */
  measure(value: number, unit: string): string;
};

const noon = (day: string) => new Date(`${day}T12:00:00Z`);

/** A locale the browser does not know falls back to English rather than failing the page. */
const known = (locale: string): string => {
  try {
    return Intl.DateTimeFormat.supportedLocalesOf(locale)[0] ?? 'en';
  } catch {
    return 'en';
  }
};

/** `now` is epoch ms, read at each call. */
export const createFormat = (wantedLocale: string, timezone: string, now: () => number): Format => {
  const locale = known(wantedLocale);
  const dayAndMonth = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', timeZone: 'UTC' });
  const fullDay = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' });
  const time = new Intl.DateTimeFormat(locale, { timeStyle: 'short', timeZone: timezone });
  const dayAndTime = new Intl.DateTimeFormat(locale, {
    day: 'numeric',
    month: 'short',
    hour: 'numeric',
    minute: '2-digit',
    timeZone: timezone,
  });
  const localDay = new Intl.DateTimeFormat('en-CA', { timeZone: timezone });
  const numbers = new Intl.NumberFormat(locale, { maximumFractionDigits: 3 });
  const oneDecimal = new Intl.NumberFormat(locale, { minimumFractionDigits: 1, maximumFractionDigits: 1 });
  return {
    day: (day, today) => (today !== undefined && today.slice(0, 4) !== day.slice(0, 4) ? fullDay : dayAndMonth).format(noon(day)),
    days: (from, to) => fullDay.formatRange(noon(from), noon(to)),
    instant: (iso) => {
      const instant = new Date(iso);
      return (localDay.format(instant) === localDay.format(now()) ? time : dayAndTime).format(instant);
    },
    number: (value) => numbers.format(value),
    tenths: (value) => oneDecimal.format(value),
    measure: (value, unit) => (unit === '' ? numbers.format(value) : `${numbers.format(value)}\u00a0${unit}`),
  };
};

/** One of each kind for the whole page: making one takes longer than drawing the row that wants it. */
const formats = new Map<string, Format>();

const formatOf = (locale: string, timezone: string): Format => {
  const name = `${locale} ${timezone}`;
  const format = formats.get(name) ?? createFormat(locale, timezone, () => Date.now());
  formats.set(name, format);
  return format;
};

export const useFormat = (): Format => {
  const { locale, timezone } = useHost().place;
  return formatOf(locale, timezone);
};
