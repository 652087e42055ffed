/** One objective explained: how its number comes about, what it wants, and the ways to change it. Takes the live objective. */
import Button from '@atlaskit/button/new';
import { lazy, Suspense, useState } from 'react';
import type { ExplanationSubject } from '../../../src/contract/explanation';
import type { CycleView, ObjectiveView } from '../../../src/contract/okr';
import { dayOf } from '../../../src/domain/calendar';
import { projectIdOf } from '../../../src/domain/home';
import { Dialog } from '../../ui/dialog';
import { Disclosure } from '../../ui/disclosure';
import { useFormat } from '../../ui/format';
import { ambitionNames } from '../closing/ambition-words';
import { isEnding } from '../closing/is-ending';
import { AlignmentSection } from '../contributions/alignment-section';
import { ExplanationOf } from '../explain/explanation-of';
import { whyWords } from '../explain/why-words';
import { objectiveChart } from '../history/chart-models';
import { HistoryChart } from '../history/history-chart';
import { Ownership } from '../people/ownership';
import { Privacy } from '../people/privacy';
import './details.css';
import { Facts } from './facts';
import { partHeading, type ObjectivePart } from './objective-part';
import { ProgressHeadline } from './progress-headline';
import { ownedObjective, type Rights } from './rights';

const ObjectiveHealth = lazy(() => import('../check-ins/objective-health'));
const ObjectiveRadar = lazy(() => import('../radar/objective-radar'));
const BuyInSection = lazy(() => import('../buy-in/buy-in-section'));
const TalkSection = lazy(() => import('../talk/talk-section'));
const EditObjectiveDialog = lazy(() => import('./edit-objective-dialog'));
const ArchiveDialog = lazy(() => import('./archive-dialog'));
const GradeDialog = lazy(() => import('../closing/grade-dialog'));

type Props = {
  readonly objective: ObjectiveView;
  readonly cycle: CycleView;
  readonly rights: Rights;
  readonly reload: () => Promise<ObjectiveView | null>;
  /** The part one has come for; null: their beginning. */
  readonly arrivesAt: ObjectivePart | null;
  readonly onAddKeyResult: () => void;
  readonly onExplainPart: (part: ExplanationSubject) => void;
  readonly onOpenKeyResult: (keyResultId: string) => void;
  /** Leaves for another view of the page. */
  readonly onShow: (view: 'alignment' | 'check-ins') => void;
  readonly onClose: () => void;
};

const ObjectiveDialog = (props: Props) => {
  const { objective, cycle, rights, reload, arrivesAt, onAddKeyResult, onExplainPart, onOpenKeyResult, onShow, onClose } = props;
  const format = useFormat();
  const [open, setOpen] = useState<'edit' | 'archive' | 'grade' | null>(null);
  const owned = ownedObjective(objective);
  const may = rights.mayChange(owned);
  const whyNot = rights.whyNotChange(owned);
  const [today] = useState(() => dayOf(Date.now()));
  return (
    <Dialog
      title={objective.title}
      size="large"
      onClose={onClose}
      footer={
        <>
          <Button appearance="subtle" onClick={() => setOpen('archive')} isDisabled={!may}>
            Archive
          </Button>
          <Button onClick={() => setOpen('edit')} isDisabled={!may}>
            Edit
          </Button>
          <Button onClick={onAddKeyResult} isDisabled={!may}>
            Add key result
          </Button>
          {isEnding(cycle, today) && (
            <Button onClick={() => setOpen('grade')} isDisabled={!may}>
              Grade
            </Button>
          )}
          {whyNot !== null && <p className="details__why-not small">{whyNot}</p>}
        </>
      }
    >
      <div className="details">
        <p className="details__lead">{objective.key}</p>
        <ProgressHeadline of={objective} />
        {objective.description !== '' && (
          <p className="details__text" dir="auto">
            {objective.description}
          </p>
        )}
        <Facts
          facts={[
            { name: 'Cycle', value: `${cycle.name}, ${format.days(cycle.startDay, cycle.endDay)}` },
            { name: 'Ambition', value: ambitionNames[objective.ambition] },
            { name: 'Weight in the set', value: format.number(objective.weight) },
          ]}
        />
        <HistoryChart
          subject={{ type: 'objective', id: objective.id }}
          health={objective.health}
          headingLevel={3}
          modelOf={(history) => objectiveChart(history, format)}
        />
        <section>
          <h3 {...partHeading('key-results', arrivesAt === 'key-results')} className="details__heading">
            {whyWords(objective)}
          </h3>
          <ExplanationOf subject={{ type: 'objective', id: objective.id }} actions={{ onExplain: onExplainPart, onOpenKeyResult }} />
        </section>
        <AlignmentSection objective={objective} may={may} arrives={arrivesAt === 'alignment'} />
        {(objective.healthOverride !== null || (may && cycle.state === 'running')) && (
          <section>
            <h3 className="details__heading">Health</h3>
            <Suspense fallback={null}>
              <ObjectiveHealth objective={objective} may={may && cycle.state === 'running'} today={today} />
            </Suspense>
          </section>
        )}
        <Disclosure title="What could derail it" summary="Ten scores, with what was found and what to do about it">
          <Suspense fallback={null}>
            <ObjectiveRadar
              objective={objective}
              cycleId={cycle.id}
              rights={rights}
              onAddKeyResult={onAddKeyResult}
              onOpenKeyResult={onOpenKeyResult}
              onShow={onShow}
            />
          </Suspense>
        </Disclosure>
        <Suspense fallback={null}>
          <BuyInSection objectiveId={objective.id} isOpen={cycle.state !== 'closed'} may={may} arrives={arrivesAt === 'buy-in'} />
        </Suspense>
        <Ownership
          of={{ type: 'objective', thing: objective }}
          may={may}
          projectId={projectIdOf(objective.home)}
          heading={partHeading('ownership', arrivesAt === 'ownership')}
        />
        <Privacy objective={objective} may={may} />
        <Suspense fallback={null}>
          <TalkSection subject={{ type: 'objective', id: objective.id }} projectId={projectIdOf(objective.home)} may={may} />
        </Suspense>
      </div>
      <Suspense fallback={null}>
        {open === 'edit' && <EditObjectiveDialog objective={objective} reload={reload} onClose={() => setOpen(null)} />}
        {open === 'grade' && <GradeDialog objectiveId={objective.id} onClose={() => setOpen(null)} />}
        {open === 'archive' && (
          <ArchiveDialog what={{ type: 'objective', thing: objective }} onClose={() => setOpen(null)} onArchived={onClose} />
        )}
      </Suspense>
    </Dialog>
  );
};

export default ObjectiveDialog;
