/** The homes an objective can be moved to as far as is known without asking for each: the company and groups the viewer leads, and the open project. */
import { useQuery } from '@tanstack/react-query';
import type { Home } from '../../../src/domain/home';
import { useHost } from '../../host';

export type NamedHome = { readonly home: Home; readonly name: string };

/** Null while they are on their way. */
export const useHomes = (): { readonly homes: readonly NamedHome[] | null; readonly error: Error | null } => {
  const { invoke, jira, place } = useHost();
  const { accountId, projectId } = place;
  const query = useQuery({
    queryKey: ['homes', projectId],
    queryFn: async (): Promise<readonly NamedHome[]> => {
      const [groups, held, project] = await Promise.all([
        invoke('listGroups', {}),
        jira.permissionsIn(null, ['ADMINISTER']),
        projectId === null ? null : jira.project(projectId),
      ]);
      const isAdmin = held.has('ADMINISTER');
      return [
        { home: { level: 'company' }, name: 'Company' },
        ...groups
          .filter(({ leadIds }) => isAdmin || (accountId !== null && leadIds.includes(accountId)))
          .map(({ id, name }) => ({ home: { level: 'group' as const, groupId: id }, name })),
        ...(projectId === null || project === null ? [] : [{ home: { level: 'project' as const, projectId }, name: project.name }]),
      ];
    },
    staleTime: 60_000,
  });
  return { homes: query.data ?? null, error: query.error };
};
