/**
 * The view of a page for check-ins: what waits for one's answer, one's own of this week, then how those of the page keep the cycle. On a project's
 * page it can make room for a meeting.
 */
import Button from '@atlaskit/button/new';
import { lazy, Suspense, useState } from 'react';
import type { ObjectiveView } from '../../../src/contract/okr';
import { Loading, Skeleton } from '../../ui/skeleton';
import { WaitingVotes } from '../buy-in/waiting-votes';
import { WaitingContributions } from '../contributions/waiting-contributions';
import { CheckInQueue } from './check-in-queue';
import './check-ins.css';
import { WeekList } from './week-list';

const Meeting = lazy(() => import('../rhythm/meeting'));

type Props = {
  /** Null on the company page, which has no meeting. */
  readonly projectId: string | null;
  readonly objectives: readonly ObjectiveView[];
  readonly today: string;
  readonly onOpenKeyResult: (keyResultId: string) => void;
};

const CheckInsView = ({ projectId, objectives, today, onOpenKeyResult }: Props) => {
  const [isMeeting, setMeeting] = useState(false);
  const [first] = objectives;
  if (isMeeting && first)
    return (
      <Suspense
        fallback={
          <Loading what="the meeting">
            <Skeleton height="320px" />
          </Loading>
        }
      >
        <Meeting objectives={objectives} cycleId={first.cycleId} today={today} onLeave={() => setMeeting(false)} />
      </Suspense>
    );
  return (
    <div className="check-ins">
      <WaitingContributions />
      <WaitingVotes />
      <section aria-labelledby="check-ins-own">
        <h2 id="check-ins-own">Your check-ins this week</h2>
        <CheckInQueue />
      </section>
      <section aria-labelledby="check-ins-team">
        <div className="check-ins__head">
          <h2 id="check-ins-team">The cycle</h2>
          {projectId !== null && first && <Button onClick={() => setMeeting(true)}>Run the meeting</Button>}
        </div>
        <WeekList objectives={objectives} today={today} onOpenKeyResult={onOpenKeyResult} />
      </section>
    </div>
  );
};

export default CheckInsView;
