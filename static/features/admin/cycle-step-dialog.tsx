/** Asks before a cycle is started, reopened or removed, and says what that means. Closing has a dialog of its own. */
import Button from '@atlaskit/button/new';
import type { CycleView } from '../../../src/contract/okr';
import { useHost } from '../../host';
import { Dialog } from '../../ui/dialog';
import { ErrorState } from '../../ui/error-state';
import { useCycleChange } from './queries';

export type CycleStep = 'start' | 'reopen' | 'remove';

const words: Readonly<Record<CycleStep, { readonly verb: string; readonly done: string; readonly means: string }>> = {
  start: {
    verb: 'Start',
    done: 'started',
    means: 'From now on people are asked to check in on its key results, and a change of plan asks for a reason.',
  },
  reopen: { verb: 'Reopen', done: 'reopened', means: 'Its numbers follow Jira again, and what is in it can be changed.' },
  remove: {
    verb: 'Remove',
    done: 'removed',
    means: 'Only a cycle that nobody has written into can be removed. This cannot be taken back.',
  },
};

type Props = { readonly cycle: CycleView; readonly step: CycleStep; readonly onClose: () => void };

const CycleStepDialog = ({ cycle, step, onClose }: Props) => {
  const { showFlag } = useHost();
  const start = useCycleChange('startCycle');
  const reopen = useCycleChange('reopenCycle');
  const remove = useCycleChange('removeCycle');
  const change = { start, reopen, remove }[step];
  const { verb, done, means } = words[step];
  const { id, version, name } = cycle;
  const submit = () => {
    const input = { id, version };
    const after = {
      onSuccess: () => {
        showFlag({ title: `${name} ${done}`, tone: 'success' });
        onClose();
      },
    } as const;
    if (step === 'start') start.mutate(input, after);
    else if (step === 'reopen') reopen.mutate(input, after);
    else remove.mutate(input, after);
  };
  return (
    <Dialog
      title={`${verb} ${name}?`}
      onClose={onClose}
      onSubmit={submit}
      busy={change.isPending}
      footer={
        <>
          <Button appearance="subtle" onClick={onClose} isDisabled={change.isPending}>
            Cancel
          </Button>
          <Button appearance={step === 'remove' ? 'danger' : 'primary'} type="submit" isLoading={change.isPending}>
            {verb}
          </Button>
        </>
      }
    >
      {change.error && <ErrorState title={`${name} was not ${done}`} error={change.error} />}
      <p>{means}</p>
    </Dialog>
  );
};

export default CycleStepDialog;
