/**
 * The ten scores of one objective, where its details are. What it names of the objective itself is there already: its parts take the focus, the rest
 * opens over it.
 */
import { useState } from 'react';
import type { ObjectiveView } from '../../../src/contract/okr';
import { useHost } from '../../host';
import { goToPart } from '../project-okrs/objective-part';
import type { Rights } from '../project-okrs/rights';
import { OpenedDialog } from './opened-dialog';
import type { Opener } from './opener';
import type { OpenedInPlace, Opening } from './opening';
import { RadarBoard } from './radar-board';
import { whoseMove } from './whose-move';

type Props = {
  readonly objective: ObjectiveView;
  readonly cycleId: string;
  readonly rights: Rights;
  readonly onAddKeyResult: () => void;
  readonly onOpenKeyResult: (keyResultId: string) => void;
  /** Leaves for another view of the page. */
  readonly onShow: (view: 'alignment' | 'check-ins') => void;
};

const ObjectiveRadar = ({ objective, cycleId, rights, onAddKeyResult, onOpenKeyResult, onShow }: Props) => {
  const { place } = useHost();
  const [dialog, setDialog] = useState<OpenedInPlace | null>(null);
  const opener: Opener = {
    can: (opening) => {
      switch (opening.type) {
        case 'objective':
          return opening.part !== null;
        case 'week':
          return place.projectId !== null;
        case 'list':
        case 'closing':
          return false;
        default:
          return true;
      }
    },
    open: (opening: Opening) => {
      switch (opening.type) {
        case 'objective':
          if (opening.part !== null) goToPart(opening.part);
          return;
        case 'key-result':
          return onOpenKeyResult(opening.id);
        case 'new-key-result':
          return onAddKeyResult();
        case 'view':
          return onShow(opening.view);
        case 'list':
        case 'closing':
          return;
        default:
          return setDialog(opening);
      }
    },
    whose: ({ by }, about) => whoseMove(by, about, { rights, accountId: place.accountId, objectives: [objective] }),
  };
  return (
    <>
      <RadarBoard
        subject={{ type: 'objective', id: objective.id }}
        cycleId={null}
        title="Ten scores"
        about="Ten known ways, from its own data. Higher is healthier."
        headingLevel={3}
        opener={opener}
      />
      {dialog && (
        <OpenedDialog
          opened={dialog}
          cycleId={cycleId}
          rights={rights}
          objectives={[objective]}
          onOpen={opener.open}
          onClose={() => setDialog(null)}
        />
      )}
    </>
  );
};

export default ObjectiveRadar;
