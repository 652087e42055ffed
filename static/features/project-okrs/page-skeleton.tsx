/** What is below the head of the page, in grey and in the sizes of the real thing. */
import { Loading, Skeleton } from '../../ui/skeleton';
import './page-skeleton.css';

export const PageSkeleton = () => (
  <Loading what="OKRs">
    <div className="page-skeleton">
      <div className="page-skeleton__cards">
        <Skeleton height="118px" />
        <Skeleton height="118px" />
        <Skeleton height="118px" />
      </div>
      <Skeleton width="480px" height="32px" />
      <div className="page-skeleton__rows">
        {Array.from({ length: 6 }, (_, row) => (
          <Skeleton key={row} height="44px" />
        ))}
      </div>
    </div>
  </Loading>
);
