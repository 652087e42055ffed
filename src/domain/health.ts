/**
 * The computed health of a key result or an objective: its progress against a steady pace.
 * Knows neither forecasts nor overrides, and not how old a number is.
 */
import type { Health } from './model';

type PaceThresholds = {
  /** The least progress ÷ expected that is on track. */
  readonly onTrack: number;
  /** The least progress ÷ expected that is at risk; below it is off track. */
  readonly atRisk: number;
  /** While less than this is expected, being behind means nothing yet: on track. */
  readonly grace: number;
};

export const paceThresholds: PaceThresholds = { onTrack: 0.85, atRisk: 0.6, grace: 0.1 };

/** 3/10 of the work at 6/17 of the time is a pace of 0.85 on paper, and 0.8499999999999999 in floating point. */
const hair = 1e-9;

/**
 * Judged in this order, the first that fits: done (all of it, even ahead of the start), not started (before the start day, measured or
 * not: a missing number is no news there), not measured, the grace at the start, and then the pace.
 */
export function healthOf(
  input: {
    readonly progress: number | null;
    readonly expected: number;
    readonly today: string;
    readonly startDay: string;
    /** False: full, but it has to stay so until a day that has not come, as a band has. */
    readonly mayBeDone?: boolean;
  },
  thresholds: PaceThresholds = paceThresholds,
): Health {
  const { progress, expected, today, startDay, mayBeDone = true } = input;
  if (progress !== null && progress >= 1 && mayBeDone) return 'done';
  if (today < startDay) return 'not-started';
  if (progress === null) return 'not-measured';
  if (expected < thresholds.grace) return 'on-track';
  const pace = progress / expected + hair;
  if (pace >= thresholds.onTrack) return 'on-track';
  return pace >= thresholds.atRisk ? 'at-risk' : 'off-track';
}
