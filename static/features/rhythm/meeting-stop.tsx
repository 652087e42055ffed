/** One key result on the screen of a meeting: how it stands, why it is talked about, what was said last, and the check-in in place. */
import type { KeyResultView, ObjectiveView } from '../../../src/contract/okr';
import type { BlockerView } from '../../../src/contract/rhythm';
import { ErrorState } from '../../ui/error-state';
import { useFormat } from '../../ui/format';
import { HealthLozenge } from '../../ui/health-lozenge';
import { KeyBadge } from '../../ui/key-badge';
import { percentText } from '../../ui/percent';
import { Person } from '../../ui/person';
import { ProgressBar } from '../../ui/progress-bar';
import { Loading, Skeleton } from '../../ui/skeleton';
import { Sparkline } from '../../ui/sparkline';
import type { CheckInDraft } from '../check-ins/check-in-draft';
import '../check-ins/check-ins.css';
import { DueCheckInForm } from '../check-ins/due-check-in';
import type { Stop } from './meeting-order';
import { reasonsBesideHealth } from './meeting-words';
import { usePreparedCheckIn } from './queries';

type Props = {
  readonly stop: Stop;
  readonly keyResult: KeyResultView;
  readonly objective: ObjectiveView;
  readonly blocker: BlockerView | null;
  readonly today: string;
  /** It was checked in on in this meeting already. */
  readonly isDone: boolean;
  readonly onCheckedIn: (said: CheckInDraft) => void;
};

/** What the last check-in said, while the new one is being made. */
const LastWords = ({ words, day, byAccountId }: { readonly words: string; readonly day: string; readonly byAccountId: string }) => (
  <blockquote className="meeting-stop__said">
    <p dir="auto">{words}</p>
    <footer className="small">
      <Person accountId={byAccountId} withName /> {day}
    </footer>
  </blockquote>
);

const CheckInHere = ({ keyResultId, onCheckedIn, today }: Pick<Props, 'onCheckedIn' | 'today'> & { readonly keyResultId: string }) => {
  const format = useFormat();
  const query = usePreparedCheckIn(keyResultId);
  if (!query.data)
    return query.isError ? (
      <ErrorState title="The check-in could not be loaded" error={query.error} onRetry={() => void query.refetch()} />
    ) : (
      <Loading what="the check-in">
        <Skeleton height="200px" />
      </Loading>
    );
  const { last } = query.data;
  return (
    <>
      {last !== null && last.words !== '' && (
        <LastWords words={last.words} day={format.day(last.day, today)} byAccountId={last.byAccountId} />
      )}
      <DueCheckInForm due={query.data} takesFocus={false} onConfirmed={onCheckedIn} />
    </>
  );
};

export const MeetingStop = ({ stop, keyResult, objective, blocker, today, isDone, onCheckedIn }: Props) => {
  const format = useFormat();
  return (
    <article className="meeting-stop" aria-labelledby={`meeting-${keyResult.id}`}>
      <p className="meeting-stop__objective">
        <KeyBadge text={objective.key} /> <bdi>{objective.title}</bdi>
      </p>
      <h2 id={`meeting-${keyResult.id}`} className="meeting-stop__title" tabIndex={-1}>
        <KeyBadge text={keyResult.key} /> <bdi>{keyResult.title}</bdi>
      </h2>
      <ul className="meeting-stop__reasons" aria-label="How it stands">
        <li>
          <HealthLozenge health={keyResult.health} because={keyResult.healthBecause} />
        </li>
        {reasonsBesideHealth(stop.reasons, keyResult).map((words) => (
          <li key={words} className="meeting-stop__reason">
            {words}
          </li>
        ))}
      </ul>
      <div className="meeting-stop__figures">
        <span className="meeting-stop__percent number">{percentText(keyResult.progress)}</span>
        <div className="meeting-stop__bar">
          <ProgressBar progress={keyResult.progress} expected={keyResult.expected} health={keyResult.health} />
          {keyResult.expected !== null && <p className="subtle">{percentText(keyResult.expected)} expected today</p>}
        </div>
        <Sparkline trend={keyResult.trend} progress={keyResult.progress} today={today} />
        <Person accountId={keyResult.ownerAccountId ?? objective.ownerAccountId} withName />
      </div>
      {blocker !== null && (
        <p className="meeting-stop__blocker">
          In the way since {format.day(blocker.sinceDay, today)}: <bdi>{blocker.words}</bdi>
        </p>
      )}
      {isDone ? (
        <p className="meeting-stop__done">Checked in.</p>
      ) : (
        <CheckInHere keyResultId={keyResult.id} today={today} onCheckedIn={onCheckedIn} />
      )}
    </article>
  );
};
