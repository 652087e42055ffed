/** The milestones behind a number: which are reached since when, and what each weighs. */
import type { Milestone } from '../../../src/domain/model';
import { useFormat } from '../../ui/format';
import './parts.css';

export const MilestoneParts = ({ milestones }: { readonly milestones: readonly Milestone[] }) => {
  const format = useFormat();
  if (milestones.length === 0) return <p className="subtle">It has no milestones yet, so there is nothing to measure.</p>;
  const sum = (of: readonly Milestone[]) => of.reduce((total, { weight }) => total + weight, 0);
  return (
    <div className="parts-frame">
      <table className="parts">
        <caption className="visually-hidden">Milestones, with the weight each gives when it is reached</caption>
        <thead>
          <tr>
            <th scope="col">Milestone</th>
            <th scope="col">Reached</th>
            <th scope="col" className="parts__number">
              Credit / weight
            </th>
          </tr>
        </thead>
        <tbody>
          {milestones.map(({ id, title, weight, reachedDay }) => (
            <tr key={id}>
              <th scope="row" dir="auto">
                {title}
              </th>
              <td>{reachedDay === null ? <span className="subtle">not yet</span> : format.day(reachedDay)}</td>
              <td className="parts__number">
                {format.number(reachedDay === null ? 0 : weight)} / {format.number(weight)}
              </td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row" colSpan={2}>
              Together
            </th>
            <td className="parts__number">
              {format.number(sum(milestones.filter(({ reachedDay }) => reachedDay !== null)))} / {format.number(sum(milestones))}
            </td>
          </tr>
        </tfoot>
      </table>
    </div>
  );
};
