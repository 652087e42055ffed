/** What the inbox, the week and the meeting ask the backend; under the page's own key, so that one sign of change refreshes them too. */
import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { Input } from '../../../src/contract/api';
import { useHost } from '../../host';
import { liveOptions } from '../../live-query';
import { okrKey } from '../project-okrs/queries';

const inboxKey = [...okrKey, 'inbox'] as const;

/** How many items are neither read nor done; 0 until that is known. Asked once the page stands (`wanted`). */
export const useUnread = (wanted: boolean): number => {
  const { invoke } = useHost();
  const { data } = useQuery({
    queryKey: [...inboxKey, 'unread'],
    queryFn: () => invoke('countUnread', {}),
    enabled: wanted,
    refetchOnWindowFocus: 'always',
  });
  return data?.unread ?? 0;
};

/** The viewer's inbox, newest first, page after page on demand. */
export const useInbox = () => {
  const { invoke } = useHost();
  return useInfiniteQuery({
    queryKey: [...inboxKey, 'items'],
    queryFn: ({ pageParam }) => invoke('getInbox', pageParam === null ? {} : { cursor: pageParam }),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.nextCursor,
    ...liveOptions,
  });
};

type InboxChange = 'markRead' | 'choosePersonally';

/** A change of one's own inbox; whatever becomes of it, the inbox is asked for again. */
export const useInboxChange = <N extends InboxChange>(name: N) => {
  const { invoke } = useHost();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (input: Input<N>) => invoke(name, input),
    onSettled: () => void queries.invalidateQueries({ queryKey: inboxKey }),
  });
};

/** A check-in on one key result, filled in; asked once, so that nothing changes under who fills it in. */
export const usePreparedCheckIn = (keyResultId: string) => {
  const { invoke } = useHost();
  return useQuery({
    queryKey: ['prepared-check-in', keyResultId],
    queryFn: () => invoke('prepareCheckIn', { keyResultId }),
    gcTime: 0,
  });
};

/** The viewer's week through a day. */
export const useMyWeek = (toDay: string) => {
  const { invoke } = useHost();
  return useQuery({ queryKey: [...okrKey, 'my-week', toDay], queryFn: () => invoke('getMyWeek', { toDay }) });
};

/** The last seven days of the open project, in a cycle. */
export const useProjectWeek = (cycleId: string) => {
  const { invoke } = useHost();
  return useQuery({ queryKey: [...okrKey, 'project-week', cycleId], queryFn: () => invoke('getProjectWeek', { cycleId }) });
};

/** What stands in the way of the open project's key results in a cycle. */
export const useBlockers = (cycleId: string) => {
  const { invoke } = useHost();
  return useQuery({ queryKey: [...okrKey, 'blockers', cycleId], queryFn: () => invoke('listBlockers', { cycleId }) });
};
