/** What has been archived in the cycle, the last first, and the way to have it back. */
import Button from '@atlaskit/button/new';
import { useMutation, useQuery } from '@tanstack/react-query';
import type { CycleView } from '../../../src/contract/okr';
import type { ArchivedView } from '../../../src/contract/writing';
import { apiErrorOf } from '../../api-error';
import { useHost } from '../../host';
import { Dialog } from '../../ui/dialog';
import { EmptyState } from '../../ui/empty-state';
import { ErrorState } from '../../ui/error-state';
import { useFormat } from '../../ui/format';
import { KeyBadge } from '../../ui/key-badge';
import { Loading, Skeleton } from '../../ui/skeleton';
import { okrKey, useRefreshOkrs } from '../project-okrs/queries';
import './archived-dialog.css';
import { useUndo } from './undo';

type Props = {
  readonly cycle: CycleView;
  /** Null: wherever the viewer may see. */
  readonly projectId: string | null;
  readonly onClose: () => void;
};

const ArchivedItem = ({ item, may }: { readonly item: ArchivedView; readonly may: boolean }) => {
  const { invoke } = useHost();
  const format = useFormat();
  const refresh = useRefreshOkrs();
  const undo = useUndo();
  const { id, version, key } = item;
  const restore = useMutation({
    mutationFn: async () => (await invoke(item.type === 'objective' ? 'restoreObjective' : 'restoreKeyResult', { id, version })).version,
    onSuccess: (left) =>
      undo.offer(`${key} restored`, () =>
        invoke(item.type === 'objective' ? 'archiveObjective' : 'archiveKeyResult', { id, version: left }),
      ),
    onSettled: () => void refresh(),
  });
  return (
    <li className="archived__item">
      <KeyBadge text={key} />
      <span className="archived__words">
        <bdi>{item.title}</bdi>
        <span className="small subtle">
          {[...(item.objectiveKey === null ? [] : [`of ${item.objectiveKey}`]), `archived ${format.instant(item.archivedAt)}`].join(' · ')}
        </span>
        {restore.error && (
          <span className="field__error" role="alert">
            {apiErrorOf(restore.error).message}
          </span>
        )}
      </span>
      {may && (
        <Button spacing="compact" onClick={() => restore.mutate()} isLoading={restore.isPending} aria-label={`Restore ${key}`}>
          Restore
        </Button>
      )}
    </li>
  );
};

const ArchivedDialog = ({ cycle, projectId, onClose }: Props) => {
  const { invoke } = useHost();
  const archived = useQuery({
    queryKey: [...okrKey, 'archived', cycle.id, projectId],
    queryFn: () => invoke('listArchived', { cycleId: cycle.id, ...(projectId === null ? {} : { projectId }) }),
  });
  return (
    <Dialog title={`Archived in ${cycle.name}`} size="large" onClose={onClose}>
      {archived.isPending && (
        <Loading what="archived OKRs">
          <Skeleton height="160px" />
        </Loading>
      )}
      {archived.isError && (
        <ErrorState title="What is archived could not be loaded" error={archived.error} onRetry={() => void archived.refetch()} />
      )}
      {archived.data?.length === 0 && (
        <EmptyState title="Nothing is archived here">
          What you archive leaves the page and every number above it, and is kept here with all that belongs to it.
        </EmptyState>
      )}
      {archived.data && archived.data.length > 0 && (
        <ul className="archived">
          {archived.data.map((item) => (
            <ArchivedItem key={item.id} item={item} may={cycle.state !== 'closed'} />
          ))}
        </ul>
      )}
    </Dialog>
  );
};

export default ArchivedDialog;
