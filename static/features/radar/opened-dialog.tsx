/** What opens in place, over the scores. */
import { lazy, Suspense } from 'react';
import type { ObjectiveView } from '../../../src/contract/okr';
import { useHost } from '../../host';
import { ownedObjective, type Rights } from '../project-okrs/rights';
import type { OpenedInPlace, Opening } from './opening';

const FixDialog = lazy(() => import('./fix-dialog'));
const CheckInDialog = lazy(() => import('./check-in-dialog'));
const SetUpDialog = lazy(() => import('./set-up-dialog'));
const CloseDialog = lazy(() => import('./close-dialog'));
const VotesDialog = lazy(() => import('./votes-dialog'));
const OrphanDialog = lazy(() => import('../coverage/orphan-dialog'));
const SightDialog = lazy(() => import('../coverage/sight-dialog'));
const ProjectWeekDialog = lazy(() => import('../rhythm/project-week-dialog'));

type Props = {
  readonly opened: OpenedInPlace;
  /** The cycle of the scores. */
  readonly cycleId: string;
  readonly rights: Rights;
  /** Those that are looked at. */
  readonly objectives: readonly ObjectiveView[];
  /** Leaves for something else. */
  readonly onOpen: (opening: Opening) => void;
  readonly onClose: () => void;
};

const Opened = ({ opened, cycleId, rights, objectives, onOpen, onClose }: Props) => {
  const { place } = useHost();
  switch (opened.type) {
    case 'edit-objective':
      return <FixDialog of="objective" id={opened.id} onClose={onClose} />;
    case 'edit-key-result':
      return <FixDialog of="key-result" id={opened.id} onClose={onClose} />;
    case 'check-in':
      return <CheckInDialog keyResultId={opened.id} onClose={onClose} />;
    case 'orphans':
      return <OrphanDialog of={{ projectId: opened.projectId, cycleId }} onClose={onClose} />;
    case 'sight':
      return <SightDialog of={{ projectId: opened.projectId, cycleId }} onClose={onClose} />;
    case 'readiness':
      return (
        <SetUpDialog
          cycleId={opened.cycleId}
          may={rights.maySetUp}
          onClosing={(id) => onOpen({ type: 'closing', cycleId: id })}
          onClose={onClose}
        />
      );
    case 'close-cycle':
      return (
        <CloseDialog cycleId={opened.cycleId} onGrade={() => onOpen({ type: 'closing', cycleId: opened.cycleId })} onClose={onClose} />
      );
    case 'week':
      return place.projectId === null ? null : <ProjectWeekDialog projectId={place.projectId} cycleId={cycleId} onClose={onClose} />;
    case 'votes':
      return (
        <VotesDialog
          objectives={objectives.filter((objective) => rights.mayChange(ownedObjective(objective)))}
          onOpen={(id) => onOpen({ type: 'objective', id, part: 'buy-in' })}
          onClose={onClose}
        />
      );
  }
};

export const OpenedDialog = (props: Props) => (
  <Suspense fallback={null}>
    <Opened {...props} />
  </Suspense>
);
