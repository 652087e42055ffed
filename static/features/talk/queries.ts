/** What talking and the history ask the backend. Under the page's own key, and again when something new is said. */
import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { Input } from '../../../src/contract/api';
import type { TalkSubject } from '../../../src/domain/talk-subject';
import { useHost } from '../../host';
import { liveOptions } from '../../live-query';
import { okrKey } from '../project-okrs/queries';
import { useHeardTalk } from './use-heard-talk';

export type ActivitySubject = Input<'getActivity'>['subject'];

const commentsKey = ({ type, id }: TalkSubject) => [...okrKey, 'comments', type, id] as const;
const activityKey = (subject: ActivitySubject) => [...okrKey, 'activity', subject] as const;

/** The latest threads, earlier ones page after page on demand; follows what others say. */
export const useComments = (subject: TalkSubject) => {
  const host = useHost();
  useHeardTalk(subject.id, commentsKey(subject));
  return useInfiniteQuery({
    queryKey: commentsKey(subject),
    queryFn: ({ pageParam }) => host.invoke('listComments', { subject, ...(pageParam === null ? {} : { cursor: pageParam }) }),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.nextCursor,
    ...liveOptions,
  });
};

/** Ends when the comments are there as they are now. */
const useRefreshTalk = (subject: TalkSubject) => {
  const queries = useQueryClient();
  return async () => {
    await queries.invalidateQueries({ queryKey: commentsKey(subject) });
    void queries.invalidateQueries({ queryKey: [...okrKey, 'activity'] });
  };
};

export const useAddComment = (subject: TalkSubject) => {
  const { invoke } = useHost();
  const refresh = useRefreshTalk(subject);
  return useMutation({ mutationFn: (input: Input<'addComment'>) => invoke('addComment', input), onSuccess: refresh });
};

export const useEditComment = (subject: TalkSubject) => {
  const { invoke } = useHost();
  const refresh = useRefreshTalk(subject);
  return useMutation({ mutationFn: (input: Input<'editComment'>) => invoke('editComment', input), onSettled: refresh });
};

export const useRemoveComment = (subject: TalkSubject) => {
  const { invoke } = useHost();
  const refresh = useRefreshTalk(subject);
  return useMutation({ mutationFn: (input: Input<'removeComment'>) => invoke('removeComment', input), onSettled: refresh });
};

/** Who of these would not see a private subject; asks nothing where it is not private or nobody is mentioned. */
export const useUnseenBy = (subject: TalkSubject, isPrivate: boolean, accountIds: readonly string[]): readonly string[] => {
  const { invoke } = useHost();
  const query = useQuery({
    queryKey: ['check-mentions', subject, accountIds],
    queryFn: () => invoke('checkMentions', { subject, accountIds: [...accountIds] }),
    enabled: isPrivate && accountIds.length > 0,
  });
  return (isPrivate && accountIds.length > 0 && query.data?.unseenBy) || [];
};

/** The history, newest first, page after page on demand. */
export const useActivity = (subject: ActivitySubject) => {
  const { invoke } = useHost();
  return useInfiniteQuery({
    queryKey: activityKey(subject),
    queryFn: ({ pageParam }) => invoke('getActivity', { subject, ...(pageParam === null ? {} : { cursor: pageParam }) }),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.nextCursor,
    ...liveOptions,
  });
};
