/** The view of a page for what could derail its OKRs: of the project, or of the company and each of its groups. */
import { useState } from 'react';
import type { ObjectiveView } from '../../../src/contract/okr';
import { useHost } from '../../host';
import { SelectField } from '../../ui/field';
import type { PageViewProps } from '../project-okrs/page-view-props';
import { OpenedDialog } from './opened-dialog';
import { scoreOfSearch, searchOfScore } from './opened-score';
import type { Opener } from './opener';
import type { OpenedInPlace, Opening } from './opening';
import { useRadar, type RadarOf } from './queries';
import { RadarBoard } from './radar-board';
import { whoseMove } from './whose-move';

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

/** Those of the place that is looked at. */
const livesIn =
  (place: RadarOf) =>
  ({ home }: ObjectiveView): boolean =>
    place.type !== 'group' || (home.level === 'group' && home.groupId === place.groupId);

const HealthView = (props: PageViewProps) => {
  const { address, cycleId, projectId, objectives, rights, onCycle, onOpen, onOpenKeyResult, onAddKeyResult, onShow, onShowList } = props;
  const { place: viewer } = useHost();
  const [place, setPlace] = useState<RadarOf>(company);
  const [dialog, setDialog] = useState<OpenedInPlace | null>(null);
  const [startsAt] = useState(() => scoreOfSearch(address?.search() ?? ''));
  const subject: RadarOf = projectId === null ? place : { type: 'project', projectId };
  const cycle = useRadar(subject, cycleId).data?.cycle;
  const open = (opening: Opening) => {
    setDialog(null);
    switch (opening.type) {
      case 'objective':
        return onOpen(opening.id, opening.part);
      case 'key-result':
        return onOpenKeyResult(opening.id);
      case 'new-key-result':
        return onAddKeyResult(opening.objectiveId);
      case 'list':
        return onShowList(opening);
      case 'closing':
        onCycle(opening.cycleId);
        return onShow('closing');
      case 'view':
        return onShow(opening.view);
      default:
        return setDialog(opening);
    }
  };
  const opener: Opener = {
    // There is a week of a project only.
    can: ({ type }) => type !== 'week' || projectId !== null,
    open,
    whose: ({ by }, about) => whoseMove(by, about, { rights, accountId: viewer.accountId, objectives }),
  };
  return (
    <>
      {projectId === null && <PlaceChoice cycleId={cycleId} place={place} onChoose={setPlace} />}
      <RadarBoard
        subject={subject}
        cycleId={cycleId}
        title="What could derail these OKRs"
        about={`Ten known ways, each from ${projectId === null ? 'their' : 'this project’s'} own data. Higher is healthier.`}
        headingLevel={2}
        opener={opener}
        startsAt={startsAt}
        onOpened={(derailer) => address?.replaceSearch(searchOfScore(derailer, address.search()))}
      />
      {dialog && cycle && (
        <OpenedDialog
          opened={dialog}
          cycleId={cycle.id}
          rights={rights}
          objectives={objectives.filter(livesIn(subject))}
          onOpen={open}
          onClose={() => setDialog(null)}
        />
      )}
    </>
  );
};

export default HealthView;
