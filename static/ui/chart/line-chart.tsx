/**
 * Lines over days as SVG of our own: axis, range, lines, today, and the values of the day under the pointer.
 * Says its numbers in words to who does not see it; which lines there are is the model's business.
 */
import { useId, useState, type PointerEvent } from 'react';
import { useFormat } from '../format';
import { rootFontSize } from '../root-font-size';
import { valueOn, type ChartLine, type ChartModel } from './chart-model';
import './line-chart.css';
import { LineSample } from './line-sample';
import { areaPath, conePath, linePath, runsOf, type Point } from './line-path';
import { dayNumber, dayTicks, linearScale, roundTicks, type Scale } from './scale';
import { useWidth } from './use-width';

/** Px of what holds text: a letter of a label, the room around the plot, and from the centre of one day label to the next. */
const roomAt = (rem: number) => ({
  letter: 0.41 * rem,
  margins: { top: 1.25 * rem, right: rem, bottom: 1.625 * rem },
  labelRoom: 4 * rem,
});

const valuesOf = ({ lines, band, cone, reaches }: ChartModel): readonly number[] => [
  ...lines.flatMap(({ points }) => points.flatMap(({ value }) => (value === null ? [] : [value]))),
  ...(band === null ? [] : [band.low, band.high]),
  ...(cone?.points.flatMap(({ low, high }) => [low, high]) ?? []),
  ...reaches,
];

const pointsOf = (line: ChartLine, x: Scale, y: Scale): readonly (Point | null)[] =>
  line.points.map(({ day, value }) => (value === null ? null : { x: x(dayNumber(day)), y: y(value) }));

const Line = ({ line, x, y, base }: { readonly line: ChartLine; readonly x: Scale; readonly y: Scale; readonly base: number }) => {
  const points = pointsOf(line, x, y);
  const alone = runsOf(points).flatMap((run) => (run.length === 1 ? run : []));
  const last = line.look === 'reached' ? points.findLast((point) => point !== null) : undefined;
  return (
    <g className={`line-chart__line line-chart__line--${line.look}`}>
      {line.filled && <path className="line-chart__area" d={areaPath(points, base, line.steps)} />}
      <path className="line-chart__path" d={linePath(points, line.steps)} />
      {[...alone, ...(last && !alone.includes(last) ? [last] : [])].map((point) => (
        <circle key={point.x} className="line-chart__point" cx={point.x} cy={point.y} r="3.5" />
      ))}
    </g>
  );
};

/** `forecast 40 to 46`: of the first point on the day or after it. */
const coneWordsOn = ({ cone, today, write }: ChartModel, day: string): readonly string[] => {
  const point = day > today ? cone?.points.find((one) => one.day >= day) : undefined;
  return point ? [`forecast ${write(point.low)} to ${write(point.high)}`] : [];
};

/** `25 Nov: 33 done, 53 scope`. */
const wordsOn = (model: ChartModel, day: string, dayText: string): string =>
  `${dayText}: ${[
    ...model.lines.flatMap((line) => {
      const value = valueOn(line, day);
      return value === null || (line.look !== 'expected' && day > model.today) ? [] : [`${line.name} ${model.write(value)}`];
    }),
    ...coneWordsOn(model, day),
  ].join(', ')}`;

type Props = {
  readonly model: ChartModel;
  /** The class that carries the colour of what is reached. */
  readonly colour: string;
};

