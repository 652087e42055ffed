/** The summary of a project's last seven days, written as plain text to be read out, pasted or sent. */
import { useQuery } from '@tanstack/react-query';
import { useHost } from '../../host';
import { CopiedText } from '../../ui/copied-text';
import { Dialog } from '../../ui/dialog';
import { EmptyState } from '../../ui/empty-state';
import { ErrorState } from '../../ui/error-state';
import { useFormat } from '../../ui/format';
import { Loading, Skeleton } from '../../ui/skeleton';
import { useProjectWeek } from './queries';
import { weekText } from './week-words';

type Props = { readonly projectId: string; readonly cycleId: string; readonly onClose: () => void };

const ProjectWeekDialog = ({ projectId, cycleId, onClose }: Props) => {
  const { jira, place } = useHost();
  const format = useFormat();
  const project = useQuery({ queryKey: ['project', projectId], queryFn: () => jira.project(projectId), staleTime: Infinity });
  const query = useProjectWeek(cycleId);
  const name = project.data?.name ?? place.projectKey ?? 'This project';
  return (
    <Dialog title="Summary of the week" size="large" onClose={onClose}>
      {query.isError && !query.data ? (
        <ErrorState title="The summary could not be written" error={query.error} onRetry={() => void query.refetch()} />
      ) : !query.data || project.isPending ? (
        <Loading what="the summary">
          <Skeleton height="240px" />
        </Loading>
      ) : query.data.objectives.length === 0 ? (
        <EmptyState title={`No objectives in ${query.data.cycleName} yet`}>
          The summary tells what moved and what was said of them.
        </EmptyState>
      ) : (
        <>
          <p className="subtle">
            What moved in the last seven days, what is at risk, and what was said. You see what you may see: look at it before you send it.
          </p>
          <CopiedText label="Summary of the week" text={weekText(query.data, name, format)} />
        </>
      )}
    </Dialog>
  );
};

export default ProjectWeekDialog;
