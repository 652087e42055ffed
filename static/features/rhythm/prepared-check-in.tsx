/** The one-minute form for one key result, wherever one has come to it: loaded by itself, gone when it is confirmed. */
import { ErrorState } from '../../ui/error-state';
import { Loading, Skeleton } from '../../ui/skeleton';
import '../check-ins/check-ins.css';
import { DueCheckInForm } from '../check-ins/due-check-in';
import { usePreparedCheckIn } from './queries';

type Props = { readonly keyResultId: string; readonly takesFocus: boolean; readonly onConfirmed: () => void };

export const PreparedCheckIn = ({ keyResultId, takesFocus, onConfirmed }: Props) => {
  const query = usePreparedCheckIn(keyResultId);
  if (query.data) return <DueCheckInForm due={query.data} takesFocus={takesFocus} onConfirmed={onConfirmed} />;
  if (query.isError)
    return <ErrorState title="The check-in could not be loaded" error={query.error} onRetry={() => void query.refetch()} />;
  return (
    <Loading what="the check-in">
      <Skeleton height="240px" />
    </Loading>
  );
};
