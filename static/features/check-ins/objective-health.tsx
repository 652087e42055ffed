/** How an objective is said to stand: a health in place of the computed one, and the form that says it or takes it back. */
import Button from '@atlaskit/button/new';
import { useState } from 'react';
import type { ObjectiveView } from '../../../src/contract/okr';
import './check-ins.css';
import { HealthForm } from './health-form';
import { HealthOverride } from './health-override';

type Props = {
  readonly objective: ObjectiveView;
  /** Whether the viewer may say how it stands. */
  readonly may: boolean;
  readonly today: string;
};

const ObjectiveHealth = ({ objective, may, today }: Props) => {
  const [open, setOpen] = useState(false);
  const of = { type: 'objective', thing: objective } as const;
  return (
    <div className="attention">
      <HealthOverride of={of} today={today} />
      {may && (
        <div className="button-row">
          <Button spacing="compact" aria-expanded={open} onClick={() => setOpen(!open)}>
            {objective.healthOverride === null ? 'Override health' : 'Change the override'}
          </Button>
        </div>
      )}
      {open && <HealthForm of={of} today={today} onDone={() => setOpen(false)} />}
    </div>
  );
};

export default ObjectiveHealth;
