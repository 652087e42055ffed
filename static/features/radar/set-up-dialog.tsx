/** How far a cycle is set up, over the scores, with the steps that are left for whoever may set up cycles. */
import { lazy, Suspense, useState } from 'react';
import type { CycleView } from '../../../src/contract/okr';
import { useHost } from '../../host';
import { Dialog } from '../../ui/dialog';
import { useRefreshOkrs } from '../project-okrs/queries';
import { leadsOf } from '../project-okrs/rights';
import PrepareCycle from '../readiness/prepare-cycle';

const EditCycleDialog = lazy(() => import('../admin/edit-cycle-dialog'));

type Props = {
  readonly cycleId: string;
  readonly may: boolean;
  /** Leads to the close of a cycle. */
  readonly onClosing: (cycleId: string) => void;
  readonly onClose: () => void;
};

const SetUpDialog = ({ cycleId, may, onClosing, onClose }: Props) => {
  const { invoke } = useHost();
  const refresh = useRefreshOkrs();
  const [editing, setEditing] = useState<CycleView | null>(null);
  const doneEditing = () => {
    setEditing(null);
    // The scores know of the cycle too.
    void refresh();
  };
  return (
    <Dialog title="Set-up of the cycle" size="large" onClose={onClose}>
      <PrepareCycle cycleId={cycleId} steps={may ? { onEdit: setEditing, onClosing: ({ id }) => onClosing(id) } : null} />
      {!may && <p className="small">Cycles are set up by {leadsOf({ level: 'company' })}.</p>}
      <Suspense fallback={null}>
        {editing && (
          <EditCycleDialog
            cycle={editing}
            reload={async () => (await invoke('listCycles', {})).find(({ id }) => id === editing.id) ?? null}
            onClose={doneEditing}
          />
        )}
      </Suspense>
    </Dialog>
  );
};

export default SetUpDialog;
