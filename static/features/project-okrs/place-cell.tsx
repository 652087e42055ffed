/** The line above the objectives of one place: the company, a group or a project by name. Projects are named by Jira, as far as the viewer may see. */
import { useQuery } from '@tanstack/react-query';
import { projectIdOf } from '../../../src/domain/home';
import { useHost } from '../../host';
import type { OkrRow } from './okr-rows';

const levelWords = { company: null, group: 'Group', project: 'Project' } as const;

export const PlaceCell = ({ row }: { readonly row: Extract<OkrRow, { readonly type: 'place' }> }) => {
  const { jira } = useHost();
  const projectId = projectIdOf(row.home);
  const project = useQuery({
    queryKey: ['project', projectId],
    queryFn: () => (projectId === null ? null : jira.project(projectId)),
    enabled: projectId !== null,
    staleTime: Infinity,
  });
  const level = levelWords[row.home.level];
  const name = row.name ?? project.data?.name ?? '…';
  return (
    <div className="okr-row__cell okr-row__place" role="gridcell" aria-colindex={1}>
      {level !== null && <span className="small">{level}</span>} <bdi>{name}</bdi>
    </div>
  );
};
