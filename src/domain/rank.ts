/**
 * The order people give to objectives in one place and to key results of one objective: a whole number each, with room between two neighbours for
 * twenty halvings. Equal ranks go by number. Pure; knows nothing of what is ordered.
 */

/** Between two that were written one after the other. */
export const RANK_GAP = 1_048_576;

/** A rank after `before` and before `after`; null is the end of the list on that side. Null when there is no room between them. */
export function rankBetween(before: number | null, after: number | null): number | null {
  if (before === null) return after === null ? RANK_GAP : after - RANK_GAP;
  if (after === null) return before + RANK_GAP;
  const middle = Math.floor((before + after) / 2);
  return middle > before && middle < after ? middle : null;
}
