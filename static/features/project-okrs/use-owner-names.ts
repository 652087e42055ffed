/** What the owners of these objectives and their key results are called, asked of Jira together. Knows nothing of what the names are for. */
import { useQueries } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { ObjectiveView } from '../../../src/contract/okr';
import { useHost } from '../../host';

const unknown = 'Unknown user';

/** By account id, in the order they come; null, with an empty name, where something has no owner. Names arrive one after the other. */
export const useOwnerNames = (objectives: readonly ObjectiveView[]): ReadonlyMap<string | null, string> => {
  const { jira } = useHost();
  const owners = useMemo(
    () => [
      ...new Set(
        objectives.flatMap((objective) => [objective.ownerAccountId, ...objective.keyResults.map((keyResult) => keyResult.ownerAccountId)]),
      ),
    ],
    [objectives],
  );
  const accountIds = owners.flatMap((owner) => (owner === null ? [] : [owner]));
  const people = useQueries({
    queries: accountIds.map((accountId) => ({
      queryKey: ['person', accountId],
      queryFn: () => jira.person(accountId),
      staleTime: 10 * 60_000,
    })),
  });
  const nameOf = (owner: string | null): string => (owner === null ? '' : (people[accountIds.indexOf(owner)]?.data?.name ?? unknown));
  return new Map(owners.map((owner) => [owner, nameOf(owner)]));
};
