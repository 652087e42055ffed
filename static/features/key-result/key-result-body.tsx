/** Everything of a key result below its title: state and actions, then the chart side and the side that explains. */
import { lazy, Suspense } from 'react';
import type { KeyResultDetails } from '../../../src/contract/okr';
import { projectIdOf, projectIdsOf } from '../../../src/domain/home';
import { LiveRegion } from '../../ui/live-region';
import { SectionMessage } from '../../ui/section-message';
import { ExplanationOf } from '../explain/explanation-of';
import { noParts } from '../explain/explained';
import { whyWords } from '../explain/why-words';
import { Ledger } from '../history/ledger';
import { useChangeWords } from '../issue-panel/use-change-words';
import { Ownership } from '../people/ownership';
import { MilestoneList } from '../project-okrs/milestone-list';
import { ownedKeyResult } from '../project-okrs/rights';
import { useRights } from '../project-okrs/use-rights';
import { KeyResultActions } from './key-result-actions';
import { KeyResultCharts } from './key-result-charts';
import { KeyResultSources } from './key-result-sources';
import { KeyResultState } from './key-result-state';
import { ValueEntry } from './value-entry';

const TalkSection = lazy(() => import('../talk/talk-section'));
const LeversSection = lazy(() => import('../forecast/levers-section'));
const AttentionSection = lazy(() => import('../check-ins/attention-section'));

type Props = {
  readonly details: KeyResultDetails;
  /** Messages of changes arrive. */
  readonly live: boolean;
  /** The last repeat failed. */
  readonly stale: boolean;
  readonly onArchived: () => void;
};

export const KeyResultBody = ({ details, live, stale, onArchived }: Props) => {
  const { keyResult, objective } = details;
  const rights = useRights(details.roles, projectIdsOf([objective.home]));
  const owned = ownedKeyResult(keyResult, objective);
  const may = rights.mayChange(owned);
  const mayRecord = rights.mayRecord({ ...owned, contributorIds: [...keyResult.contributorIds, ...objective.contributorIds] });
  const changes = useChangeWords([details]);
  const rule = keyResult.kind === 'work' ? keyResult.rule : keyResult.kind === 'milestones' ? null : (keyResult.track?.rule ?? null);
  const diverges = (keyResult.kind === 'metric' || keyResult.kind === 'band') && keyResult.track?.diverges === true;
  return (
    <>
      <LiveRegion message={changes} />
      <div className="key-result-page__line">
        <KeyResultState details={details} live={live} stale={stale} />
        <KeyResultActions details={details} may={may} whyNot={rights.whyNotChange(owned)} onArchived={onArchived} />
      </div>
      {diverges && (
        <SectionMessage tone="warning" title="The work is nearly done, and the outcome has hardly moved">
          Either the outcome takes its time, or this is not the work that moves it. Look at both before adding more of the same.
        </SectionMessage>
      )}
      <div className="key-result-page__columns">
        <KeyResultCharts keyResult={keyResult} />
        <section className="key-result-card key-result-page__why" aria-labelledby="why-the-number">
          <h2 id="why-the-number" className="key-result-card__title">
            {whyWords(keyResult)}
          </h2>
          <ExplanationOf subject={{ type: 'key-result', id: keyResult.id }} actions={noParts} />
        </section>
        <div className="key-result-page__column">
          <Suspense fallback={null}>{keyResult.kind !== 'milestones' && <LeversSection details={details} may={may} />}</Suspense>
          <Suspense fallback={null}>
            <AttentionSection keyResult={keyResult} may={may} today={details.today} projectId={projectIdOf(objective.home)} />
          </Suspense>
          <ValueEntry keyResult={keyResult} may={mayRecord} today={details.today} />
          {keyResult.kind === 'milestones' && (
            <section className="key-result-card" aria-labelledby="milestones">
              <h2 id="milestones" className="key-result-card__title">
                Milestones
              </h2>
              <MilestoneList keyResult={keyResult} may={mayRecord} today={details.today} />
            </section>
          )}
          <Ownership of={{ type: 'key-result', thing: keyResult }} may={may} projectId={projectIdOf(objective.home)} />
          {keyResult.kind !== 'milestones' && <KeyResultSources details={details} may={may} />}
          <section className="key-result-card" aria-labelledby="what-became-of-the-plan">
            <h2 id="what-became-of-the-plan" className="key-result-card__title">
              {rule === null ? 'Changes of the plan' : 'Scope and plan over time'}
            </h2>
            <Ledger keyResultId={keyResult.id} rule={rule} />
          </section>
          <section className="key-result-card" aria-label="Comments and history of the key result">
            <Suspense fallback={null}>
              <TalkSection subject={{ type: 'key-result', id: keyResult.id }} projectId={projectIdOf(objective.home)} may={may} />
            </Suspense>
          </section>
        </div>
      </div>
    </>
  );
};
