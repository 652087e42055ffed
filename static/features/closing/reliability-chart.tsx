/** What was said against how often it came true, bin by bin: on the diagonal a forecast is as good as its word. The numbers stand in a table below it. */
import type { ReliabilityBin } from '../../../src/domain/learning/calibration';
import { useFormat } from '../../ui/format';
import { percentText } from '../../ui/percent';
import './reliability-chart.css';

/** Units of the drawing. */
const side = 200;
const at = (ratio: number): number => ratio * side;

type Filled = ReliabilityBin & { readonly said: number; readonly cameTrue: number };

const isFilled = (bin: ReliabilityBin): bin is Filled => bin.said !== null && bin.cameTrue !== null;

export const ReliabilityChart = ({ bins }: { readonly bins: readonly ReliabilityBin[] }) => {
  const format = useFormat();
  const most = Math.max(1, ...bins.map(({ forecasts }) => forecasts));
  const filled = bins.filter(isFilled);
  return (
    <figure className="reliability">
      <svg
        className="reliability__plot"
        viewBox={`-8 -8 ${side + 16} ${side + 16}`}
        role="img"
        aria-label="Chance said against share reached"
      >
        <rect className="reliability__frame" x="0" y="0" width={side} height={side} />
        <line className="reliability__ideal" x1="0" y1={side} x2={side} y2="0" />
        {filled.map(({ from, said, cameTrue, forecasts }) => (
          <circle
            key={from}
            className="reliability__point"
            cx={at(said)}
            cy={side - at(cameTrue)}
            r={3 + 5 * Math.sqrt(forecasts / most)}
          />
        ))}
      </svg>
      <figcaption className="reliability__words">
        <p className="small">
          Half-way: across, what was said; upward, how often it came true. Points on the line are as good as their word, the larger the more
          forecasts.
        </p>
        <table className="record-table">
          <thead>
            <tr>
              <th scope="col">Chance said</th>
              <th scope="col">Forecasts</th>
              <th scope="col">Reached</th>
            </tr>
          </thead>
          <tbody>
            {bins.map(({ from, to, forecasts, cameTrue }) => (
              <tr key={from}>
                <th scope="row" className="number">{`${percentText(from)} – ${percentText(to)}`}</th>
                <td data-label="Forecasts" className="number">
                  {format.number(forecasts)}
                </td>
                <td data-label="Reached" className="number">
                  {cameTrue === null ? '–' : percentText(cameTrue)}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </figcaption>
    </figure>
  );
};
