/** The confidence votes about an objective: the one under way, how the last one came out, and a way to ask. What is blind is not here to be shown. */
import Button from '@atlaskit/button/new';
import { useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import type { BuyIn, VoteRoundView } from '../../../src/contract/buy-in';
import { Disclosure } from '../../ui/disclosure';
import { ErrorState } from '../../ui/error-state';
import { useFormat } from '../../ui/format';
import { Person } from '../../ui/person';
import { AskForVotes } from './ask-for-votes';
import { useBuyInChange } from './queries';
import { VoteForm } from './vote-form';
import { VoteResult } from './vote-result';

type Props = {
  readonly buyIn: BuyIn;
  /** The cycle is open. */
  readonly may: boolean;
  /** The reader answers for the objective. */
  readonly mayAsk: boolean;
};

const OpenRound = ({ round, may, mayAsk }: { readonly round: VoteRoundView } & Omit<Props, 'buyIn'>) => {
  const format = useFormat();
  const close = useBuyInChange('closeVote');
  const [closing, setClosing] = useState(false);
  return (
    <>
      <p>
        <Person accountId={round.openedByAccountId} withName /> asks how confident people are.{' '}
        <b>
          {format.number(round.voted)} of {format.number(round.askedAccountIds.length)}
        </b>{' '}
        voted.{' '}
        {round.isOver
          ? 'The time is over; how it came out is shown within the hour.'
          : `Votes are taken through ${format.day(round.lastDay)}.`}
      </p>
      {close.error && <ErrorState title="The vote was not closed" error={close.error} />}
      {may && round.isAsked && !round.isOver && (
        <VoteForm key={round.ownVote === null ? 'first' : 'again'} roundId={round.id} own={round.ownVote} />
      )}
      {!round.isAsked && <p className="small">You were not asked. How it comes out is shown to everybody who may see the objective.</p>}
      {mayAsk &&
        (closing ? (
          <p className="buy-in__own" role="group" aria-label="Close the vote">
            <span>No more votes are taken then{round.voted < 3 ? ', and fewer than three are not shown' : ''}.</span>
            <Button
              spacing="compact"
              appearance="primary"
              isLoading={close.isPending}
              onClick={() => close.mutate({ roundId: round.id, version: round.version })}
            >
              Close now
            </Button>
            <Button spacing="compact" appearance="subtle" onClick={() => setClosing(false)}>
              Keep it open
            </Button>
          </p>
        ) : (
          <p>
            <Button spacing="compact" onClick={() => setClosing(true)}>
              Close the vote
            </Button>
          </p>
        ))}
    </>
  );
};

const Earlier = ({ rounds }: { readonly rounds: readonly VoteRoundView[] }) => {
  const format = useFormat();
  if (rounds.length === 0) return null;
  return (
    <Disclosure title="Earlier votes" summary={rounds.map(({ openedAt }) => format.day(openedAt.slice(0, 10))).join(', ')}>
      {rounds.map((round) => (
        <section key={round.id} aria-label={`Vote of ${format.day(round.openedAt.slice(0, 10))}`}>
          <p className="small">{format.day(round.openedAt.slice(0, 10))}</p>
          <VoteResult round={round} />
        </section>
      ))}
    </Disclosure>
  );
};

export const Votes = ({ buyIn, may, mayAsk }: Props) => {
  const format = useFormat();
  const [asking, setAsking] = useState(false);
  const title = useRef<HTMLHeadingElement>(null);
  // The form leaves, and what it was about keeps the focus.
  const endAsking = () => {
    flushSync(() => setAsking(false));
    title.current?.focus();
  };
  const open = buyIn.rounds.find(({ closedAt }) => closedAt === null);
  const [last, ...earlier] = buyIn.rounds.filter(({ closedAt }) => closedAt !== null);
  return (
    <div className="buy-in__part">
      <h4 ref={title} tabIndex={-1} className="buy-in__title">
        How confident people are
      </h4>
      {open && <OpenRound round={open} may={may} mayAsk={mayAsk} />}
      {last && (
        <>
          {last.closedAt !== null && <p className="small">The vote that ended on {format.day(last.closedAt.slice(0, 10))}</p>}
          <VoteResult round={last} />
        </>
      )}
      {!open && !last && !asking && (
        <p className="subtle">
          Nobody has been asked yet. A blind vote shows whether people believe in it, and how far they lie apart, before the end does.
        </p>
      )}
      <Earlier rounds={earlier} />
      {mayAsk && !open && !asking && (
        <p>
          <Button spacing="compact" onClick={() => setAsking(true)}>
            Ask for votes
          </Button>
        </p>
      )}
      {asking && !open && (
        <AskForVotes objectiveId={buyIn.objectiveId} people={buyIn.people.map(({ accountId }) => accountId)} onDone={endAsking} />
      )}
    </div>
  );
};
