/**
 * People and an objective, where it is opened: who knows it, who supports it or has a concern, how confident people are. Asks for all of it at once when
 * it is shown.
 */
import { useEffect, useRef } from 'react';
import { ErrorState } from '../../ui/error-state';
import { Loading, Skeleton } from '../../ui/skeleton';
import { partHeading } from '../project-okrs/objective-part';
import { Awareness } from './awareness';
import './buy-in.css';
import { useBuyIn } from './queries';
import { Stances } from './stances';
import { useNoteOpened } from './use-note-opened';
import { Votes } from './votes';

type Props = {
  readonly objectiveId: string;
  /** The cycle is open, so that something can be said. */
  readonly isOpen: boolean;
  /** Whether the reader may change the objective, and so answers for it. */
  readonly may: boolean;
  /** One has come for this part: it takes the focus. */
  readonly arrives: boolean;
};

const BuyInSection = ({ objectiveId, isOpen, may, arrives }: Props) => {
  const query = useBuyIn(objectiveId);
  const heading = useRef<HTMLHeadingElement>(null);
  const isThere = query.data !== undefined;
  useEffect(() => {
    if (arrives && isThere) heading.current?.focus();
  }, [arrives, isThere]);
  useNoteOpened([objectiveId]);
  return (
    <section className="buy-in" aria-labelledby="buy-in">
      <h3 ref={heading} {...partHeading('buy-in', arrives)} className="details__heading">
        People and buy-in
      </h3>
      {query.data ? (
        <>
          <Awareness buyIn={query.data} may={isOpen} />
          <Stances buyIn={query.data} may={isOpen} maySettle={isOpen && may} />
          <Votes buyIn={query.data} may={isOpen} mayAsk={isOpen && may} />
        </>
      ) : query.error ? (
        <ErrorState title="What people say could not be loaded" error={query.error} onRetry={() => void query.refetch()} />
      ) : (
        <Loading what="what people say">
          <Skeleton width="60%" height="20px" />
          <Skeleton width="40%" height="32px" />
        </Loading>
      )}
    </section>
  );
};

export default BuyInSection;
