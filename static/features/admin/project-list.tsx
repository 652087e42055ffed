/** A choice of projects: those chosen, each with a way out, and a search to choose more. */
import Button from '@atlaskit/button/new';
import { useQuery } from '@tanstack/react-query';
import { useDeferredValue, useState } from 'react';
import { useHost } from '../../host';
import { TextField } from '../../ui/field';

const ProjectName = ({ projectId }: { readonly projectId: string }) => {
  const { jira } = useHost();
  const project = useQuery({ queryKey: ['project', projectId], queryFn: () => jira.project(projectId), staleTime: Infinity });
  return <bdi>{project.data?.name ?? 'A project you cannot see'}</bdi>;
};

type Props = {
  /** What the list of those chosen is called. */
  readonly label: string;
  readonly projectIds: readonly string[];
  readonly onChange: (projectIds: readonly string[]) => void;
};

export const ProjectList = ({ label, projectIds, onChange }: Props) => {
  const { jira } = useHost();
  const [text, setText] = useState('');
  const query = useDeferredValue(text.trim());
  const found = useQuery({
    queryKey: ['projects', query],
    queryFn: () => jira.findProjects(query),
    enabled: query !== '',
    staleTime: 60_000,
  });
  const others = (found.data ?? []).filter(({ id }) => !projectIds.includes(id));
  return (
    <div>
      <TextField type="search" label="Add a project" value={text} onChange={setText} help="Type a part of its name or its key." />
      {query !== '' && (
        <ul className="people-list" aria-label="Projects found">
          {others.map(({ id, key, name }) => (
            <li key={id} className="people-list__line">
              <bdi>
                {name} ({key})
              </bdi>
              <Button spacing="compact" onClick={() => onChange([...projectIds, id])}>
                {`Add ${key}`}
              </Button>
            </li>
          ))}
          {found.isSuccess && others.length === 0 && <li className="subtle">No other project is called so.</li>}
        </ul>
      )}
      <ul className="people-list" aria-label={label}>
        {projectIds.map((id) => (
          <li key={id} className="people-list__line">
            <ProjectName projectId={id} />
            <Button appearance="subtle" spacing="compact" onClick={() => onChange(projectIds.filter((other) => other !== id))}>
              Remove
            </Button>
          </li>
        ))}
      </ul>
    </div>
  );
};
