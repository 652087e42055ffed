/** The groups of projects, with what can be done to each. */
import Button from '@atlaskit/button/new';
import { useState } from 'react';
import type { GroupView } from '../../../src/contract/company';
import { EmptyState } from '../../ui/empty-state';
import { ErrorState } from '../../ui/error-state';
import { Person } from '../../ui/person';
import { Loading, Skeleton } from '../../ui/skeleton';
import { ArchiveGroupDialog } from './archive-group-dialog';
import { GroupDialog } from './group-dialog';
import { useGroups } from './role-queries';

const projectsWords = (count: number): string => (count === 1 ? '1 project' : `${count} projects`);

export const GroupList = () => {
  const groups = useGroups();
  /** The one being edited, or a new one. */
  const [open, setOpen] = useState<GroupView | 'new' | null>(null);
  const [archiving, setArchiving] = useState<GroupView | null>(null);
  return (
    <section aria-labelledby="groups-title">
      <h2 id="groups-title">Groups of projects</h2>
      <p className="subtle">
        A group has objectives of its own, between those of the company and those of its projects. Its leads look after them.
      </p>
      {groups.isPending && (
        <Loading what="groups">
          <Skeleton height="64px" />
        </Loading>
      )}
      {groups.isError && <ErrorState title="The groups could not be loaded" error={groups.error} onRetry={() => void groups.refetch()} />}
      {groups.data?.length === 0 && (
        <EmptyState title="No groups yet">Make one for a department, a product line or a value stream.</EmptyState>
      )}
      <ul className="people-list">
        {(groups.data ?? []).map((group) => (
          <li key={group.id} className="people-list__line">
            <span className="group-line">
              <strong>
                <bdi>{group.name}</bdi>
              </strong>
              <span className="subtle">{projectsWords(group.projectIds.length)}</span>
              {group.leadIds.map((accountId) => (
                <Person key={accountId} accountId={accountId} withName />
              ))}
            </span>
            <span>
              <Button spacing="compact" aria-label={`Edit ${group.name}`} onClick={() => setOpen(group)}>
                Edit
              </Button>
              <Button appearance="subtle" spacing="compact" aria-label={`Archive ${group.name}`} onClick={() => setArchiving(group)}>
                Archive
              </Button>
            </span>
          </li>
        ))}
      </ul>
      {groups.data && <Button onClick={() => setOpen('new')}>New group</Button>}
      {open !== null && <GroupDialog group={open === 'new' ? null : open} onClose={() => setOpen(null)} />}
      {archiving && <ArchiveGroupDialog group={archiving} onClose={() => setArchiving(null)} />}
    </section>
  );
};
