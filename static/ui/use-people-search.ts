/** People by a part of their name, asked of Jira as the viewer once the typing pauses. */
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useHost, type Person } from '../host';
import { useSettled } from './use-settled';

const pauseMs = 250;

type PeopleSearch = {
  /** Until the search has caught up with what is typed, only those found before that fit it: Enter is never for somebody else. */
  readonly people: readonly Person[];
  readonly caughtUp: boolean;
  readonly failed: boolean;
};

/** `typed`: null while nothing is. `projectId`: people who can be given work there; null: everybody. */
export const usePeopleSearch = (typed: string | null, projectId: string | null): PeopleSearch => {
  const { jira } = useHost();
  const query = useSettled(typed ?? '', pauseMs);
  const found = useQuery({
    queryKey: ['people', projectId, query],
    queryFn: () => jira.findPeople(query, projectId),
    enabled: typed !== null,
    staleTime: 60_000,
    placeholderData: keepPreviousData,
  });
  const caughtUp = query === typed && found.data !== undefined && !found.isPlaceholderData;
  const fits = ({ name }: Person): boolean => caughtUp || name.toLowerCase().includes((typed ?? '').trim().toLowerCase());
  return { people: typed === null ? [] : (found.data ?? []).filter(fits), caughtUp, failed: found.isError };
};
