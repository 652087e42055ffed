/** Breadcrumb, title, cycle and its dates, and the button for a new objective. */
import Button from '@atlaskit/button/new';
import { useId } from 'react';
import type { CycleView } from '../../../src/contract/okr';
import { useHost } from '../../host';
import { useFormat } from '../../ui/format';
import './page-header.css';
import { whyNotPlan, type Rights } from './use-rights';
import { weekOfCycle } from './week-of-cycle';

type Props = {
  readonly cycles: readonly CycleView[];
  readonly cycle: CycleView | null;
  readonly today: string;
  readonly rights: Rights;
  readonly onCycle: (cycleId: string) => void;
  readonly onNewObjective: () => void;
};

export const PageHeader = ({ cycles, cycle, today, rights, onCycle, onNewObjective }: Props) => {
  const { place } = useHost();
  const format = useFormat();
  const reasonId = useId();
  return (
    <header className="page-header">
      {place.projectKey !== null && <p className="page-header__crumb small">Projects / {place.projectKey}</p>}
      <h1 className="page-header__title">OKRs</h1>
      {cycle && (
        <>
          <select className="page-header__cycle" aria-label="Cycle" value={cycle.id} onChange={(event) => onCycle(event.target.value)}>
            {cycles.map((each) => (
              <option key={each.id} value={each.id}>
                {each.name}
              </option>
            ))}
          </select>
          <p className="small">
            {format.days(cycle.startDay, cycle.endDay)} · {weekOfCycle(cycle, today)}
          </p>
        </>
      )}
      <div className="page-header__actions">
        <Button
          appearance="primary"
          onClick={onNewObjective}
          isDisabled={!rights.mayPlan}
          aria-describedby={rights.mayPlan ? undefined : reasonId}
        >
          New objective
        </Button>
        {!rights.mayPlan && (
          <p id={reasonId} className="small">
            {whyNotPlan}
          </p>
        )}
      </div>
    </header>
  );
};
