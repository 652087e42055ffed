/** The viewer's week: what is due, what is at risk, what moved, and what waits for an answer. */
import Button from '@atlaskit/button/new';
import { addDays } from '../../../src/domain/calendar';
import type { WeekKeyResult } from '../../../src/contract/rhythm';
import { useHost } from '../../host';
import { EmptyState } from '../../ui/empty-state';
import { ErrorState } from '../../ui/error-state';
import { useFormat } from '../../ui/format';
import { HealthLozenge } from '../../ui/health-lozenge';
import { KeyBadge } from '../../ui/key-badge';
import { Loading, Skeleton } from '../../ui/skeleton';
import './my-week.css';
import { useMyWeek } from './queries';
import { moveWords, partsOfWeek } from './week-words';

type Props = {
  /** The day it was told on: the week is the seven days before it. */
  readonly day: string;
  readonly today: string;
  readonly onCheckIn: (keyResult: WeekKeyResult) => void;
};

type PartProps = {
  readonly title: string;
  readonly keyResults: readonly WeekKeyResult[];
  readonly tell: (keyResult: WeekKeyResult) => React.ReactNode;
};

const Part = ({ title, keyResults, tell }: PartProps) =>
  keyResults.length === 0 ? null : (
    <section aria-label={title}>
      <h3 className="inbox__day">{title}</h3>
      <ul className="my-week__list">
        {keyResults.map((keyResult) => (
          <li key={keyResult.id} className="my-week__line">
            <span className="my-week__name">
              <KeyBadge text={keyResult.key} /> <bdi>{keyResult.title}</bdi>
            </span>
            {tell(keyResult)}
          </li>
        ))}
      </ul>
    </section>
  );

const MyWeek = ({ day, today, onCheckIn }: Props) => {
  const format = useFormat();
  const { place } = useHost();
  const query = useMyWeek(addDays(day, -1));
  if (!query.data)
    return query.isError ? (
      <ErrorState title="Your week could not be loaded" error={query.error} onRetry={() => void query.refetch()} />
    ) : (
      <Loading what="your week">
        <Skeleton height="160px" />
      </Loading>
    );
  const { fromDay, toDay, objectives, unanswered } = query.data;
  const { moved, atRisk, due } = partsOfWeek(objectives, place.accountId, today);
  const isEmpty = moved.length + atRisk.length + due.length + unanswered === 0;
  return (
    <div className="inbox">
      <p className="subtle">{format.days(fromDay, toDay)}, of what you own, lead or contribute to</p>
      {isEmpty && <EmptyState title="A quiet week">Nothing of yours moved, is due or is at risk.</EmptyState>}
      {unanswered > 0 && (
        <p>
          {format.number(unanswered)} {unanswered === 1 ? 'contribution waits' : 'contributions wait'} for your answer, under Check-ins.
        </p>
      )}
      <Part
        title="To check in on this week"
        keyResults={due}
        tell={(keyResult) => (
          <>
            <span className="small number">{keyResult.dueDay !== null && `due ${format.day(keyResult.dueDay, today)}`}</span>
            <Button spacing="compact" onClick={() => onCheckIn(keyResult)} aria-label={`Check in on ${keyResult.key}`}>
              Check in
            </Button>
          </>
        )}
      />
      <Part
        title="At risk or off track"
        keyResults={atRisk}
        tell={(keyResult) => (
          <>
            <span className="number">{moveWords(keyResult)}</span>
            <HealthLozenge health={keyResult.health} />
          </>
        )}
      />
      <Part title="Moved" keyResults={moved} tell={(keyResult) => <span className="number">{moveWords(keyResult)}</span>} />
    </div>
  );
};

export default MyWeek;
