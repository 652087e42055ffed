/** What a chart over days shows, before anything is drawn: lines, a range, and how its numbers are written. */

/** How a line looks, and what it stands for: what is reached, what it is held against, what is expected, what was planned. */
export type LineLook = 'reached' | 'against' | 'expected' | 'planned';

export type ChartLine = {
  /** One word or two, for legend and table. */
  readonly name: string;
  readonly look: LineLook;
  /** Level until the next point instead of straight to it. */
  readonly steps?: boolean;
  /** The area below it is filled: for what grows from nothing. */
  readonly filled?: boolean;
  /** Ascending by day; a null value is a gap. */
  readonly points: readonly { readonly day: string; readonly value: number | null }[];
};

/** A range that widens with the days to come. */
export type ChartCone = {
  readonly name: string;
  /** Ascending by day, from today on. */
  readonly points: readonly { readonly day: string; readonly low: number; readonly high: number }[];
};

export type ChartModel = {
  /** `Burn-up`. */
  readonly title: string;
  readonly from: string;
  readonly to: string;
  readonly today: string;
  readonly lines: readonly ChartLine[];
  /** A range to stay in. */
  readonly band: { readonly name: string; readonly low: number; readonly high: number } | null;
  /** Where it may be going; null or missing: nobody says. */
  readonly cone?: ChartCone | null;
  /** Values the axis reaches whatever the lines do. */
  readonly reaches: readonly number[];
  /** A value with its unit, short. */
  readonly write: (value: number) => string;
};

/** The value of a line on a day, or on the last day before it that has one; null before the first. */
export const valueOn = (line: ChartLine, day: string): number | null => {
  let found: number | null = null;
  for (const point of line.points) {
    if (point.day > day) break;
    if (point.value !== null) found = point.value;
  }
  return found;
};
