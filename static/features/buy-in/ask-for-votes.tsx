/** Opens a round of votes: who is asked, beginning with the objective's people, and until when. */
import Button from '@atlaskit/button/new';
import { useEffect, useRef, useState } from 'react';
import { addDays, dayOf } from '../../../src/domain/calendar';
import { FEWEST_SHOWN } from '../../../src/domain/confidence-vote';
import { apiErrorOf } from '../../api-error';
import { newId } from '../../new-id';
import { ErrorState } from '../../ui/error-state';
import { DateField } from '../../ui/field';
import { PeopleList } from '../../ui/people-list';
import { useBuyInChange } from './queries';

type Props = {
  readonly objectiveId: string;
  readonly people: readonly string[];
  readonly onDone: () => void;
};

const MOST_ASKED = 100;
const DAYS = 3;

export const AskForVotes = ({ objectiveId, people, onDone }: Props) => {
  const ask = useBuyInChange('askForVotes');
  const [id] = useState(newId);
  const [today] = useState(() => dayOf(Date.now()));
  const [asked, setAsked] = useState<readonly string[]>(() => people.slice(0, MOST_ASKED));
  const [lastDay, setLastDay] = useState(() => addDays(today, DAYS));
  const [wrong, setWrong] = useState<string | null>(null);
  const title = useRef<HTMLHeadingElement>(null);
  // The button that opened it is gone.
  useEffect(() => title.current?.focus(), []);
  const error = ask.error === null ? null : apiErrorOf(ask.error);
  return (
    <form
      className="buy-in__form buy-in__form--card"
      aria-label="Ask for votes"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        event.stopPropagation();
        if (asked.length < FEWEST_SHOWN)
          setWrong(`Ask at least ${FEWEST_SHOWN} people: with fewer, it would be plain whose vote is whose.`);
        else ask.mutate({ id, objectiveId, askedIds: [...asked], lastDay }, { onSuccess: onDone });
      }}
    >
      <h5 ref={title} tabIndex={-1} className="buy-in__title">
        Ask for votes
      </h5>
      {error && error.field !== 'lastDay' && <ErrorState title="Nobody was asked" error={error} />}
      <PeopleList
        label="Who is asked"
        addLabel="Ask somebody else"
        accountIds={asked}
        projectId={null}
        onChange={(next) => {
          setAsked(next.slice(0, MOST_ASKED));
          setWrong(null);
        }}
      />
      <div className="field__error" role="alert">
        {wrong}
      </div>
      <DateField
        label="Last day to vote"
        value={lastDay}
        onChange={setLastDay}
        min={today}
        max={addDays(today, 31)}
        error={error?.field === 'lastDay' ? error.message : null}
        required
      />
      <p className="small">
        Everybody votes for themselves and sees nothing of the others until the end. Nobody ever sees whose vote is whose, you neither.
      </p>
      <div className="buy-in__own">
        <Button type="submit" spacing="compact" appearance="primary" isLoading={ask.isPending}>
          {asked.length === 1 ? 'Ask 1 person' : `Ask ${String(asked.length)} people`}
        </Button>
        <Button spacing="compact" appearance="subtle" isDisabled={ask.isPending} onClick={onDone}>
          Cancel
        </Button>
      </div>
    </form>
  );
};
