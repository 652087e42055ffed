/** What the check-ins ask the backend; under the page's own key, so that one sign of change refreshes them too. */
import { useInfiniteQuery, useMutation } from '@tanstack/react-query';
import type { CheckInQueue } from '../../../src/contract/check-ins';
import type { Input } from '../../../src/contract/api';
import { useHost } from '../../host';
import { liveOptions, useLiveQuery } from '../../live-query';
import { okrKey, useRefreshOkrs } from '../project-okrs/queries';

/** The viewer's own check-ins of the open project that are due this week. */
export const useCheckInQueue = () => {
  const { invoke } = useHost();
  return useLiveQuery<CheckInQueue>([...okrKey, 'check-in-queue'], () => invoke('getCheckInQueue', {}));
};

/** A key result's check-ins, newest first, page after page on demand. */
export const useCheckIns = (keyResultId: string) => {
  const { invoke } = useHost();
  return useInfiniteQuery({
    queryKey: [...okrKey, 'check-ins', keyResultId],
    queryFn: ({ pageParam }) => invoke('listCheckIns', { keyResultId, ...(pageParam === null ? {} : { cursor: pageParam }) }),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.nextCursor,
    ...liveOptions,
  });
};

export const useCheckIn = () => {
  const { invoke } = useHost();
  const refresh = useRefreshOkrs();
  return useMutation({ mutationFn: (input: Input<'checkIn'>) => invoke('checkIn', input), onSuccess: () => void refresh() });
};

export const useOverrideHealth = () => {
  const { invoke } = useHost();
  const refresh = useRefreshOkrs();
  return useMutation({
    mutationFn: (input: Input<'overrideHealth'>) => invoke('overrideHealth', input),
    onSettled: () => void refresh(),
  });
};

export const useCorrectCheckIn = () => {
  const { invoke } = useHost();
  const refresh = useRefreshOkrs();
  return useMutation({
    mutationFn: (input: Input<'correctCheckIn'>) => invoke('correctCheckIn', input),
    onSettled: () => void refresh(),
  });
};
