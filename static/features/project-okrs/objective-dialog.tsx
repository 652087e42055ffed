/** One objective explained: how its number comes about, what it wants, and the ways to change it. Takes the live objective; asks nothing itself. */
import Button from '@atlaskit/button/new';
import { lazy, Suspense, useState } from 'react';
import type { CycleView, KeyResultView, ObjectiveView } from '../../../src/contract/okr';
import { Dialog } from '../../ui/dialog';
import { KeyBadge } from '../../ui/key-badge';
import { Percent } from '../../ui/percent';
import { Person } from '../../ui/person';
import { useFormat } from '../../ui/format';
import './details.css';
import { Facts } from './facts';
import './objective-dialog.css';
import { ProgressHeadline } from './progress-headline';
import { whyNotChange, type Rights } from './use-rights';

const EditObjectiveDialog = lazy(() => import('./edit-objective-dialog'));
const ArchiveDialog = lazy(() => import('./archive-dialog'));

type Props = {
  readonly objective: ObjectiveView;
  readonly cycle: CycleView;
  readonly rights: Rights;
  readonly reload: () => Promise<ObjectiveView | null>;
  readonly onAddKeyResult: () => void;
  readonly onOpenKeyResult: (keyResult: KeyResultView) => void;
  readonly onClose: () => void;
};

const ObjectiveDialog = ({ objective, cycle, rights, reload, onAddKeyResult, onOpenKeyResult, onClose }: Props) => {
  const format = useFormat();
  const [open, setOpen] = useState<'edit' | 'archive' | null>(null);
  const may = rights.mayChange([objective.ownerAccountId]);
  const { measured, total } = objective.measured;
  return (
    <Dialog
      title={objective.title}
      size="large"
      onClose={onClose}
      footer={
        <>
          <Button appearance="subtle" onClick={() => setOpen('archive')} isDisabled={!may}>
            Archive
          </Button>
          <Button onClick={() => setOpen('edit')} isDisabled={!may}>
            Edit
          </Button>
          <Button onClick={onAddKeyResult} isDisabled={!may}>
            Add key result
          </Button>
          {!may && <p className="details__why-not small">{whyNotChange}</p>}
        </>
      }
    >
      <div className="details">
        <p className="details__lead">{objective.key}</p>
        <ProgressHeadline of={objective} />
        {objective.description !== '' && (
          <p className="details__text" dir="auto">
            {objective.description}
          </p>
        )}
        <Facts
          facts={[
            { name: 'Owner', value: <Person accountId={objective.ownerAccountId} withName /> },
            { name: 'Cycle', value: `${cycle.name}, ${format.days(cycle.startDay, cycle.endDay)}` },
            { name: 'Weight in the set', value: format.number(objective.weight) },
          ]}
        />
        <section>
          <h3 className="details__heading">How it counts</h3>
          <p className="subtle">
            {total === 0
              ? 'It has no key results yet, so there is nothing to measure.'
              : `The mean of its measured key results by weight: ${measured} of ${total} measured.`}
          </p>
          <ul aria-label="Key results">
            {objective.keyResults.map((keyResult) => (
              <li key={keyResult.id} className="objective-dialog__key-result">
                <KeyBadge text={keyResult.key} />
                <button type="button" className="text-button objective-dialog__title" dir="auto" onClick={() => onOpenKeyResult(keyResult)}>
                  {keyResult.title}
                </button>
                <span className="small number">weighs {format.number(keyResult.weight)}</span>
                <Percent ratio={keyResult.progress} />
              </li>
            ))}
          </ul>
        </section>
      </div>
      <Suspense fallback={null}>
        {open === 'edit' && <EditObjectiveDialog objective={objective} reload={reload} onClose={() => setOpen(null)} />}
        {open === 'archive' && (
          <ArchiveDialog what={{ type: 'objective', thing: objective }} onClose={() => setOpen(null)} onArchived={onClose} />
        )}
      </Suspense>
    </Dialog>
  );
};

export default ObjectiveDialog;
