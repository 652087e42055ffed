/** The viewer's check-ins of this week, one after the other: what is confirmed goes, and the next one has the focus. */
import { useLayoutEffect, useRef, useState } from 'react';
import { EmptyState } from '../../ui/empty-state';
import { ErrorState } from '../../ui/error-state';
import { LiveRegion } from '../../ui/live-region';
import { Loading, Skeleton } from '../../ui/skeleton';
import { DueCheckInForm } from './due-check-in';
import { useCheckInQueue } from './queries';

type Confirmed = { readonly ids: ReadonlySet<string>; readonly last: string | null };

const nothingYet: Confirmed = { ids: new Set(), last: null };

export const CheckInQueue = () => {
  const query = useCheckInQueue();
  const [confirmed, setConfirmed] = useState(nothingYet);
  const end = useRef<HTMLDivElement>(null);
  const due = (query.data?.due ?? []).filter(({ keyResult }) => !confirmed.ids.has(keyResult.id));
  const next = confirmed.last === null ? null : (due[0]?.keyResult.id ?? null);
  const isOver = confirmed.last !== null && due.length === 0;

  useLayoutEffect(() => {
    if (isOver) end.current?.focus();
  }, [isOver]);

  if (!query.data)
    return query.isError ? (
      <ErrorState title="Your check-ins could not be loaded" error={query.error} onRetry={() => void query.refetch()} />
    ) : (
      <Loading what="your check-ins">
        <Skeleton height="160px" />
      </Loading>
    );
  const { more } = query.data;
  return (
    <>
      {due.length === 0 ? (
        <div ref={end} tabIndex={-1}>
          <EmptyState title={confirmed.ids.size > 0 ? 'All checked in' : 'Nothing to check in on this week'}>
            Key results that you own in running cycles are listed here when their next check-in is due.
          </EmptyState>
        </div>
      ) : (
        <ul className="check-in-queue">
          {due.map((each) => (
            <li key={each.keyResult.id}>
              <DueCheckInForm
                due={each}
                takesFocus={each.keyResult.id === next}
                onConfirmed={() => setConfirmed(({ ids }) => ({ ids: new Set([...ids, each.keyResult.id]), last: each.keyResult.key }))}
              />
            </li>
          ))}
        </ul>
      )}
      {more > 0 && <p className="small">{more} more will follow when these are done.</p>}
      <LiveRegion message={confirmed.last === null ? '' : `${confirmed.last} checked in, ${due.length} to go`} />
    </>
  );
};
