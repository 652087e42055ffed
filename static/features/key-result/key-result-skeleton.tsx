/** What is below the title of a key result's page, in grey and in the sizes of the real thing. */
import { Loading, Skeleton } from '../../ui/skeleton';

export const KeyResultSkeleton = () => (
  <Loading what="the key result">
    <div className="key-result-page__skeleton">
      <Skeleton width="320px" height="32px" />
      <div className="key-result-page__columns">
        <Skeleton height="400px" />
        <Skeleton height="400px" />
      </div>
    </div>
  </Loading>
);
