/** The numbers of a chart as a table, newest day first: the same for who reads rather than looks. */
import { useFormat } from '../format';
import type { ChartModel } from './chart-model';
import './chart-table.css';

type Props = {
  readonly model: ChartModel;
  /** How the numbers of a day are known, in a word or two. */
  readonly originOf: (day: string) => string;
};

export const ChartTable = ({ model: { title, lines, today, write }, originOf }: Props) => {
  const format = useFormat();
  const byDay = lines.map((line) => new Map(line.points.map(({ day, value }) => [day, value])));
  const days = [...new Set(lines.flatMap((line) => (line.look === 'expected' ? [] : line.points.map(({ day }) => day))))]
    .filter((day) => day <= today)
    .sort()
    .reverse();
  return (
    // What scrolls has to be reachable by keyboard.
    <div className="chart-table" tabIndex={0} role="region" aria-label={`${title} as a table`}>
      <table>
        <thead>
          <tr>
            <th scope="col">Day</th>
            {lines.map(({ name }) => (
              <th key={name} scope="col" className="chart-table__number">
                {name}
              </th>
            ))}
            <th scope="col">Known by</th>
          </tr>
        </thead>
        <tbody>
          {days.map((day) => (
            <tr key={day}>
              <th scope="row">{format.day(day, today)}</th>
              {byDay.map((values, at) => {
                const value = values.get(day) ?? null;
                return (
                  <td key={lines[at]?.name} className="chart-table__number">
                    {value === null ? '–' : write(value)}
                  </td>
                );
              })}
              <td>{originOf(day)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
};
