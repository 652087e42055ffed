/** Points as the path of an SVG line or of the area under it. Pure. */
export type Point = { readonly x: number; readonly y: number };

const at = ({ x, y }: Point): string => `${x.toFixed(1)},${y.toFixed(1)}`;

/** Runs of points without a gap: null is a gap. */
export const runsOf = (points: readonly (Point | null)[]): readonly (readonly Point[])[] => {
  const runs: Point[][] = [];
  let open = false;
  for (const point of points) {
    if (point === null) open = false;
    else if (open) runs.at(-1)?.push(point);
    else {
      runs.push([point]);
      open = true;
    }
  }
  return runs;
};

/** With `steps` the line stays level until the next point. */
const through = (run: readonly Point[], steps: boolean): string =>
  run
    .map((point, index) => (index === 0 ? at(point) : steps ? `H${point.x.toFixed(1)} V${point.y.toFixed(1)}` : `L${at(point)}`))
    .join(' ');

export const linePath = (points: readonly (Point | null)[], steps = false): string =>
  runsOf(points)
    .filter((run) => run.length > 1)
    .map((run) => `M${through(run, steps)}`)
    .join(' ');

/** Along the upper points and back along the lower ones. */
export const conePath = (points: readonly { readonly x: number; readonly low: number; readonly high: number }[]): string => {
  const around = [...points.map(({ x, high }) => ({ x, y: high })), ...points.toReversed().map(({ x, low }) => ({ x, y: low }))];
  return around.length === 0 ? '' : `M${around.map(at).join(' L')} Z`;
};

/** Closed down to `base`. */
export const areaPath = (points: readonly (Point | null)[], base: number, steps = false): string =>
  runsOf(points)
    .filter((run) => run.length > 1)
    .map((run) => `M${through(run, steps)} V${base.toFixed(1)} H${(run[0]?.x ?? 0).toFixed(1)} Z`)
    .join(' ');
