/** The ten scores of one objective, where its details are. What it names of the objective itself is there already, so it opens key results and forms. */
import { useState } from 'react';
import { OpenedDialog } from './opened-dialog';
import type { OpenedInPlace, Opening } from './opening';
import { RadarBoard } from './radar-board';

type Props = {
  readonly objectiveId: string;
  readonly cycleId: string;
  readonly may: boolean;
  readonly onOpenKeyResult: (keyResultId: string) => void;
};

const ObjectiveRadar = ({ objectiveId, cycleId, may, onOpenKeyResult }: Props) => {
  const [dialog, setDialog] = useState<OpenedInPlace | null>(null);
  const open = (opening: Opening) => {
    if (opening.type === 'key-result') onOpenKeyResult(opening.id);
    else if (opening.type === 'edit-objective' || opening.type === 'edit-key-result') setDialog({ type: opening.type, id: opening.id });
  };
  const can = ({ type }: Opening) => type === 'key-result' || (may && (type === 'edit-objective' || type === 'edit-key-result'));
  return (
    <>
      <RadarBoard
        subject={{ type: 'objective', id: objectiveId }}
        cycleId={null}
        title="What could derail it"
        about="Ten known ways, from its own data. Higher is healthier."
        headingLevel={3}
        opener={{ can, open }}
      />
      {dialog && <OpenedDialog opened={dialog} cycleId={cycleId} onClose={() => setDialog(null)} />}
    </>
  );
};

export default ObjectiveRadar;
