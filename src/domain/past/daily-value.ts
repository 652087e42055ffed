/**
 * What a query would have said as the value of a metric or band at the end of each of many days (UTC): the same count, sum or average as over
 * the issues of today.
 */
import { pastDays, type PastSpan } from './days';
import type { Directory } from './directory';
import type { IssuePast } from './issue-state';
import type { IssueThen } from './issue-then';

export type PastValue = {
  /** The issues that the query may find on some day. */
  readonly pasts: readonly IssuePast[];
  readonly tell: (issue: IssueThen) => boolean;
  readonly measure: 'count' | 'sum' | 'average';
  /** What an issue carries; null: nothing. Not asked for a count. */
  readonly valueOf: (issue: IssueThen) => number | null;
  readonly span: PastSpan;
  readonly directory: Directory;
};

function measure(found: readonly IssueThen[], { measure: how, valueOf }: PastValue): number | null {
  if (how === 'count') return found.length;
  const values = found.map(valueOf).filter((value) => value !== null);
  const sum = values.reduce((total, value) => total + value, 0);
  if (how === 'sum') return sum;
  return values.length === 0 ? null : sum / values.length;
}

/** One entry a day, ascending. An average over nothing is null. */
export function dailyValue(value: PastValue): readonly { readonly day: string; readonly value: number | null }[] {
  const days: { readonly day: string; readonly value: number | null }[] = [];
  let last: number | null = null;
  for (const { day, isChanged, issues } of pastDays(value.pasts, value.directory, value.span)) {
    if (isChanged) {
      last = measure(
        issues.filter((issue) => issue !== null).filter((issue) => value.tell(issue)),
        value,
      );
    }
    days.push({ day, value: last });
  }
  return days;
}
