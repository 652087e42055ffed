/** What an objective serves, how that side stands to it, and asking again where it has declined or not answered. */
import Button from '@atlaskit/button/new';
import { useState } from 'react';
import type { ParentView } from '../../../src/contract/contributions';
import type { ObjectiveView } from '../../../src/contract/okr';
import { ErrorState } from '../../ui/error-state';
import { TextField } from '../../ui/field';
import { useFormat } from '../../ui/format';
import { KeyBadge } from '../../ui/key-badge';
import { Person } from '../../ui/person';
import { partHeading } from '../project-okrs/objective-part';
import { servedOf, warningWords } from './alignment-words';
import './contributions.css';
import { useContributionChange } from './queries';

type Props = {
  readonly objective: ObjectiveView;
  /** Whether the viewer may change the objective. */
  readonly may: boolean;
  /** One has come for this part: it takes the focus. */
  readonly arrives: boolean;
};

const saidWords = { accepted: 'accepted it', waiting: 'asked for it', declined: 'declined it' } as const;

const AskAgain = ({ objective, parent }: { readonly objective: ObjectiveView; readonly parent: ParentView }) => {
  const ask = useContributionChange('askContribution');
  const [words, setWords] = useState<string | null>(null);
  const isDeclined = parent.contribution.state === 'declined';
  return (
    <>
      {ask.error && <ErrorState title="The question was not sent" error={ask.error} />}
      {words === null ? (
        <Button spacing="compact" onClick={() => setWords('')}>
          {isDeclined ? 'Ask again' : 'Say more'}
        </Button>
      ) : (
        <form
          className="contribution-request__decline"
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            const { id: objectiveId, version } = objective;
            const said = words.trim();
            ask.mutate({ objectiveId, version, ...(said === '' ? {} : { words: said }) }, { onSuccess: () => setWords(null) });
          }}
        >
          <TextField label="What should they know?" value={words} onChange={setWords} error={null} autoFocus maxLength={500} />
          <div className="contribution-request__actions">
            <Button type="submit" spacing="compact" appearance="primary" isLoading={ask.isPending}>
              Ask
            </Button>
            <Button spacing="compact" appearance="subtle" isDisabled={ask.isPending} onClick={() => setWords(null)}>
              Cancel
            </Button>
          </div>
        </form>
      )}
    </>
  );
};

export const AlignmentSection = ({ objective, may, arrives }: Props) => {
  const format = useFormat();
  const { parent } = objective;
  if (parent === null) return null;
  const { state, byAccountId, at, words } = parent.contribution;
  const served = servedOf(parent);
  const warning = warningWords(parent);
  return (
    <section className="alignment-section">
      <h3 {...partHeading('alignment', arrives)} className="details__heading">
        What it serves
      </h3>
      <p>
        {served === null ? (
          <span className="subtle">An objective you cannot see</span>
        ) : (
          <>
            <KeyBadge text={served.key} /> <bdi>{served.title}</bdi>
          </>
        )}
      </p>
      {parent.objective?.keyResult && (
        <p className="subtle">
          A key result of {parent.objective.key} <bdi>{parent.objective.title}</bdi>
        </p>
      )}
      {warning !== null && (
        <p className="supports-line__warning">
          <span aria-hidden="true">⚠</span> {warning.charAt(0).toUpperCase() + warning.slice(1)}
          {state === 'accepted' ? '.' : '. It counts for nothing above until it is accepted.'}
        </p>
      )}
      <p className="contribution-request__asked subtle">
        <Person accountId={byAccountId} withName /> {saidWords[state]} on {format.day(at.slice(0, 10))}
        {words !== null && <q dir="auto">{words}</q>}
      </p>
      {state === 'waiting' && objective.audience !== null && (
        <p className="subtle">Nobody who may not see it is asked while it is private.</p>
      )}
      {may && state !== 'accepted' && parent.broken !== 'objective' && <AskAgain objective={objective} parent={parent} />}
    </section>
  );
};
