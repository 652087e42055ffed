/** One contribution that waits for an answer: who asks, what it goes to and with which words; accepted or declined in place. */
import Button from '@atlaskit/button/new';
import { useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import type { ContributionRequest as Request } from '../../../src/contract/contributions';
import { useHost } from '../../host';
import { ErrorState } from '../../ui/error-state';
import { TextField } from '../../ui/field';
import { KeyBadge } from '../../ui/key-badge';
import { Person } from '../../ui/person';
import { useContributionChange } from './queries';

export const ContributionRequest = ({ request }: { readonly request: Request }) => {
  const { objective, parent, contribution, wouldCount } = request;
  const { showFlag } = useHost();
  const answer = useContributionChange('answerContribution');
  /** Why it is declined, while that is being said. */
  const [reason, setReason] = useState<string | null>(null);
  const [wrong, setWrong] = useState<string | null>(null);
  const declineButton = useRef<HTMLButtonElement>(null);
  const served = parent.keyResult ?? parent;
  const named = { objectiveId: objective.id, version: objective.version };
  const accept = () =>
    answer.mutate(
      { answer: 'accept', ...named },
      { onSuccess: () => showFlag({ title: `${objective.key} contributes to ${served.key}`, tone: 'success' }) },
    );
  const decline = (words: string) => {
    if (words === '') return setWrong('Say in a few words why, for those who asked.');
    answer.mutate(
      { answer: 'decline', ...named, reason: words },
      { onSuccess: () => showFlag({ title: `${objective.key} declined`, tone: 'success' }) },
    );
  };
  const leave = () => {
    flushSync(() => {
      setReason(null);
      setWrong(null);
    });
    declineButton.current?.focus();
  };
  return (
    <li className="contribution-request" aria-label={`${objective.key} ${objective.title}`}>
      {answer.error && <ErrorState title="The answer was not saved" error={answer.error} />}
      <p className="contribution-request__title">
        <KeyBadge text={objective.key} /> <bdi>{objective.title}</bdi>
      </p>
      <p className="subtle">
        wants to serve {served.key} <bdi>{served.title}</bdi>.{' '}
        {wouldCount ? `Accepted, it counts in the progress of ${parent.key}.` : `${parent.key} does not count what is aligned to it.`}
      </p>
      <p className="contribution-request__asked">
        <Person accountId={contribution.byAccountId} withName />
        {contribution.words !== null && <q dir="auto">{contribution.words}</q>}
      </p>
      {reason === null ? (
        <div className="contribution-request__actions">
          <Button
            spacing="compact"
            appearance="primary"
            isLoading={answer.isPending}
            onClick={accept}
            aria-label={`Accept ${objective.key}`}
          >
            Accept
          </Button>
          <Button
            ref={declineButton}
            spacing="compact"
            isDisabled={answer.isPending}
            onClick={() => setReason('')}
            aria-label={`Decline ${objective.key}`}
          >
            Decline
          </Button>
        </div>
      ) : (
        <form
          className="contribution-request__decline"
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            decline(reason.trim());
          }}
          onKeyDown={(event) => {
            if (event.key === 'Escape') leave();
          }}
        >
          <TextField
            label="Why not?"
            value={reason}
            onChange={(words) => {
              setReason(words);
              setWrong(null);
            }}
            error={wrong}
            required
            autoFocus
            maxLength={500}
          />
          <div className="contribution-request__actions">
            <Button type="submit" spacing="compact" appearance="primary" isLoading={answer.isPending}>
              Decline
            </Button>
            <Button spacing="compact" appearance="subtle" isDisabled={answer.isPending} onClick={leave}>
              Cancel
            </Button>
          </div>
        </form>
      )}
    </li>
  );
};
