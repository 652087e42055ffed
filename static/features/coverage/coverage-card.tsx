/**
 * The card of a project's coverage, and the way from it to the work that serves nothing. Work that was never counted is counted when somebody first looks.
 * Shows what the backend counted; computes nothing.
 */
import { lazy, Suspense, useEffect, useState } from 'react';
import type { CoverageView, WorkShareView } from '../../../src/contract/coverage';
import { apiErrorOf } from '../../api-error';
import { useFormat } from '../../ui/format';
import { percentText } from '../../ui/percent';
import { Loading, Skeleton } from '../../ui/skeleton';
import { cappedInWords, orphansInWords, orphansOf } from './coverage-words';
import { useAskForCount, useCoverage, type WorkOf } from './queries';

const OrphanDialog = lazy(() => import('./orphan-dialog'));
const SightDialog = lazy(() => import('./sight-dialog'));

const Share = ({ share, onOpen }: { readonly share: WorkShareView; readonly onOpen: () => void }) => {
  const format = useFormat();
  const orphans = orphansOf(share);
  if (share.share === null) return <p className="subtle">No work in progress</p>;
  return (
    <>
      <p className="summary-card__line">
        <span className="summary-card__number">{percentText(share.share)}</span>
      </p>
      <p className="small">
        of work in progress serves a key result
        {orphans > 0 && (
          <>
            {' · '}
            <button type="button" className="text-button" aria-haspopup="dialog" onClick={onOpen}>
              {orphansInWords(orphans, format.number(orphans))}
            </button>
          </>
        )}
      </p>
    </>
  );
};

const Counted = ({ coverage, onOpen }: { readonly coverage: CoverageView; readonly onOpen: () => void }) => {
  const { state, counted } = coverage;
  if (counted === null) {
    return <p className="subtle">{state === 'closed' ? 'Not counted before the cycle was closed' : 'Counting the work in Jira…'}</p>;
  }
  const { inProgress, finished } = counted;
  const orphans = orphansOf(finished);
  return (
    <>
      <Share share={inProgress} onOpen={onOpen} />
      {inProgress.share === null && orphans > 0 && (
        <p className="small">
          <button type="button" className="text-button" aria-haspopup="dialog" onClick={onOpen}>
            Finished work that served none
          </button>
        </p>
      )}
      {inProgress.capped && <p className="small">{cappedInWords(true)}</p>}
    </>
  );
};

export const CoverageCard = ({ of }: { readonly of: WorkOf }) => {
  const query = useCoverage(of);
  const { mutate: ask, isError: isRefused, isIdle } = useAskForCount(of);
  const [open, setOpen] = useState<'orphans' | 'sight' | null>(null);
  const coverage = query.data;
  const isNew = coverage !== undefined && coverage.counted === null && coverage.state === 'counted';
  useEffect(() => {
    if (isNew && isIdle) ask();
  }, [isNew, isIdle, ask]);
  return (
    <section className="summary-card" aria-labelledby="summary-coverage">
      <h2 id="summary-coverage" className="summary-card__title">
        Coverage
      </h2>
      {coverage ? (
        isNew && isRefused ? (
          <p className="subtle">Not counted yet</p>
        ) : (
          <>
            <Counted coverage={coverage} onOpen={() => setOpen('orphans')} />
            {coverage.counted !== null && (
              <p className="small">
                <button type="button" className="text-button" aria-haspopup="dialog" onClick={() => setOpen('sight')}>
                  Line of sight
                </button>{' '}
                by person
              </p>
            )}
          </>
        )
      ) : query.isError ? (
        <p className="small" role="alert">
          {apiErrorOf(query.error).message}{' '}
          <button type="button" className="text-button" onClick={() => void query.refetch()}>
            Retry
          </button>
        </p>
      ) : (
        <Loading what="coverage">
          <Skeleton width="40%" height="28px" />
          <Skeleton width="90%" height="16px" />
        </Loading>
      )}
      <Suspense fallback={null}>
        {open === 'orphans' && <OrphanDialog of={of} onClose={() => setOpen(null)} />}
        {open === 'sight' && <SightDialog of={of} onClose={() => setOpen(null)} />}
      </Suspense>
    </section>
  );
};
