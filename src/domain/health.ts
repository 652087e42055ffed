/**
 * The health of a key result or an objective: its progress against a steady pace, what becomes of that when nobody has looked for long, and
 * what somebody says instead for a while. Knows no forecasts.
 */
import type { Health, HealthOverride } from './model';

export type PaceThresholds = {
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
 * Judged in this order, the first that fits: done (all of it, even ahead of the start), not started (in a draft or before the start day,
 * measured or not: a missing number is no news there), not measured, the grace at the start, and then the pace. A draft is never late.
 */
export function healthOf(
  input: {
    readonly progress: number | null;
    readonly expected: number;
    readonly today: string;
    readonly startDay: string;
    /** False: full, but it has to stay so until a day that has not come, as a band has. */
    readonly mayBeDone?: boolean;
    /** In a cycle that is still being prepared. */
    readonly isDraft?: boolean;
  },
  thresholds: PaceThresholds = paceThresholds,
): Health {
  const { progress, expected, today, startDay, mayBeDone = true, isDraft = false } = input;
  if (progress !== null && progress >= 1 && mayBeDone) return 'done';
  if (isDraft || today < startDay) return 'not-started';
  if (progress === null) return 'not-measured';
  if (expected < thresholds.grace) return 'on-track';
  const pace = progress / expected + hair;
  if (pace >= thresholds.onTrack) return 'on-track';
  return pace >= thresholds.atRisk ? 'at-risk' : 'off-track';
}

/** Health as it is shown, and why it is not what the pace says: `stale`, `override`, or null where it is. */
export type ShownHealth = { readonly health: Health; readonly because: 'stale' | 'override' | null };

/** An override holds through its last day. Without one, what is stale is never on track: it is at risk until somebody looks. */
export function shownHealth(computed: Health, isStale: boolean, override: HealthOverride | null, today: string): ShownHealth {
  if (override !== null && today <= override.untilDay) return { health: override.health, because: 'override' };
  return isStale && computed === 'on-track' ? { health: 'at-risk', because: 'stale' } : { health: computed, because: null };
}
