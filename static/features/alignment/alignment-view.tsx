/** The alignment of a page's cycle: asks for it and says where that stands; what is made of it is alignment-board.tsx. */
import type { Address } from '../../host';
import { EmptyState } from '../../ui/empty-state';
import { ErrorState } from '../../ui/error-state';
import { Loading, Skeleton } from '../../ui/skeleton';
import { AlignmentBoard } from './alignment-board';
import { useAlignment } from './queries';

type Props = {
  readonly address: Address | null;
  /** Null: the cycle of today. */
  readonly cycleId: string | null;
  /** The project whose page it is on; null: the company's. */
  readonly projectId: string | null;
  readonly onOpen: (objectiveId: string) => void;
  readonly onOpenKeyResult: (keyResultId: string) => void;
};

const AlignmentView = ({ address, cycleId, projectId, onOpen, onOpenKeyResult }: Props) => {
  const query = useAlignment(cycleId);
  const { okrs } = query;
  const failed = query.isError && (!okrs || okrs.loadingMore);
  if (failed) return <ErrorState title="The alignment could not be loaded" error={query.error} onRetry={() => void query.refetch()} />;
  // Half of a forest would show broken links that are none.
  if (!okrs || okrs.loadingMore) {
    return (
      <Loading what="the alignment">
        <Skeleton width="320px" height="32px" />
        <p className="small">{okrs ? `${okrs.objectives.length} of ${okrs.page.totalObjectives} objectives so far` : '\u00a0'}</p>
        <Skeleton height="480px" />
      </Loading>
    );
  }
  if (okrs.objectives.length === 0) {
    return (
      <EmptyState title={`No objectives in ${okrs.page.cycle.name} yet`}>
        Here is who supports whom, from the goals of the company down to the work of a project. It begins with one objective.
      </EmptyState>
    );
  }
  return (
    <AlignmentBoard
      key={okrs.page.cycle.id}
      page={okrs.page}
      objectives={okrs.objectives}
      address={address}
      projectId={projectId}
      onOpen={onOpen}
      onOpenKeyResult={onOpenKeyResult}
    />
  );
};

export default AlignmentView;
