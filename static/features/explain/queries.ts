/**
 * What the explanation of a number asks the backend. Kept under `okrKey`, so that it follows every change like the number itself.
 * Knows no screen.
 */
import { useInfiniteQuery } from '@tanstack/react-query';
import type { ExplanationSubject } from '../../../src/contract/explanation';
import { useHost } from '../../host';
import { liveOptions } from '../../live-query';
import { okrKey } from '../project-okrs/queries';

/** Pages of the issues behind a number on demand; every page repeats the number. */
export const useExplanation = (subject: ExplanationSubject) => {
  const { invoke } = useHost();
  return useInfiniteQuery({
    queryKey: [...okrKey, 'explain', subject],
    queryFn: ({ pageParam }) => invoke('explain', { subject, ...(pageParam > 0 ? { offset: pageParam } : {}) }),
    initialPageParam: 0,
    getNextPageParam: (last) => ('work' in last ? (last.work?.nextOffset ?? null) : null),
    ...liveOptions,
  });
};
