/**
 * What the viewer may change, asked of Jira as the viewer once the page stands. Only to grey out what would be refused:
 * the backend decides again at every request.
 */
import { useQuery } from '@tanstack/react-query';
import type { Home } from '../../../src/domain/home';
import { useHost } from '../../host';

/** `unknown` while Jira has not answered, and when it cannot: then nothing is greyed out and the backend's words tell. */
type Admin = boolean | 'unknown';

export type Rights = {
  /** May add objectives to the project. */
  readonly mayPlan: boolean;
  /** May change a thing with these owners (its own, its objective's) that lives there; without a home where the page is. */
  mayChange(ownerAccountIds: readonly (string | null)[], home?: Home): boolean;
};

const rightsOf = (admin: Admin, accountId: string | null): Rights => ({
  mayPlan: admin !== false,
  mayChange: (owners) => admin !== false || (accountId !== null && owners.includes(accountId)),
});

export const whyNotPlan = 'Only project administrators can add objectives.';
export const whyNotChange = 'Only project administrators and the owner can change this.';

export const useRights = (projectId: string | null): Rights => {
  const { jira, place } = useHost();
  const query = useQuery({
    queryKey: ['may-administer', projectId],
    queryFn: async () =>
      projectId === null ? false : (await jira.permissionsIn(projectId, ['ADMINISTER_PROJECTS'])).has('ADMINISTER_PROJECTS'),
    enabled: projectId !== null,
    staleTime: 5 * 60_000,
  });
  return rightsOf(query.data ?? 'unknown', place.accountId);
};
