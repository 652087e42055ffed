/** How confident one is, on a scale from 0 to 10, with a few words if one likes. Says before one votes who will see what. */
import Button from '@atlaskit/button/new';
import { useId, useState } from 'react';
import { MOST_CONFIDENT } from '../../../src/domain/confidence-vote';
import { ErrorState } from '../../ui/error-state';
import { TextField } from '../../ui/field';
import { useBuyInChange } from './queries';

type Vote = { readonly confidence: number; readonly words: string };

type Props = {
  readonly roundId: string;
  /** What one has voted before; null for a first vote. */
  readonly own: Vote | null;
  readonly onVoted?: () => void;
};

const scale = Array.from({ length: MOST_CONFIDENT + 1 }, (_, confidence) => confidence);

const Scale = ({
  value,
  onChange,
  wrong,
}: {
  readonly value: number | null;
  readonly onChange: (value: number) => void;
  readonly wrong: string | null;
}) => {
  const id = useId();
  return (
    <fieldset className="vote-scale" aria-describedby={`${id}-ends ${id}-error`}>
      <legend className="field__label">How confident are you that we reach it?</legend>
      <div className="vote-scale__steps">
        {scale.map((confidence) => (
          <label key={confidence} className="vote-scale__step">
            <input
              type="radio"
              className="vote-scale__input"
              name={id}
              value={confidence}
              checked={value === confidence}
              onChange={() => onChange(confidence)}
            />
            <span className="vote-scale__number">{confidence}</span>
          </label>
        ))}
      </div>
      <p id={`${id}-ends`} className="vote-scale__ends small">
        <span>0: not at all</span> <span>10: surely</span>
      </p>
      <div id={`${id}-error`} className="field__error" role="alert">
        {wrong}
      </div>
    </fieldset>
  );
};

export const VoteForm = ({ roundId, own, onVoted }: Props) => {
  const vote = useBuyInChange('voteConfidence');
  const [confidence, setConfidence] = useState(own?.confidence ?? null);
  const [words, setWords] = useState(own?.words ?? '');
  const [wrong, setWrong] = useState<string | null>(null);
  return (
    <form
      className="buy-in__form"
      aria-label="Your vote"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        event.stopPropagation();
        if (confidence === null) setWrong('Choose a number from 0 to 10.');
        else vote.mutate({ roundId, confidence, words: words.trim() }, onVoted ? { onSuccess: onVoted } : {});
      }}
    >
      {vote.error && <ErrorState title="Your vote was not taken" error={vote.error} />}
      <Scale
        value={confidence}
        wrong={wrong}
        onChange={(next) => {
          setConfidence(next);
          setWrong(null);
        }}
      />
      <TextField label="Why? (optional)" value={words} onChange={setWords} maxLength={500} />
      <p className="small">
        Nobody sees your vote before the end, whoever they are. Then all votes and words are shown without names, if there are at least
        three.
      </p>
      <div className="buy-in__own">
        <Button type="submit" spacing="compact" appearance="primary" isLoading={vote.isPending}>
          {own === null ? 'Vote' : 'Change my vote'}
        </Button>
      </div>
    </form>
  );
};
