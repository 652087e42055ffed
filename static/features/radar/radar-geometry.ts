/**
 * Where the spokes of the radar lie and what is drawn between them: lines only between neighbours that both have a score, so that a gap is seen and
 * is no zero. Pure.
 */
import { linePath, type Point } from '../../ui/chart/line-path';

/** A spoke by its place among all, clockwise from the top, at a distance from the middle. */
export function spokeAt(index: number, spokes: number, distance: number): Point {
  const angle = (2 * Math.PI * index) / spokes;
  const tenths = (value: number): number => Math.round(value * 10) / 10;
  return { x: tenths(Math.sin(angle) * distance), y: tenths(-Math.cos(angle) * distance) };
}

export const ringPath = (spokes: number, distance: number): string =>
  `${linePath(Array.from({ length: spokes }, (_, index) => spokeAt(index, spokes, distance)))} Z`;

/** Runs of neighbours with a score, around the circle; a single run of all of them where none is missing. */
export function runsAround(scores: readonly (number | null)[]): readonly (readonly number[])[] {
  const gap = scores.indexOf(null);
  const runs: number[][] = [];
  let open: number[] | null = null;
  for (let step = 1; step <= scores.length; step += 1) {
    const index = (gap + step) % scores.length;
    if (scores[index] === null) open = null;
    else if (open === null) runs.push((open = [index]));
    else open.push(index);
  }
  return runs;
}

/** Of the scores 0..100: what is filled, each run with the middle, and its outline. */
export function shapesOf(
  scores: readonly (number | null)[],
  radius: number,
): readonly { readonly area: string; readonly outline: string }[] {
  return runsAround(scores)
    .filter((run) => run.length > 1)
    .map((run) => {
      const path = linePath(run.map((index) => spokeAt(index, scores.length, ((scores[index] ?? 0) / 100) * radius)));
      return run.length === scores.length ? { area: `${path} Z`, outline: `${path} Z` } : { area: `${path} L0,0 Z`, outline: path };
    });
}
