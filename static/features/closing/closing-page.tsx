/**
 * A cycle at its close: while it is open, what is to be graded and, for OKR admins, the way to close it; once it is closed, its report, and what
 * nobody has graded in time.
 */
import Button from '@atlaskit/button/new';
import { lazy, Suspense, useState } from 'react';
import type { Home } from '../../../src/domain/home';
import { useLiveUpdates } from '../../live-query';
import { ErrorState } from '../../ui/error-state';
import { useFormat } from '../../ui/format';
import { Loading, Skeleton } from '../../ui/skeleton';
import { useRights } from '../project-okrs/use-rights';
import { CycleClosing } from './cycle-closing';
import './closing.css';
import { closingKey, useCycleClosing } from './queries';

const CloseCycleDialog = lazy(() => import('./close-cycle-dialog'));
const CycleReport = lazy(() => import('./cycle-report'));

type Props = {
  /** Null: the cycle of today. */
  readonly cycleId: string | null;
  /** Null: everything one may see. */
  readonly home: Home | null;
  /** Called with the cycle that is about to be closed: after that another one may be the one of today. */
  readonly onCycle?: (cycleId: string) => void;
};

const ClosingPage = ({ cycleId, home, onCycle }: Props) => {
  const format = useFormat();
  const query = useCycleClosing({ cycleId, home });
  useLiveUpdates(closingKey);
  const [closes, setCloses] = useState(false);
  const rights = useRights(query.data?.roles ?? null, []);
  if (!query.data)
    return query.isError ? (
      <ErrorState title="The cycle could not be loaded" error={query.error} onRetry={() => void query.refetch()} />
    ) : (
      <Loading what="the cycle">
        <Skeleton height="240px" />
      </Loading>
    );
  const { cycle, lines, today } = query.data;
  const left = lines.filter(({ grade }) => grade === null);
  if (cycle.state === 'closed')
    return (
      <div className="closing">
        <Suspense fallback={<Skeleton height="240px" />}>
          <CycleReport cycle={cycle} home={home} />
        </Suspense>
        {left.length > 0 && (
          <section className="closing__left" aria-labelledby="closing-left">
            <h2 id="closing-left">Not graded yet</h2>
            <p className="subtle">{`What nobody had graded when ${cycle.name} was closed can still be graded, once.`}</p>
            <CycleClosing closing={query.data} only={left} />
          </section>
        )}
      </div>
    );
  return (
    <section className="closing" aria-labelledby="closing-title">
      <div className="closing__head">
        <h2 id="closing-title">{`Close ${cycle.name}`}</h2>
        {rights.maySetUp && home === null && cycle.state === 'running' && (
          <Button
            appearance={left.length === 0 ? 'primary' : 'default'}
            onClick={() => {
              onCycle?.(cycle.id);
              setCloses(true);
            }}
          >
            {`Close ${cycle.name}`}
          </Button>
        )}
      </div>
      <p>
        {today > cycle.endDay ? `It ended on ${format.day(cycle.endDay, today)}. ` : `Its last day is ${format.day(cycle.endDay, today)}. `}
        {lines.length > 0 && `${format.number(lines.length - left.length)} of ${format.number(lines.length)} objectives are graded.`}
      </p>
      <CycleClosing closing={query.data} />
      <Suspense fallback={null}>{closes && <CloseCycleDialog cycle={cycle} onGrade={null} onClose={() => setCloses(false)} />}</Suspense>
    </section>
  );
};

export default ClosingPage;