export const LineChart = ({ model, colour }: Props) => {
  const format = useFormat();
  const { ref, width } = useWidth();
  const words = useId();
  const [pointed, setPointed] = useState<string | null>(null);
  const { from, to, today, lines, band, cone, write, title } = model;
  const height = width < 480 ? 200 : 280;
  const { letter, margins, labelRoom } = roomAt(rootFontSize());

  const values = valuesOf(model);
  const ticks = roundTicks(Math.min(...values), Math.max(...values), 4);
  const labels = ticks.map(write);
  const left = Math.max(24, ...labels.map((label) => Math.ceil(label.length * letter) + 10));
  const [first, last] = [dayNumber(from), dayNumber(to)];
  const base = height - margins.bottom;
  const right = Math.max(left + 1, width - margins.right);
  const x = linearScale(first, last, left, right);
  const y = linearScale(ticks[0] ?? 0, ticks.at(-1) ?? 1, base, margins.top);
  const days = dayTicks(from, to, Math.ceil((labelRoom * Math.max(1, last - first)) / (right - left)));
  const now = Math.min(last, dayNumber(today));
  const showsToday = today >= from && today <= to;

  const point = (event: PointerEvent<SVGSVGElement>) => {
    const across = event.clientX - event.currentTarget.getBoundingClientRect().left;
    const share = Math.min(1, Math.max(0, (across - left) / (right - left)));
    setPointed(new Date((first + Math.round(share * (last - first))) * 86_400_000).toISOString().slice(0, 10));
  };
  const shown = pointed ?? (today < to ? today : to);

  return (
    <div className={`line-chart ${colour}`}>
      <ul className="line-chart__legend small" aria-label="Legend">
        {lines.map(({ name, look }) => (
          <li key={name}>
            <LineSample look={look} /> {name}
          </li>
        ))}
        {band && (
          <li>
            <span className="line-chart__range-sample" aria-hidden="true" /> {band.name}
          </li>
        )}
        {cone && (
          <li>
            <span className="line-chart__cone-sample" aria-hidden="true" /> {cone.name}
          </li>
        )}
      </ul>
      <div ref={ref} className="line-chart__drawing">
        {width > 0 && (
          <svg
            role="img"
            aria-label={title}
            aria-describedby={words}
            width={width}
            height={height}
            focusable="false"
            onPointerMove={point}
            onPointerLeave={() => setPointed(null)}
          >
            {ticks.map((tick, at) => (
              <g key={tick} className="line-chart__tick">
                <line x1={left} x2={right} y1={y(tick)} y2={y(tick)} />
                <text x={left - 8} y={y(tick)} dy="0.32em" textAnchor="end">
                  {labels[at]}
                </text>
              </g>
            ))}
            {days.map((day, at) => (
              <text
                key={day}
                className="line-chart__day"
                x={at === days.length - 1 && at > 0 ? right + margins.right : at === 0 ? left - 8 : x(dayNumber(day))}
                y={height - 6}
                textAnchor={at === days.length - 1 && at > 0 ? 'end' : at === 0 ? 'start' : 'middle'}
              >
                {format.day(day)}
              </text>
            ))}
            {band && (
              <rect
                className="line-chart__range"
                x={left}
                width={right - left}
                y={y(band.high)}
                height={Math.max(1, y(band.low) - y(band.high))}
              />
            )}
            {cone && (
              <path
                className="line-chart__cone"
                d={conePath(cone.points.map((each) => ({ x: x(dayNumber(each.day)), low: y(each.low), high: y(each.high) })))}
              />
            )}
            {lines.map((line) => (
              <Line key={line.name} line={line} x={x} y={y} base={base} />
            ))}
            {showsToday && (
              <g className="line-chart__today">
                <line x1={x(now)} x2={x(now)} y1={margins.top - 8} y2={base} />
                <text
                  x={x(now) + (x(now) > right - 48 ? -6 : 6)}
                  y={margins.top - 8}
                  dy="0.32em"
                  textAnchor={x(now) > right - 48 ? 'end' : 'start'}
                >
                  today
                </text>
              </g>
            )}
            {pointed !== null && (
              <line className="line-chart__pointed" x1={x(dayNumber(pointed))} x2={x(dayNumber(pointed))} y1={margins.top} y2={base} />
            )}
          </svg>
        )}
      </div>
      <p className="line-chart__words small number" aria-hidden="true">
        {wordsOn(model, shown, format.day(shown))}
      </p>
      <p id={words} className="visually-hidden">
        {wordsOn(model, today < to ? today : to, format.day(today < to ? today : to))}
      </p>
    </div>
  );
};
