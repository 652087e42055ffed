/** What a fix opens in place, over the scores. */
import { lazy, Suspense } from 'react';
import type { OpenedInPlace } from './opening';

const FixDialog = lazy(() => import('./fix-dialog'));
const OrphanDialog = lazy(() => import('../coverage/orphan-dialog'));

type Props = { readonly opened: OpenedInPlace; readonly cycleId: string; readonly onClose: () => void };

export const OpenedDialog = ({ opened, cycleId, onClose }: Props) => (
  <Suspense fallback={null}>
    {opened.type === 'orphans' ? (
      <OrphanDialog of={{ projectId: opened.projectId, cycleId }} onClose={onClose} />
    ) : (
      <FixDialog of={opened.type === 'edit-objective' ? 'objective' : 'key-result'} id={opened.id} onClose={onClose} />
    )}
  </Suspense>
);
