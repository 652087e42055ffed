/**
 * How much a team has taken on, against what it finishes: the open issues of all its work key results by their due days, divided by what its
 * recent weeks would finish by then. In issues, since counting rules differ: hours of one cannot be added to the points of another. Speaks of teams,
 * never of a person.
 */

/** Open issues that are due on a day. */
export type Commitment = { readonly dueDay: string; readonly open: number };

export type Load =
  | {
      readonly kind: 'load';
      /** 1 is just what fits, above 1 is more; at the due day where it is tightest. */
      readonly load: number;
      readonly byDay: string;
      /** Issues that are due by then, and issues finished a week. */
      readonly open: number;
      readonly perWeek: number;
    }
  /** `weeks`: how many there are of the 4 it takes. */
  | { readonly kind: 'not-enough-data'; readonly weeks: number }
  /** In all of the weeks that are looked at; `open` issues are due. */
  | { readonly kind: 'nothing-finished'; readonly open: number };

/** So many weeks are recent. */
export const LOAD_WEEKS = 8;
const LEAST_WEEKS = 4;
const weekMs = 7 * 86_400_000;

/**
 * `finished`: issues a week, at most the last `LOAD_WEEKS` weeks, in any order; below 0 where more was reopened. What is overdue, or due within a week, is
 * held against a week: less than that says nothing.
 */
export function loadOf(commitments: readonly Commitment[], finished: readonly number[], today: string): Load {
  if (finished.length < LEAST_WEEKS) return { kind: 'not-enough-data', weeks: finished.length };
  const perWeek = finished.reduce((sum, issues) => sum + issues, 0) / finished.length;
  const byDueDay = commitments.toSorted((a, b) => (a.dueDay < b.dueDay ? -1 : 1));
  const all = byDueDay.reduce((sum, { open }) => sum + open, 0);
  if (perWeek <= 0) return { kind: 'nothing-finished', open: all };
  let tightest: Extract<Load, { kind: 'load' }> = { kind: 'load', load: 0, byDay: byDueDay.at(-1)?.dueDay ?? today, open: 0, perWeek };
  let open = 0;
  for (const { dueDay, open: more } of byDueDay) {
    open += more;
    const weeks = Math.max(1, (Date.parse(dueDay) - Date.parse(today)) / weekMs);
    const load = open / (perWeek * weeks);
    if (load >= tightest.load) tightest = { kind: 'load', load, byDay: dueDay, open, perWeek };
  }
  return tightest;
}
