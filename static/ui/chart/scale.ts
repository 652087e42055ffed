/** Where numbers and days lie on an axis, and which of them are worth a label. Pure; knows nothing of what is drawn. */

const msInDay = 86_400_000;

/** Whole days since 1970 of `YYYY-MM-DD`. */
export const dayNumber = (day: string): number => Math.round(Date.parse(`${day}T00:00:00Z`) / msInDay);

const dayOfNumber = (number: number): string => new Date(number * msInDay).toISOString().slice(0, 10);

export type Scale = (value: number) => number;

/** Maps `from`…`to` onto `start`…`end`; a domain of one point lies at `start`. */
export const linearScale = (from: number, to: number, start: number, end: number): Scale =>
  from === to ? () => start : (value) => start + ((value - from) / (to - from)) * (end - start);

const floatingDust = 1e-9;

/** Round numbers about `wanted` steps apart that reach from `low` or below to `high` or above; at least two. */
export const roundTicks = (low: number, high: number, wanted: number): readonly number[] => {
  const flat = high - low <= Math.max(Math.abs(low), Math.abs(high), floatingDust) * floatingDust;
  const span = flat ? Math.max(1, Math.abs(high)) : high - low;
  const rough = span / wanted;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = power * ([1, 2, 2.5, 5].find((factor) => factor * power >= rough - floatingDust * power) ?? 10);
  const first = Math.floor(low / step + floatingDust);
  const last = Math.max(first + 1, Math.ceil((flat ? low + span : high) / step - floatingDust));
  // Multiplied, not added up: 0.1 + 0.1 + 0.1 is not 0.3.
  return Array.from({ length: last - first + 1 }, (_, at) => Number(((first + at) * step).toPrecision(12)));
};

/** The first and the last day, and between them the firsts and fifteenths of months that lie at least `apart` days from each label. Ascending. */
export const dayTicks = (from: string, to: string, apart: number): readonly string[] => {
  const [first, last] = [dayNumber(from), dayNumber(to)];
  const kept: number[] = [first];
  const days = Array.from({ length: Math.max(0, last - first - 1) }, (_, at) => first + 1 + at);
  const dates = [days.filter((day) => dayOfNumber(day).endsWith('-01')), days.filter((day) => dayOfNumber(day).endsWith('-15'))];
  if (last > first) kept.push(last);
  for (const candidates of dates) {
    for (const day of candidates) if (kept.every((other) => Math.abs(other - day) >= apart)) kept.push(day);
  }
  return kept.sort((a, b) => a - b).map(dayOfNumber);
};
