/** The view of a page for what could derail its OKRs: of the project, or of the company and each of its groups. */
import { useState } from 'react';
import { SelectField } from '../../ui/field';
import type { PageViewProps } from '../project-okrs/page-view-props';
import type { OpenedInPlace, Opening } from './opening';
import { OpenedDialog } from './opened-dialog';
import { useRadar, type RadarOf } from './queries';
import { RadarBoard } from './radar-board';

const company: RadarOf = { type: 'company' };

/** Whose scores: the company's or a group's. Nothing to choose where there is no group. */
const PlaceChoice = (props: { readonly cycleId: string | null; readonly place: RadarOf; readonly onChoose: (place: RadarOf) => void }) => {
  const { cycleId, place, onChoose } = props;
  const groups = useRadar(company, cycleId).data?.groups ?? [];
  if (groups.length === 0) return null;
  return (
    <div className="radar-place">
      <SelectField
        label="Scores of"
        value={place.type === 'group' ? place.groupId : ''}
        choices={[{ value: '', label: 'The company' }, ...groups.map(({ id, name }) => ({ value: id, label: name }))]}
        onChange={(id) => onChoose(id === '' ? company : { type: 'group', groupId: id })}
      />
    </div>
  );
};

const HealthView = ({ cycleId, projectId, onOpen, onOpenKeyResult, onShow, onShowSettings }: PageViewProps) => {
  const [place, setPlace] = useState<RadarOf>(company);
  const [dialog, setDialog] = useState<OpenedInPlace | null>(null);
  const subject: RadarOf = projectId === null ? place : { type: 'project', projectId };
  const cycle = useRadar(subject, cycleId).data?.cycle;
  const open = (opening: Opening) => {
    switch (opening.type) {
      case 'objective':
        return onOpen(opening.id);
      case 'key-result':
        return onOpenKeyResult(opening.id);
      case 'view':
        return opening.view === 'settings' ? onShowSettings?.() : onShow(opening.view);
      default:
        return setDialog(opening);
    }
  };
  const can = (opening: Opening) => opening.type !== 'view' || opening.view !== 'settings' || onShowSettings !== null;
  return (
    <>
      {projectId === null && <PlaceChoice cycleId={cycleId} place={place} onChoose={setPlace} />}
      <RadarBoard
        subject={subject}
        cycleId={cycleId}
        title="What could derail these OKRs"
        about={`Ten known ways, each from ${projectId === null ? 'their' : 'this project’s'} own data. Higher is healthier.`}
        headingLevel={2}
        opener={{ can, open }}
      />
      {dialog && cycle && <OpenedDialog opened={dialog} cycleId={cycle.id} onClose={() => setDialog(null)} />}
    </>
  );
};

export default HealthView;
