/** Asks for the explanation of one number and shows it in each of its states; live while it is on the screen. */
import type { ExplanationSubject } from '../../../src/contract/explanation';
import { ErrorState } from '../../ui/error-state';
import { Loading, Skeleton } from '../../ui/skeleton';
import { Explained, type PartActions } from './explained';
import { useExplanation } from './queries';

type Props = {
  readonly subject: ExplanationSubject;
  readonly actions: PartActions;
};

export const ExplanationOf = ({ subject, actions }: Props) => {
  const query = useExplanation(subject);
  if (query.data) {
    return (
      <Explained
        pages={query.data.pages}
        further={{
          has: query.hasNextPage,
          loading: query.isFetchingNextPage,
          failed: query.isFetchNextPageError,
          load: () => void query.fetchNextPage(),
        }}
        actions={actions}
      />
    );
  }
  if (query.isError)
    return <ErrorState title="The explanation could not be loaded" error={query.error} onRetry={() => void query.refetch()} />;
  return (
    <Loading what="the explanation">
      <div className="explained">
        <Skeleton width="80%" height="20px" />
        <Skeleton width="60%" height="20px" />
        <Skeleton height="160px" />
      </div>
    </Loading>
  );
};
