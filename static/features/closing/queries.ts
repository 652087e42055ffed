/**
 * What the close of a cycle asks the backend. Everything lives under `closingKey`; a change of it refreshes the pages of OKRs and the list of
 * cycles as well, which show grades and states.
 */
import { keepPreviousData, useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { Input, Output } from '../../../src/contract/api';
import type { Home } from '../../../src/domain/home';
import { apiErrorOf } from '../../api-error';
import { useHost } from '../../host';
import { liveOptions } from '../../live-query';
import { adminKey } from '../admin/queries';
import { okrKey } from '../project-okrs/queries';

export const closingKey = ['closing'] as const;

/** Null: the cycle of today; everything one may see. */
type Which = { readonly cycleId: string | null; readonly home: Home | null };

const inputOf = ({ cycleId, home }: Which) => ({ ...(cycleId === null ? {} : { cycleId }), ...(home === null ? {} : { home }) });

export const useCycleClosing = (which: Which) => {
  const { invoke } = useHost();
  return useQuery({
    queryKey: [...closingKey, 'cycle', which],
    queryFn: () => invoke('getCycleClosing', inputOf(which)),
    placeholderData: keepPreviousData,
    ...liveOptions,
  });
};

export const useObjectiveClosing = (objectiveId: string) => {
  const { invoke } = useHost();
  return useQuery({
    queryKey: [...closingKey, 'objective', objectiveId],
    queryFn: () => invoke('getObjectiveClosing', { objectiveId }),
    // What is being graded is not to change under the hand; saving finds out.
    staleTime: 60_000,
  });
};

/** The report of a closed cycle, page after page until it is there as a whole: it is to be printed. */
export const useCycleReport = (cycleId: string, home: Home | null) => {
  const { invoke } = useHost();
  const query = useInfiniteQuery({
    queryKey: [...closingKey, 'report', cycleId, home],
    queryFn: ({ pageParam }) => invoke('getCycleReport', { cycleId, offset: pageParam, ...(home === null ? {} : { home }) }),
    initialPageParam: 0,
    getNextPageParam: (last) => last.nextOffset,
  });
  const { hasNextPage, isFetching, isFetchNextPageError, fetchNextPage } = query;
  useEffect(() => {
    if (hasNextPage && !isFetching && !isFetchNextPageError) void fetchNextPage();
  }, [hasNextPage, isFetching, isFetchNextPageError, fetchNextPage]);
  return query;
};

type ClosingChange = 'closeCycle' | 'gradeObjective' | 'copyObjectives';

export const useClosingChange = <N extends ClosingChange>(name: N) => {
  const { invoke } = useHost();
  const queries = useQueryClient();
  const refresh = () => {
    for (const queryKey of [closingKey, okrKey, adminKey]) void queries.invalidateQueries({ queryKey });
  };
  return useMutation<Output<N>, Error, Input<N>>({
    mutationFn: (input) => invoke(name, input),
    onSuccess: refresh,
    onError: (error) => {
      if (apiErrorOf(error).code === 'CONFLICT') refresh();
    },
  });
};

const noGroups: Output<'listGroups'> = [];

/** The groups by which places are named; none while they are on their way. */
export const useGroups = (): Output<'listGroups'> => {
  const { invoke } = useHost();
  return useQuery({ queryKey: [...closingKey, 'groups'], queryFn: () => invoke('listGroups', {}), staleTime: 5 * 60_000 }).data ?? noGroups;
};
