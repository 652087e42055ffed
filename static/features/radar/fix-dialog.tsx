/** The form that mends something, opened from its id: reads it as it is now, then hands it to the form everybody knows. */
import { useQuery } from '@tanstack/react-query';
import { projectIdOf } from '../../../src/domain/home';
import { useHost } from '../../host';
import { Dialog } from '../../ui/dialog';
import { ErrorState } from '../../ui/error-state';
import { Loading, Skeleton } from '../../ui/skeleton';
import EditKeyResultDialog from '../project-okrs/edit-key-result-dialog';
import EditObjectiveDialog from '../project-okrs/edit-objective-dialog';
import { okrKey } from '../project-okrs/queries';

type Props = { readonly id: string; readonly onClose: () => void };

type WaitProps = { readonly error: Error | null; readonly onRetry: () => void; readonly onClose: () => void };

const Wait = ({ error, onRetry, onClose }: WaitProps) => (
  <Dialog title="Edit" onClose={onClose}>
    {error ? (
      <ErrorState title="It could not be loaded" error={error} onRetry={onRetry} />
    ) : (
      <Loading what="the form">
        <Skeleton height="240px" />
      </Loading>
    )}
  </Dialog>
);

const ObjectiveForm = ({ id, onClose }: Props) => {
  const { invoke } = useHost();
  const query = useQuery({
    queryKey: [...okrKey, 'radar-objective', id],
    queryFn: () => invoke('getObjective', { objectiveId: id }),
    gcTime: 0,
  });
  if (!query.data) return <Wait error={query.error} onRetry={() => void query.refetch()} onClose={onClose} />;
  return (
    <EditObjectiveDialog
      objective={query.data.objective}
      reload={async () => (await query.refetch()).data?.objective ?? null}
      onClose={onClose}
    />
  );
};

const KeyResultForm = ({ id, onClose }: Props) => {
  const { invoke } = useHost();
  const query = useQuery({
    queryKey: [...okrKey, 'radar-key-result', id],
    queryFn: () => invoke('getKeyResult', { keyResultId: id }),
    gcTime: 0,
  });
  if (!query.data) return <Wait error={query.error} onRetry={() => void query.refetch()} onClose={onClose} />;
  return <EditKeyResultDialog keyResult={query.data.keyResult} projectId={projectIdOf(query.data.objective.home)} onClose={onClose} />;
};

const FixDialog = ({ of, id, onClose }: Props & { readonly of: 'objective' | 'key-result' }) =>
  of === 'objective' ? <ObjectiveForm id={id} onClose={onClose} /> : <KeyResultForm id={id} onClose={onClose} />;

export default FixDialog;
