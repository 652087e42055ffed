/** Votes that wait for the reader, as a section of a page; nothing at all while none waits. What one votes is said in place. */
import type { WaitingVote } from '../../../src/contract/buy-in';
import { useHost } from '../../host';
import { ErrorState } from '../../ui/error-state';
import { useFormat } from '../../ui/format';
import { KeyBadge } from '../../ui/key-badge';
import { Person } from '../../ui/person';
import '../../ui/waiting-list.css';
import './buy-in.css';
import { useWaitingVotes } from './queries';
import { VoteForm } from './vote-form';

const Waiting = ({ vote }: { readonly vote: WaitingVote }) => {
  const format = useFormat();
  const { showFlag } = useHost();
  const { objective, roundId, lastDay, openedByAccountId } = vote;
  return (
    <li className="waiting-vote" aria-label={`${objective.key} ${objective.title}`}>
      <p className="waiting-vote__title">
        <KeyBadge text={objective.key} /> <bdi>{objective.title}</bdi>
      </p>
      <p className="subtle">
        <Person accountId={openedByAccountId} withName /> asks for your vote, through {format.day(lastDay)}.
      </p>
      <VoteForm roundId={roundId} own={null} onVoted={() => showFlag({ title: `You voted on ${objective.key}`, tone: 'success' })} />
    </li>
  );
};

export const WaitingVotes = () => {
  const format = useFormat();
  const query = useWaitingVotes();
  if (query.isError && !query.data)
    return <ErrorState title="The votes that wait for you could not be loaded" error={query.error} onRetry={() => void query.refetch()} />;
  if (!query.data || query.data.length === 0) return null;
  return (
    <section className="waiting-votes" aria-labelledby="waiting-votes">
      <h2 id="waiting-votes">
        Waiting for your vote <span className="waiting-list__count">{format.number(query.data.length)}</span>
      </h2>
      <ul className="waiting-list">
        {query.data.map((vote) => (
          <Waiting key={vote.roundId} vote={vote} />
        ))}
      </ul>
    </section>
  );
};
