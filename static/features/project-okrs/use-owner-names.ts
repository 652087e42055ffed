/** What the owners of these objectives and their key results are called, asked of Jira together. Knows nothing of what the names are for. */
import { useQueries } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { ObjectiveView } from '../../../src/contract/okr';
import { useHost, type Person } from '../../host';

const unknown = 'Unknown user';

const namesIn = (people: readonly { readonly data?: Person | null | undefined }[]): readonly string[] =>
  people.map(({ data }) => data?.name ?? unknown);

/**
 * By account id, in the order they come; null, with an empty name, where something has no owner. Names arrive one after the other; the map is the
 * same until one does.
 */
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
  const queries = useMemo(
    () =>
      owners.flatMap((accountId) =>
        accountId === null ? [] : [{ queryKey: ['person', accountId], queryFn: () => jira.person(accountId), staleTime: 10 * 60_000 }],
      ),
    [owners, jira],
  );
  const names = useQueries({ queries, combine: namesIn });
  return useMemo(() => {
    const rest = [...names];
    return new Map(owners.map((owner) => [owner, owner === null ? '' : (rest.shift() ?? unknown)]));
  }, [owners, names]);
};
