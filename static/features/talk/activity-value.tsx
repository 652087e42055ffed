/** What was there before or is there after a change: text, days as a person writes them, people and projects by name. */
import { useQuery } from '@tanstack/react-query';
import type { ActivityChange, ActivityValue } from '../../../src/contract/activity';
import { isDay } from '../../../src/domain/calendar';
import { useHost } from '../../host';
import { useFormat } from '../../ui/format';
import { Person } from '../../ui/person';
import './talk.css';

const Project = ({ projectId }: { readonly projectId: string }) => {
  const { jira } = useHost();
  const query = useQuery({
    queryKey: ['project', projectId],
    queryFn: () => jira.project(projectId),
    staleTime: 10 * 60_000,
    retry: false,
  });
  return <bdi>{query.data?.name ?? (query.isPending ? '…' : 'a project you cannot see')}</bdi>;
};

const Value = ({ value }: { readonly value: ActivityValue | null }) => {
  const format = useFormat();
  if (value === null) return <span className="subtle">none</span>;
  switch (value.type) {
    case 'text':
      return <bdi>{isDay(value.text) ? format.day(value.text) : value.text}</bdi>;
    case 'people':
      return value.accountIds.map((accountId) => <Person key={accountId} accountId={accountId} withName />);
    case 'projects':
      return value.projectIds.map((projectId) => <Project key={projectId} projectId={projectId} />);
  }
};

/** `due day: 31 Dec → 15 Jan`. */
export const Change = ({ field, before, after }: ActivityChange) => (
  <span className="activity__change">
    <span className="subtle">{field}:</span> <Value value={before} /> <span aria-hidden="true">→</span>
    <span className="visually-hidden">to</span> <Value value={after} />
  </span>
);
