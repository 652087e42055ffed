/** The ten scores as a figure. It says nothing that the list beside it does not, so where there is no room it is left out. */
import type { SpokeView } from '../../../src/contract/radar';
import { ringPath, shapesOf, spokeAt } from './radar-geometry';
import { scoreText } from './score-band';
import { radarTitles } from './titles';

const radius = 100;
const [width, height] = [392, 280];
const rings = [0.25, 0.5, 0.75, 1];

const anchorOf = (x: number): 'start' | 'middle' | 'end' => (Math.abs(x) < 8 ? 'middle' : x > 0 ? 'start' : 'end');

export const RadarChart = ({ spokes }: { readonly spokes: readonly SpokeView[] }) => {
  const scores = spokes.map(({ score }) => score);
  const told = spokes.map(({ derailer, score }) => `${radarTitles[derailer]} ${score === null ? 'has no score' : scoreText(score)}`);
  return (
    <svg
      className="radar-chart"
      role="img"
      aria-label={`Ten scores: ${told.join(', ')}`}
      viewBox={`${-width / 2} ${-height / 2} ${width} ${height}`}
      focusable="false"
    >
      {rings.map((share) => (
        <path key={share} className="radar-chart__ring" d={ringPath(spokes.length, radius * share)} />
      ))}
      {spokes.map(({ derailer }, index) => {
        const { x, y } = spokeAt(index, spokes.length, radius);
        return <line key={derailer} className="radar-chart__ring" x1={0} y1={0} x2={x} y2={y} />;
      })}
      {shapesOf(scores, radius).map(({ area, outline }) => (
        <g key={outline}>
          <path className="radar-chart__area" d={area} />
          <path className="radar-chart__line" d={outline} />
        </g>
      ))}
      {spokes.map(({ derailer, score }, index) => {
        const { x, y } = spokeAt(index, spokes.length, radius * 1.14);
        const dot = spokeAt(index, spokes.length, (radius * (score ?? 0)) / 100);
        return (
          <g key={derailer}>
            {score !== null && <circle className="radar-chart__dot" cx={dot.x} cy={dot.y} r={3.5} />}
            <text
              className={score === null ? 'radar-chart__name radar-chart__name--unknown' : 'radar-chart__name'}
              x={x}
              y={y + 4}
              textAnchor={anchorOf(x)}
            >
              {radarTitles[derailer]}
            </text>
          </g>
        );
      })}
    </svg>
  );
};
