/** The way of a progress as a small line: past days, then the present. Says where it began and where it is; without two points it draws nothing. */
import { useFormat } from './format';
import { linePath, runsOf } from './chart/line-path';
import { dayNumber, linearScale } from './chart/scale';
import { percentText } from './percent';
import './sparkline.css';

type Props = {
  /** Past days, ascending. */
  readonly trend: readonly { readonly day: string; readonly progress: number | null }[];
  readonly progress: number | null;
  readonly today: string;
  /** What a point says; as a percentage unless told otherwise. */
  readonly textOf?: (progress: number | null) => string;
};

const [width, height, edge] = [72, 20, 3];

export const Sparkline = ({ trend, progress, today, textOf = percentText }: Props) => {
  const format = useFormat();
  const days = [...trend, { day: today, progress }];
  const measured = days.flatMap((each) => (each.progress === null ? [] : [{ ...each, progress: each.progress }]));
  const [first] = measured;
  if (!first || measured.length < 2) return null;
  const x = linearScale(dayNumber(days[0]?.day ?? today), dayNumber(today), edge, width - edge);
  // Always from 0 to 100 %, so that the lines of a list can be compared.
  const y = linearScale(0, 1, height - edge, edge);
  const points = days.map(({ day, progress: ratio }) =>
    ratio === null ? null : { x: x(dayNumber(day)), y: y(Math.min(1, Math.max(0, ratio))) },
  );
  const end = runsOf(points).at(-1)?.at(-1);
  return (
    <svg
      className="sparkline"
      role="img"
      aria-label={`From ${textOf(first.progress)} on ${format.day(first.day)} to ${textOf(measured.at(-1)?.progress ?? null)}`}
      width={width}
      height={height}
      focusable="false"
    >
      <line className="sparkline__base" x1={edge} x2={width - edge} y1={height - edge + 2} y2={height - edge + 2} />
      <path className="sparkline__line" d={linePath(points)} />
      {end && <circle className="sparkline__end" cx={end.x} cy={end.y} r="2.5" />}
    </svg>
  );
};
