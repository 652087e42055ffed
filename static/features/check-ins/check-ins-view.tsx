/** The view of the project page for check-ins: what waits for one's answer, one's own of this week on top, then how the team keeps the cycle. */
import type { KeyResultView, ObjectiveView } from '../../../src/contract/okr';
import { WaitingContributions } from '../contributions/waiting-contributions';
import { CheckInQueue } from './check-in-queue';
import './check-ins.css';
import { WeekList } from './week-list';

type Props = { readonly objectives: readonly ObjectiveView[]; readonly today: string; readonly onOpen: (keyResult: KeyResultView) => void };

const CheckInsView = ({ objectives, today, onOpen }: Props) => (
  <div className="check-ins">
    <WaitingContributions />
    <section aria-labelledby="check-ins-own">
      <h2 id="check-ins-own">Your check-ins this week</h2>
      <CheckInQueue />
    </section>
    <section aria-labelledby="check-ins-team">
      <h2 id="check-ins-team">The cycle</h2>
      <WeekList objectives={objectives} today={today} onOpen={onOpen} />
    </section>
  </div>
);

export default CheckInsView;
