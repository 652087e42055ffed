/**
 * The two tracks of a key result that has both an outcome and issues: what was done, and what came of it. They are never mixed; this only
 * says when they tell different stories.
 */

type TrackThresholds = {
  /** The least progress of the work that is nearly done. */
  readonly nearlyDone: number;
  /** The most progress of the outcome that has hardly moved. */
  readonly hardlyMoved: number;
};

const trackThresholds: TrackThresholds = { nearlyDone: 0.8, hardlyMoved: 0.2 };

/** True when the work is nearly done and the outcome has hardly moved, or was never measured. Without work there is nothing to hold it against. */
export function tracksDiverge(
  tracks: { readonly work: number | null; readonly outcome: number | null },
  thresholds: TrackThresholds = trackThresholds,
): boolean {
  const { work, outcome } = tracks;
  if (work === null || work < thresholds.nearlyDone) return false;
  return outcome === null || outcome <= thresholds.hardlyMoved;
}
