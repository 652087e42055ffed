/**
 * What the coverage screens ask the backend. Kept under `okrKey`, so that a link moves them as it moves the numbers.
 * Knows no screen.
 */
import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useHost } from '../../host';
import { liveOptions } from '../../live-query';
import { okrKey } from '../project-okrs/queries';
import type { WorkState } from '../../../src/domain/coverage';

/** A project's work in a cycle. */
export type WorkOf = { readonly projectId: string; readonly cycleId: string };

const whileCounting = 3_000;
const everyMinute = 60_000;

const coverageKey = (of: WorkOf) => [...okrKey, 'coverage', of.projectId, of.cycleId] as const;

/** Live; asked every few seconds while the work is being counted, in case no message comes. */
export const useCoverage = (of: WorkOf) => {
  const { invoke } = useHost();
  return useQuery({
    queryKey: coverageKey(of),
    queryFn: () => invoke('getCoverage', of),
    ...liveOptions,
    refetchInterval: (query) => (query.state.data?.state === 'counting' ? whileCounting : everyMinute),
  });
};

/** Has the work counted anew; the answer says that it is being counted. */
export const useAskForCount = (of: WorkOf) => {
  const { invoke } = useHost();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: () => invoke('askForCount', of),
    onSuccess: (coverage) => queries.setQueryData(coverageKey(of), coverage),
  });
};

/** The work that serves nothing, page after page on demand. */
export const useOrphanWork = (of: WorkOf, state: WorkState) => {
  const { invoke } = useHost();
  return useInfiniteQuery({
    queryKey: [...coverageKey(of), 'orphans', state],
    queryFn: ({ pageParam }) => invoke('listOrphanWork', { ...of, state, ...(pageParam > 0 ? { offset: pageParam } : {}) }),
    initialPageParam: 0,
    getNextPageParam: (last) => last.nextOffset,
    ...liveOptions,
  });
};

/** Who has work in progress, and whose of it reaches no key result. */
export const useLineOfSight = (of: WorkOf) => {
  const { invoke } = useHost();
  return useQuery({ queryKey: [...coverageKey(of), 'sight'], queryFn: () => invoke('getLineOfSight', of), ...liveOptions });
};

/** Every project's coverage in a cycle (null: the cycle of today), live. */
export const useCompanyCoverage = (cycleId: string | null) => {
  const { invoke } = useHost();
  return useQuery({
    queryKey: [...okrKey, 'company-coverage', cycleId],
    queryFn: () => invoke('getCompanyCoverage', cycleId === null ? {} : { cycleId }),
    ...liveOptions,
  });
};
