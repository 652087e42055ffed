/**
 * What the viewer may change on the company page, from what the backend says of their roles and what Jira says of them. Only to leave out what
 * would be refused: the backend decides again at every request.
 */
import { useQuery } from '@tanstack/react-query';
import type { CompanyOkrs } from '../../../src/contract/company';
import { useHost } from '../../host';
import type { Rights } from '../project-okrs/use-rights';
import type { NamedHome } from './new-objective-choice';

type Roles = Pick<CompanyOkrs, 'groups' | 'isOkrAdmin'>;

/** The places the viewer may add objectives to, whether they may set up the site, and what they may change: everything for OKR admins, what lives with a group for its leads, else what they own. */
export const useCompanyRights = (
  roles: Roles | null,
): { readonly rights: Rights; readonly places: readonly NamedHome[]; readonly maySetUp: boolean } => {
  const { jira, place } = useHost();
  const administers = useQuery({
    queryKey: ['administers-jira'],
    queryFn: async () => (await jira.permissionsIn(null, ['ADMINISTER'])).has('ADMINISTER'),
    staleTime: 5 * 60_000,
  });
  const isAdmin = roles?.isOkrAdmin === true || administers.data === true;
  const led = (roles?.groups ?? []).filter(({ isLead }) => isAdmin || isLead);
  const places: readonly NamedHome[] = [
    ...(isAdmin ? [{ home: { level: 'company' } as const, name: 'Company' }] : []),
    ...led.map(({ id, name }) => ({ home: { level: 'group' as const, groupId: id }, name })),
  ];
  return {
    places,
    maySetUp: isAdmin,
    rights: {
      mayPlan: places.length > 0,
      mayChange: (owners, home) =>
        isAdmin ||
        (place.accountId !== null && owners.includes(place.accountId)) ||
        (home?.level === 'group' && led.some(({ id }) => id === home.groupId)),
    },
  };
};
