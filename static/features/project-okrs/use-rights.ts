/** The viewer's rights in some projects, groups and the company: what the backend says of their roles in the app, and what Jira, asked once as them, says of theirs there. */
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { ViewerRoles } from '../../../src/contract/viewer-roles';
import { useHost, type Administered } from '../../host';
import { rightsOf, type Rights } from './rights';

const noRoles: ViewerRoles = { isOkrAdmin: false, ledGroupIds: [] };
const nothing: Administered = { jira: false, projectIds: new Set() };
/** Where Jira cannot say, nothing is held back: the backend's words tell. */
const everything: Administered = { jira: true, projectIds: new Set() };

/** `roles`: null while they are on their way. `projectIds`: where what is shown lives, in any order, each once. */
export const useRights = (roles: ViewerRoles | null, projectIds: readonly string[]): Rights => {
  const { jira, place } = useHost();
  const asked = [...projectIds].sort();
  const { data, isError, isPlaceholderData } = useQuery({
    queryKey: ['administered', asked],
    queryFn: () => jira.administered(asked),
    placeholderData: keepPreviousData,
    staleTime: 5 * 60_000,
  });
  const isSettled = roles !== null && (isError || (data !== undefined && !isPlaceholderData));
  const administered = data ?? (isError ? everything : nothing);
  const { accountId } = place;
  return useMemo(
    () => rightsOf({ accountId, roles: roles ?? noRoles, administered, isSettled }),
    [accountId, roles, administered, isSettled],
  );
};
