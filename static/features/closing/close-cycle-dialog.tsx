/** Asks before a cycle is closed: what will stand still, and, where objectives have no grade, why it is closed without. */
import Button from '@atlaskit/button/new';
import { useState } from 'react';
import type { CycleView } from '../../../src/contract/okr';
import { apiErrorOf } from '../../api-error';
import { useHost } from '../../host';
import { Dialog } from '../../ui/dialog';
import { ErrorState } from '../../ui/error-state';
import { TextField } from '../../ui/field';
import { SectionMessage } from '../../ui/section-message';
import { errorOfForm } from '../project-okrs/field-errors';
import './closing.css';
import { useClosingChange, useCycleClosing } from './queries';

type Props = {
  readonly cycle: CycleView;
  /** Leads to the list of what is to be graded; null where it is on the screen already. */
  readonly onGrade: (() => void) | null;
  readonly onClose: () => void;
};

const gradedWords = (graded: number): string => (graded === 0 ? 'none of them' : `${graded} of them`);

const CloseCycleDialog = ({ cycle, onGrade, onClose }: Props) => {
  const { showFlag } = useHost();
  const { data } = useCycleClosing({ cycleId: cycle.id, home: null });
  const change = useClosingChange('closeCycle');
  const [reason, setReason] = useState('');
  const [wrong, setWrong] = useState<string | null>(null);
  const error = change.error ? apiErrorOf(change.error) : null;
  const ungraded = data?.lines.filter(({ grade }) => grade === null).length ?? 0;
  const asksReason = ungraded > 0 || error?.field === 'reason';
  const unplaced = errorOfForm(error, ['reason']);
  const submit = () => {
    setWrong(null);
    if (asksReason && reason.trim() === '') {
      setWrong('Say in a few words why it is closed with objectives that nobody has graded.');
      return;
    }
    change.mutate(
      { id: cycle.id, version: cycle.version, ...(reason.trim() === '' ? {} : { reason: reason.trim() }) },
      {
        onSuccess: () => {
          showFlag({ title: `${cycle.name} closed`, tone: 'success' });
          onClose();
        },
      },
    );
  };
  return (
    <Dialog
      title={`Close ${cycle.name}?`}
      onClose={onClose}
      onSubmit={submit}
      busy={change.isPending}
      footer={
        <>
          <Button appearance="subtle" onClick={onClose} isDisabled={change.isPending}>
            Cancel
          </Button>
          <Button appearance="primary" type="submit" isLoading={change.isPending}>
            Close the cycle
          </Button>
        </>
      }
    >
      <div className="close-cycle">
        {unplaced && <ErrorState title={`${cycle.name} was not closed`} error={unplaced} />}
        <p>What is in it can only be read from then on, and its numbers stand still as they are today. It can be reopened.</p>
        {data?.lines.length === 0 && <p>There are no objectives in it that you can see.</p>}
        {data && data.lines.length > 0 && (
          <p>
            {`${data.lines.length === 1 ? 'One objective that you can see stands' : `${data.lines.length} objectives that you can see stand`} still, ${gradedWords(data.lines.length - ungraded)} graded. Nobody is asked for check-ins on them any more.`}
          </p>
        )}
        {ungraded > 0 && (
          <SectionMessage
            tone="warning"
            title={ungraded === 1 ? 'One objective has no grade' : `${ungraded} objectives have no grade`}
            actions={
              onGrade && (
                <Button spacing="compact" onClick={onGrade}>
                  Grade first
                </Button>
              )
            }
          >
            Without grades nobody learns what the cycle was worth. What nobody has graded can still be graded after the close.
          </SectionMessage>
        )}
        {asksReason && (
          <TextField
            label="Why is it closed without grades?"
            required
            maxLength={500}
            value={reason}
            onChange={setReason}
            error={wrong ?? (error?.field === 'reason' ? error.message : null)}
            help="It stays on record, and the report repeats it."
          />
        )}
      </div>
    </Dialog>
  );
};

export default CloseCycleDialog;
