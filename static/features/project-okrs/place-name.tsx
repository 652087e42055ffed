/** A place by name: the company, a group, or a project as Jira names it to the viewer. */
import { useQuery } from '@tanstack/react-query';
import { projectIdOf, type Home } from '../../../src/domain/home';
import { useHost } from '../../host';

type Props = { readonly home: Home; /** Null: the company, or to be asked of Jira. */ readonly name: string | null };

export const PlaceName = ({ home, name }: Props) => {
  const { jira } = useHost();
  const projectId = projectIdOf(home);
  const project = useQuery({
    queryKey: ['project', projectId],
    queryFn: () => (projectId === null ? null : jira.project(projectId)),
    enabled: projectId !== null,
    staleTime: Infinity,
  });
  return <bdi>{name ?? (home.level === 'company' ? 'Company' : (project.data?.name ?? '…'))}</bdi>;
};
