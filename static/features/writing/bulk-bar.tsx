/** What can be done to all selected rows at once, and what became of each where it was not done. */
import Button from '@atlaskit/button/new';
import { lazy, Suspense, useState } from 'react';
import type { CycleView, ObjectiveView } from '../../../src/contract/okr';
import type { BulkOutcome } from '../../../src/contract/writing';
import { ApiError, apiErrorOf } from '../../api-error';
import { useHost } from '../../host';
import { newId } from '../../new-id';
import { ErrorState } from '../../ui/error-state';
import { useRefreshOkrs } from '../project-okrs/queries';
import type { Rights } from '../project-okrs/rights';
import './bulk-bar.css';
import { bulkRequests, subjectsOf, takeBackRequests, type BulkChange } from './bulk-change';
import { BulkDialog, type BulkKind } from './bulk-dialog';
import { thingOf, type MovableRow } from './order';
import { useUndo } from './undo';

const MoveDialog = lazy(() => import('./move-dialog'));
const CopyDialog = lazy(() => import('./copy-dialog'));

type Props = {
  /** Not empty. */
  readonly rows: readonly MovableRow[];
  /** On the page: where a key result can be moved to. */
  readonly objectives: readonly ObjectiveView[];
  /** The one on the page. */
  readonly cycle: CycleView;
  readonly cycles: readonly CycleView[];
  readonly projectId: string | null;
  readonly rights: Rights;
  readonly onDone: () => void;
};

const doneWords: Readonly<Record<BulkChange['type'], (count: string) => string>> = {
  owner: (count) => `Owner of ${count} changed`,
  'due-day': (count) => `Due day of ${count} changed`,
  cycle: (count) => `${count} moved to another cycle`,
  archive: (count) => `${count} archived`,
  restore: (count) => `${count} restored`,
};

const counted = (count: number): string => (count === 1 ? '1 row' : `${count} rows`);

const BulkBar = ({ rows, objectives, cycle, cycles, projectId, rights, onDone }: Props) => {
  const { invoke } = useHost();
  const refresh = useRefreshOkrs();
  const undo = useUndo();
  const [open, setOpen] = useState<BulkKind | 'move' | 'copy' | null>(null);
  const [single] = rows.length === 1 ? rows : [];
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const [failed, setFailed] = useState<readonly Exclude<BulkOutcome, { readonly outcome: 'changed' }>[]>([]);

  const run = async (change: BulkChange, reason: string) => {
    setBusy(true);
    setError(null);
    try {
      const outcomes: BulkOutcome[] = [];
      for (const request of bulkRequests(rows, change, reason, newId)) outcomes.push(...(await invoke('changeMany', request)));
      const missed = outcomes.flatMap((one) => (one.outcome === 'changed' ? [] : [one]));
      const changed = outcomes.length - missed.length;
      setFailed(missed);
      setOpen(null);
      if (changed > 0)
        undo.offer(doneWords[change.type](counted(changed)), async () => {
          for (const request of takeBackRequests(rows, change, outcomes, reason, newId)) {
            const back = await invoke('changeMany', request);
            const [lost] = back.flatMap((one) => (one.outcome === 'changed' ? [] : [one]));
            if (lost) throw new ApiError({ code: 'CONFLICT', message: lost.message });
          }
        });
      void refresh();
      if (missed.length === 0) onDone();
    } catch (thrown) {
      setError(apiErrorOf(thrown));
      void refresh();
    } finally {
      setBusy(false);
    }
  };

  const count = (type: BulkKind): number =>
    subjectsOf(
      rows,
      type === 'cycle'
        ? { type, cycleId: '' }
        : type === 'due-day'
          ? { type, dueDay: null }
          : type === 'owner'
            ? { type, ownerAccountId: null }
            : { type },
    ).length;
  const action = (type: BulkKind, label: string) => (
    <Button spacing="compact" isDisabled={busy || count(type) === 0} onClick={() => setOpen(type)}>
      {label}
    </Button>
  );
  return (
    <section className="bulk-bar" aria-label="Selected rows" aria-busy={busy}>
      <span className="bulk-bar__count">{rows.length} selected</span>
      {action('owner', 'Owner')}
      {action('due-day', 'Due day')}
      {action('cycle', 'Cycle')}
      {action('archive', 'Archive')}
      {single && (
        <Button spacing="compact" isDisabled={busy} onClick={() => setOpen('move')}>
          Move
        </Button>
      )}
      {single?.type === 'objective' && (
        <Button spacing="compact" isDisabled={busy} onClick={() => setOpen('copy')}>
          Duplicate
        </Button>
      )}
      <Button spacing="compact" appearance="subtle" onClick={onDone} isDisabled={busy}>
        Clear selection
      </Button>
      {failed.length > 0 && (
        <ul className="bulk-bar__outcomes small" role="alert">
          {failed.map(({ id, message }) => {
            const row = rows.find((one) => one.id === id);
            return <li key={id}>{`${row === undefined ? id : thingOf(row).key}: ${message}`}</li>;
          })}
        </ul>
      )}
      <Suspense fallback={null}>
        {open === 'move' && single && <MoveDialog row={single} objectives={objectives} rights={rights} onClose={() => setOpen(null)} />}
        {open === 'copy' && single?.type === 'objective' && (
          <CopyDialog
            only={single.objective}
            cycle={cycle}
            cycles={cycles}
            projectId={projectId}
            onClose={() => setOpen(null)}
            onCopied={onDone}
          />
        )}
      </Suspense>
      {open !== null && open !== 'move' && open !== 'copy' && (
        <BulkDialog
          kind={open}
          rows={rows}
          count={count(open)}
          cycles={cycles}
          projectId={projectId}
          busy={busy}
          error={error === null ? null : apiErrorOf(error)}
          onSubmit={(change, reason) => void run(change, reason)}
          onClose={() => {
            setOpen(null);
            setError(null);
          }}
        />
      )}
      {open === null && error !== null && <ErrorState title="Not everything was changed" error={apiErrorOf(error)} />}
    </section>
  );
};

export default BulkBar;
