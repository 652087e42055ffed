/** The view of a page for check-ins: what waits for one's answer, one's own of this week, then how those of the page keep the cycle. */
import type { ObjectiveView } from '../../../src/contract/okr';
import { WaitingContributions } from '../contributions/waiting-contributions';
import { CheckInQueue } from './check-in-queue';
import './check-ins.css';
import { WeekList } from './week-list';

type Props = {
  readonly objectives: readonly ObjectiveView[];
  readonly today: string;
  readonly onOpenKeyResult: (keyResultId: string) => void;
};

const CheckInsView = ({ objectives, today, onOpenKeyResult }: Props) => (
  <div className="check-ins">
    <WaitingContributions />
    <section aria-labelledby="check-ins-own">
      <h2 id="check-ins-own">Your check-ins this week</h2>
      <CheckInQueue />
    </section>
    <section aria-labelledby="check-ins-team">
      <h2 id="check-ins-team">The cycle</h2>
      <WeekList objectives={objectives} today={today} onOpenKeyResult={onOpenKeyResult} />
    </section>
  </div>
);

export default CheckInsView;
