/** The name of the place an objective lives in. Projects are named by Jira, as far as the viewer may see. */
import { useQuery } from '@tanstack/react-query';
import { projectIdOf, type Home } from '../../../src/domain/home';
import { useHost } from '../../host';

type Groups = readonly { readonly id: string; readonly name: string }[];

/** An ellipsis while Jira has not answered. */
export const useHomeName = (home: Home, groups: Groups): string => {
  const { jira } = useHost();
  const projectId = projectIdOf(home);
  const project = useQuery({
    queryKey: ['project', projectId],
    queryFn: () => (projectId === null ? null : jira.project(projectId)),
    enabled: projectId !== null,
    staleTime: Infinity,
  });
  if (home.level === 'company') return 'Company';
  if (home.level === 'group') return groups.find(({ id }) => id === home.groupId)?.name ?? 'An archived group';
  return project.data?.name ?? (project.isError ? 'A project' : '…');
};
