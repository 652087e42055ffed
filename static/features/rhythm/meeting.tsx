/**
 * A meeting about a project's key results: one at a time on one screen, those that need talk first, the others on request, and at its end what was
 * decided. The order stays as it was when it began, whatever moves meanwhile.
 */
import Button from '@atlaskit/button/new';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { ObjectiveView } from '../../../src/contract/okr';
import type { BlockerView } from '../../../src/contract/rhythm';
import { EmptyState } from '../../ui/empty-state';
import { ErrorState } from '../../ui/error-state';
import { LiveRegion } from '../../ui/live-region';
import { Loading, Skeleton } from '../../ui/skeleton';
import { MeetingEnd } from './meeting-end';
import './meeting.css';
import { meetingOrder, type Stop } from './meeting-order';
import { MeetingStop } from './meeting-stop';
import type { Decided } from './meeting-words';
import { useBlockers } from './queries';
import { useMeetingKeys } from './use-meeting-keys';

type Props = {
  /** Those of the page, live; not empty. */
  readonly objectives: readonly ObjectiveView[];
  readonly cycleId: string;
  readonly today: string;
  readonly onLeave: () => void;
};

type WalkProps = Props & { readonly blockers: readonly BlockerView[] };

const Walk = ({ objectives, blockers, today, onLeave }: WalkProps) => {
  const [order] = useState(() => meetingOrder(objectives, blockers));
  const [stops, setStops] = useState<readonly Stop[]>(order.talk);
  const [at, setAt] = useState(0);
  const [furthest, setFurthest] = useState(0);
  const [decided, setDecided] = useState<readonly Decided[]>([]);
  const [isOver, setOver] = useState(false);
  const screen = useRef<HTMLDivElement>(null);
  const hasMoved = useRef(false);

  const step = useCallback(
    (by: 1 | -1) => {
      if (isOver) return;
      const next = Math.min(stops.length - 1, Math.max(0, at + by));
      hasMoved.current = true;
      setAt(next);
      setFurthest((before) => Math.max(before, next));
    },
    [at, stops.length, isOver],
  );
  useMeetingKeys(step);
  // Whoever reads by ear is led to what is on the screen now; the first time the buttons keep the focus.
  useEffect(() => {
    if (hasMoved.current) screen.current?.querySelector<HTMLElement>('h2')?.focus();
  }, [at]);

  const stop = stops[at];
  const objective = objectives.find(({ id }) => id === stop?.objectiveId);
  const keyResult = objective?.keyResults.find(({ id }) => id === stop?.keyResultId);
  const isLast = at >= stops.length - 1;
  const notShown = order.rest.length - (stops.length - order.talk.length);
  const takeRest = () => {
    setStops([...order.talk, ...order.rest]);
    if (order.talk.length > 0) {
      hasMoved.current = true;
      setAt(order.talk.length);
      setFurthest(order.talk.length);
    }
  };

  if (isOver)
    return (
      <MeetingEnd
        decided={decided}
        seen={stops.length === 0 ? 0 : furthest + 1}
        today={today}
        onBack={() => setOver(false)}
        onLeave={onLeave}
      />
    );
  return (
    <div ref={screen} className="meeting">
      <div className="meeting__bar">
        <Button onClick={() => step(-1)} isDisabled={at === 0}>
          Previous
        </Button>
        <span className="number" aria-live="polite">
          {stops.length === 0 ? '' : `${at + 1} of ${stops.length}`}
        </span>
        <Button appearance={isLast ? 'default' : 'primary'} onClick={() => step(1)} isDisabled={isLast}>
          Next
        </Button>
        {isLast && notShown > 0 && (
          <Button onClick={takeRest}>{order.talk.length === 0 ? `Walk all ${notShown}` : `Go on with the other ${notShown}`}</Button>
        )}
        <span className="small meeting__keys">Arrow keys, or J and K</span>
        <span className="meeting__end">
          <Button appearance={isLast ? 'primary' : 'default'} onClick={() => setOver(true)}>
            End the meeting
          </Button>
        </span>
      </div>
      {stop === undefined ? (
        <EmptyState title="Nothing needs talk">
          No key result is off track, at risk, blocked or without a check-in. Walk through all of them, or end the meeting.
        </EmptyState>
      ) : objective === undefined || keyResult === undefined ? (
        <EmptyState title="This key result is not on the page any more">It was archived or moved meanwhile.</EmptyState>
      ) : (
        <MeetingStop
          key={keyResult.id}
          stop={stop}
          keyResult={keyResult}
          objective={objective}
          blocker={blockers.find(({ keyResultId }) => keyResultId === keyResult.id) ?? null}
          today={today}
          isDone={decided.some(({ key }) => key === keyResult.key)}
          onCheckedIn={(said) => setDecided((before) => [...before, { key: keyResult.key, title: keyResult.title, said }])}
        />
      )}
      <LiveRegion message={decided.length === 0 ? '' : `${decided.at(-1)?.key ?? ''} checked in`} />
    </div>
  );
};

const Meeting = (props: Props) => {
  const query = useBlockers(props.cycleId);
  if (query.data) return <Walk {...props} blockers={query.data} />;
  if (query.isError)
    return <ErrorState title="The meeting could not be prepared" error={query.error} onRetry={() => void query.refetch()} />;
  return (
    <Loading what="the meeting">
      <Skeleton height="320px" />
    </Loading>
  );
};

export default Meeting;
