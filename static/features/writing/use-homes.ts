/** The homes an objective can be moved to from a page: of the company, the groups and the open project those the viewer may plan in. */
import { useQuery } from '@tanstack/react-query';
import type { Home } from '../../../src/domain/home';
import { useHost } from '../../host';
import type { Rights } from '../project-okrs/rights';

export type NamedHome = { readonly home: Home; readonly name: string };

/** Null while they are on their way. */
export const useHomes = (rights: Rights): { readonly homes: readonly NamedHome[] | null; readonly error: Error | null } => {
  const { invoke, jira, place } = useHost();
  const { projectId } = place;
  const query = useQuery({
    queryKey: ['homes', projectId],
    queryFn: async (): Promise<readonly NamedHome[]> => {
      const [groups, project] = await Promise.all([invoke('listGroups', {}), projectId === null ? null : jira.project(projectId)]);
      return [
        { home: { level: 'company' }, name: 'Company' },
        ...groups.map(({ id, name }) => ({ home: { level: 'group' as const, groupId: id }, name })),
        ...(projectId === null || project === null ? [] : [{ home: { level: 'project' as const, projectId }, name: project.name }]),
      ];
    },
    staleTime: 60_000,
  });
  return { homes: query.data?.filter(({ home }) => rights.mayPlan(home)) ?? null, error: query.error };
};
