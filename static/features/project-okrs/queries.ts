/**
 * What the project page asks the backend, and under which keys the answers are kept.
 * Knows no screen. Everything the page shows lives under `okrKey`, so that one sign of change refreshes all of it.
 */
import { keepPreviousData, useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useMemo } from 'react';
import type { ApiName, Input, Output } from '../../../src/contract/api';
import type { ProjectOkrs } from '../../../src/contract/okr';
import { apiErrorOf } from '../../api-error';
import { useHost } from '../../host';
import { liveOptions, useLiveQuery } from '../../live-query';

export const okrKey = ['okrs'] as const;

/** What every page of objectives carries, whoever's they are and however much of them it says. */
type OkrPage = Pick<ProjectOkrs, 'asOf' | 'nextCursor'> & { readonly objectives: readonly { readonly id: string }[] };

type ObjectiveOf<P extends OkrPage> = P['objectives'][number];

type LoadedOkrs<P extends OkrPage> = {
  /** The first page, for what is the same on all of them: cycles, today. */
  readonly page: P;
  /** Of all pages so far, in the backend's order. */
  readonly objectives: readonly ObjectiveOf<P>[];
  /** The oldest computation among them. */
  readonly asOf: string | null;
  /** More pages are still on their way. */
  readonly loadingMore: boolean;
};

const joined = <P extends OkrPage>(pages: readonly P[]): Omit<LoadedOkrs<P>, 'loadingMore'> | undefined => {
  const page = pages[0];
  if (!page) return undefined;
  // Between two pages an objective can move to another one: the first sight of it wins.
  const objectives = new Map(
    pages.flatMap((each): readonly ObjectiveOf<P>[] => each.objectives).map((objective) => [objective.id, objective]),
  );
  const instants = pages.flatMap((each) => (each.asOf === null ? [] : [each.asOf]));
  return { page, objectives: [...objectives.values()], asOf: instants.toSorted()[0] ?? null };
};

type Wanted = { readonly cycleId?: string; readonly cursor?: string };

/** A cycle's OKRs (null: the cycle of today), page after page in the background, and live; asks nothing unless `wanted`. */
export const useOkrPages = <P extends OkrPage>(
  of: string,
  cycleId: string | null,
  fetchPage: (wanted: Wanted) => Promise<P>,
  wanted = true,
) => {
  const query = useInfiniteQuery({
    queryKey: [...okrKey, of, cycleId],
    queryFn: ({ pageParam }) =>
      fetchPage({ ...(cycleId === null ? {} : { cycleId }), ...(pageParam === null ? {} : { cursor: pageParam }) }),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.nextCursor,
    placeholderData: keepPreviousData,
    enabled: wanted,
    ...liveOptions,
  });
  const { hasNextPage, isFetching, fetchNextPage, isFetchNextPageError } = query;
  const pages = query.data?.pages;
  // Asked again for each page that arrives: of one that comes at once nobody sees that it was on its way.
  useEffect(() => {
    if (hasNextPage && !isFetching && !isFetchNextPageError) void fetchNextPage();
  }, [pages, hasNextPage, isFetching, isFetchNextPageError, fetchNextPage]);
  const okrs = useMemo(() => joined(pages ?? []), [pages]);
  return { ...query, okrs: okrs && { ...okrs, loadingMore: hasNextPage } };
};

/** The OKRs of the open project. */
export const useProjectOkrs = (cycleId: string | null) => {
  const { invoke } = useHost();
  return useOkrPages('project', cycleId, (wanted) => invoke('getProjectOkrs', wanted));
};

/** One key result with its sources, live. */
export const useKeyResult = (keyResultId: string) => {
  const { invoke } = useHost();
  return useLiveQuery([...okrKey, 'key-result', keyResultId], () => invoke('getKeyResult', { keyResultId }));
};

/** The cycles one can plan in; asked for when a form opens. */
export const useCycles = () => {
  const { invoke } = useHost();
  return useQuery({ queryKey: [...okrKey, 'cycles'], queryFn: () => invoke('listCycles', {}) });
};

/** An objective that is to be aligned: one that exists, or one that is being written. */
export type AlignedAbout = Omit<Input<'listParents'>, 'query'>;

/** What it can be aligned to, filtered by words; asks nothing unless `wanted`. */
export const useParents = (about: AlignedAbout, query: string, wanted: boolean) => {
  const { invoke } = useHost();
  return useQuery({
    queryKey: [...okrKey, 'parents', about, query],
    queryFn: () => invoke('listParents', { ...about, ...(query === '' ? {} : { query }) }),
    enabled: wanted,
    placeholderData: keepPreviousData,
  });
};

type Change = Extract<
  ApiName,
  | 'createObjective'
  | 'editObjective'
  | 'archiveObjective'
  | 'createKeyResult'
  | 'editKeyResult'
  | 'archiveKeyResult'
  | 'recordValue'
  | 'refreshValue'
  | 'reachMilestone'
>;

/** Refreshes every OKR on the page; ends when the new numbers are there. */
export const useRefreshOkrs = () => {
  const queries = useQueryClient();
  return () => queries.invalidateQueries({ queryKey: okrKey });
};

/** A writing request; when it succeeds the page asks for everything again. */
export const useChange = <N extends Change>(name: N) => {
  const { invoke } = useHost();
  const refresh = useRefreshOkrs();
  return useMutation<Output<N>, Error, Input<N>>({
    mutationFn: (input) => invoke(name, input),
    onSuccess: () => void refresh(),
    // Whoever lost against another's change should see it behind the message.
    onError: (error) => {
      if (apiErrorOf(error).code === 'CONFLICT') void refresh();
    },
  });
};
