/** The cycle shown, its dates and how far into it today is. */
import type { CycleView } from '../../../src/contract/okr';
import { useFormat } from '../../ui/format';
import { weekOfCycle } from './week-of-cycle';

type Props = {
  readonly cycles: readonly CycleView[];
  readonly cycle: CycleView;
  readonly today: string;
  readonly onChange: (cycleId: string) => void;
};

export const CycleChoice = ({ cycles, cycle, today, onChange }: Props) => {
  const format = useFormat();
  return (
    <>
      <select className="page-header__cycle" aria-label="Cycle" value={cycle.id} onChange={(event) => onChange(event.target.value)}>
        {cycles.map((each) => (
          <option key={each.id} value={each.id}>
            {each.name}
            {each.state === 'running' ? '' : ` (${each.state})`}
          </option>
        ))}
      </select>
      <p className="small">
        {format.days(cycle.startDay, cycle.endDay)} ·{' '}
        {cycle.closedDay === null ? weekOfCycle(cycle, today) : `closed on ${format.day(cycle.closedDay, today)}, can only be read`}
      </p>
    </>
  );
};
