/** The page in grey, in the sizes of the real one. */
import { Loading, Skeleton } from '../../ui/skeleton';
import './page-header.css';
import './page-skeleton.css';

export const PageSkeleton = () => (
  <Loading what="OKRs">
    <div className="page-skeleton">
      <h1 className="page-header__title">OKRs</h1>
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
