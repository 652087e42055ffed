/** The cycles of the site, nested by their days, with the steps each can take next; the preparing and the close of one open in the place of the list. */
import Button from '@atlaskit/button/new';
import { lazy, Suspense, useState } from 'react';
import type { CycleView } from '../../../src/contract/okr';
import { ErrorState } from '../../ui/error-state';
import { useFormat } from '../../ui/format';
import '../../ui/record-table.css';
import { Loading, Skeleton } from '../../ui/skeleton';
import type { CycleStep } from './cycle-step-dialog';
import { nestedCycles } from './nested-cycles';
import { useCycles } from './queries';

const NewCycleDialog = lazy(() => import('./new-cycle-dialog'));
const EditCycleDialog = lazy(() => import('./edit-cycle-dialog'));
const CycleStepDialog = lazy(() => import('./cycle-step-dialog'));
const CloseCycleDialog = lazy(() => import('../closing/close-cycle-dialog'));
const ClosingPage = lazy(() => import('../closing/closing-page'));
const PrepareCycle = lazy(() => import('../readiness/prepare-cycle'));

type Open =
  | { readonly type: 'new' }
  | { readonly type: 'edit'; readonly cycle: CycleView }
  | { readonly type: 'close'; readonly cycle: CycleView }
  | { readonly type: 'step'; readonly cycle: CycleView; readonly step: CycleStep };

/** What is shown in the place of the list. */
type Page = { readonly type: 'prepare' | 'closing'; readonly cycleId: string };

/** A started cycle runs on its own days only: before them it waits, after them it waits to be closed. */
function stateOn({ state, startDay, endDay }: CycleView, today: string): string {
  if (state !== 'running') return state === 'draft' ? 'Draft' : 'Closed';
  if (today < startDay) return 'Begins by itself';
  return today > endDay ? 'Over, not closed yet' : 'Running';
}

const steps: Readonly<Record<CycleView['state'], readonly { readonly step: CycleStep; readonly label: string }[]>> = {
  draft: [
    { step: 'start', label: 'Start' },
    { step: 'remove', label: 'Remove' },
  ],
  running: [],
  closed: [{ step: 'reopen', label: 'Reopen' }],
};

const columns = { days: 'Days', state: 'State' } as const;

type RowProps = {
  readonly cycle: CycleView;
  readonly depth: number;
  readonly today: string;
  readonly onOpen: (open: Open) => void;
  readonly onPage: (page: Page) => void;
};

const CycleRow = ({ cycle, depth, today, onOpen, onPage }: RowProps) => {
  const format = useFormat();
  const isAhead = cycle.state !== 'closed' && today <= cycle.endDay;
  return (
    <tr>
      <th scope="row" className={`cycles__name cycles__name--${Math.min(depth, 3)}`}>
        <bdi>{cycle.name}</bdi>
      </th>
      <td data-label={columns.days}>{format.days(cycle.startDay, cycle.endDay)}</td>
      <td data-label={columns.state}>
        {/* One thing beside its label. */}
        <span>
          {stateOn(cycle, today)}
          {cycle.closedDay !== null && <span className="subtle"> on {format.day(cycle.closedDay)}</span>}
        </span>
      </td>
      <td>
        <div className="button-row">
          {isAhead && (
            <Button spacing="compact" aria-label={`Prepare ${cycle.name}`} onClick={() => onPage({ type: 'prepare', cycleId: cycle.id })}>
              Prepare
            </Button>
          )}
          {cycle.state === 'running' && (
            <Button spacing="compact" aria-label={`Close ${cycle.name}`} onClick={() => onOpen({ type: 'close', cycle })}>
              Close
            </Button>
          )}
          {cycle.state === 'closed' && (
            <Button spacing="compact" aria-label={`Report of ${cycle.name}`} onClick={() => onPage({ type: 'closing', cycleId: cycle.id })}>
              Report
            </Button>
          )}
          {steps[cycle.state].map(({ step, label }) => (
            <Button
              key={step}
              spacing="compact"
              aria-label={`${label} ${cycle.name}`}
              onClick={() => onOpen({ type: 'step', cycle, step })}
            >
              {label}
            </Button>
          ))}
          {cycle.state !== 'closed' && (
            <Button spacing="compact" appearance="subtle" aria-label={`Edit ${cycle.name}`} onClick={() => onOpen({ type: 'edit', cycle })}>
              Edit
            </Button>
          )}
        </div>
      </td>
    </tr>
  );
};

export const CyclesSection = ({ today }: { readonly today: string }) => {
  const query = useCycles();
  const [open, setOpen] = useState<Open | null>(null);
  const [page, setPage] = useState<Page | null>(null);
  const close = () => setOpen(null);
  const cycles = query.data;
  if (!cycles)
    return query.isError ? (
      <ErrorState title="The cycles could not be loaded" error={query.error} onRetry={() => void query.refetch()} />
    ) : (
      <Loading what="cycles">
        <Skeleton height="200px" />
      </Loading>
    );
  const reload = (id: string) => async () => (await query.refetch()).data?.find((cycle) => cycle.id === id) ?? null;
  const dialogs = (
    <Suspense fallback={null}>
      {open?.type === 'new' && <NewCycleDialog cycles={cycles} today={today} onClose={close} />}
      {open?.type === 'edit' && <EditCycleDialog cycle={open.cycle} reload={reload(open.cycle.id)} onClose={close} />}
      {open?.type === 'close' && (
        <CloseCycleDialog
          cycle={open.cycle}
          onGrade={() => {
            setPage({ type: 'closing', cycleId: open.cycle.id });
            close();
          }}
          onClose={close}
        />
      )}
      {open?.type === 'step' && <CycleStepDialog cycle={open.cycle} step={open.step} onClose={close} />}
    </Suspense>
  );
  if (page !== null)
    return (
      <div className="cycles">
        <button type="button" className="text-button" onClick={() => setPage(null)}>
          ← All cycles
        </button>
        <div className="cycles__page">
          <Suspense fallback={<Skeleton height="320px" />}>
            {page.type === 'closing' ? (
              <ClosingPage cycleId={page.cycleId} home={null} />
            ) : (
              <PrepareCycle
                cycleId={page.cycleId}
                steps={{
                  onEdit: (cycle) => setOpen({ type: 'edit', cycle }),
                  onClosing: ({ id }) => setPage({ type: 'closing', cycleId: id }),
                }}
              />
            )}
          </Suspense>
        </div>
        {dialogs}
      </div>
    );
  return (
    <section className="cycles" aria-labelledby="cycles-title">
      <div className="cycles__head">
        <h2 id="cycles-title">Cycles</h2>
        <Button appearance="primary" onClick={() => setOpen({ type: 'new' })}>
          New cycle
        </Button>
      </div>
      <p className="subtle">
        This quarter and the next are there by themselves. A cycle whose days all lie in another one is listed below it.
      </p>
      <div className="record-frame" role="region" aria-label="Cycles of the site">
        <table className="record-table">
          <thead>
            <tr>
              <th scope="col">Name</th>
              <th scope="col">{columns.days}</th>
              <th scope="col">{columns.state}</th>
              <th scope="col">Next step</th>
            </tr>
          </thead>
          <tbody>
            {nestedCycles(cycles).map(({ cycle, depth }) => (
              <CycleRow key={cycle.id} cycle={cycle} depth={depth} today={today} onOpen={setOpen} onPage={setPage} />
            ))}
          </tbody>
        </table>
      </div>
      {dialogs}
    </section>
  );
};
