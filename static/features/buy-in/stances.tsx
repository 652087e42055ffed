/** Supporters and concerns of an objective: the open concerns first, what became of settled ones, who supports it, and the reader's own word. */
import Button from '@atlaskit/button/new';
import { useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import type { BuyIn, StanceView } from '../../../src/contract/buy-in';
import { useHost } from '../../host';
import { ErrorState } from '../../ui/error-state';
import { useFormat } from '../../ui/format';
import { Person } from '../../ui/person';
import { useBuyInChange } from './queries';
import { WordsForm } from './words-form';

type Props = {
  readonly buyIn: BuyIn;
  /** The cycle is open, so the reader may say where they stand. */
  readonly may: boolean;
  /** The reader answers for the objective. */
  readonly maySettle: boolean;
};

const Concern = ({
  concern,
  objectiveId,
  maySettle,
}: { readonly concern: StanceView } & Pick<Props, 'maySettle'> & Pick<BuyIn, 'objectiveId'>) => {
  const format = useFormat();
  const settle = useBuyInChange('settleConcern');
  const [settling, setSettling] = useState(false);
  const item = useRef<HTMLLIElement>(null);
  // The form leaves, and the concern it was about keeps the focus.
  const endSettling = () => {
    flushSync(() => setSettling(false));
    item.current?.focus();
  };
  const { accountId, words, at, settled, version } = concern;
  return (
    <li ref={item} tabIndex={-1} className="buy-in__concern">
      <p className="buy-in__said">
        <Person accountId={accountId} withName /> <span className="small">{format.day(at.slice(0, 10))}</span>
        {settled !== null && <span className="buy-in__settled small">settled</span>}
      </p>
      <q dir="auto">{words}</q>
      {settled !== null && (
        <p className="buy-in__said small">
          <Person accountId={settled.byAccountId} withName /> settled it on {format.day(settled.at.slice(0, 10))}
          {settled.words !== null && <q dir="auto">{settled.words}</q>}
        </p>
      )}
      {settle.error && <ErrorState title="The concern was not settled" error={settle.error} />}
      {settled === null && maySettle && !settling && (
        <p>
          <Button spacing="compact" onClick={() => setSettling(true)}>
            Settle
          </Button>
        </p>
      )}
      {settling && (
        <WordsForm
          label="What was done about it?"
          verb="Settle"
          busy={settle.isPending}
          onSend={(said) =>
            settle.mutate(
              { objectiveId, ofAccountId: accountId, version, ...(said === '' ? {} : { words: said }) },
              { onSuccess: endSettling },
            )
          }
          onCancel={endSettling}
        />
      )}
    </li>
  );
};

const Own = ({ buyIn, own }: { readonly buyIn: BuyIn; readonly own: StanceView | undefined }) => {
  const take = useBuyInChange('takeStance');
  const [writing, setWriting] = useState(false);
  const line = useRef<HTMLParagraphElement>(null);
  const concernButton = useRef<HTMLButtonElement>(null);
  const { objectiveId } = buyIn;
  const leave = () => {
    flushSync(() => setWriting(false));
    concernButton.current?.focus();
  };
  // The buttons are others then: their line keeps the focus.
  const said = () => {
    flushSync(() => setWriting(false));
    line.current?.focus();
  };
  return (
    <>
      {take.error && <ErrorState title="That was not saved" error={take.error} />}
      {writing ? (
        <WordsForm
          label="What is your concern?"
          verb="Raise it"
          busy={take.isPending}
          required="Say in a few words what worries you, so that it can be answered."
          startWith={own?.stance === 'concern' ? (own.words ?? '') : ''}
          onSend={(words) => take.mutate({ stance: 'concern', objectiveId, words }, { onSuccess: said })}
          onCancel={leave}
        />
      ) : (
        <p ref={line} tabIndex={-1} className="buy-in__own">
          {own?.stance !== 'support' && (
            <Button
              spacing="compact"
              isDisabled={take.isPending}
              onClick={() => take.mutate({ stance: 'support', objectiveId }, { onSuccess: said })}
            >
              I support this
            </Button>
          )}
          <Button ref={concernButton} spacing="compact" isDisabled={take.isPending} onClick={() => setWriting(true)}>
            {own?.stance === 'concern' ? 'Change my concern' : 'I have a concern'}
          </Button>
          {own && (
            <button
              type="button"
              className="text-button"
              disabled={take.isPending}
              onClick={() => take.mutate({ stance: 'none', objectiveId }, { onSuccess: said })}
            >
              {own.stance === 'support' ? 'Take back my support' : 'Take back my concern'}
            </button>
          )}
        </p>
      )}
    </>
  );
};

export const Stances = ({ buyIn, may, maySettle }: Props) => {
  const format = useFormat();
  const { place } = useHost();
  const concerns = buyIn.stances.filter(({ stance }) => stance === 'concern');
  const supporters = buyIn.stances.filter(({ stance }) => stance === 'support');
  const open = concerns.filter(({ settled }) => settled === null).length;
  const own = buyIn.stances.find(({ accountId }) => accountId === place.accountId);
  return (
    <div className="buy-in__part">
      <p>
        <b>{format.number(supporters.length)}</b> {supporters.length === 1 ? 'supporter' : 'supporters'} · <b>{format.number(open)}</b>{' '}
        {open === 1 ? 'open concern' : 'open concerns'}
      </p>
      {concerns.length > 0 && (
        <ul className="buy-in__concerns" aria-label="Concerns">
          {concerns.map((concern) => (
            <Concern key={concern.accountId} concern={concern} objectiveId={buyIn.objectiveId} maySettle={maySettle} />
          ))}
        </ul>
      )}
      {supporters.length > 0 && (
        <ul className="buy-in__people" aria-label="Supporters">
          <li className="small" aria-hidden="true">
            Supported by
          </li>
          {supporters.map(({ accountId, words }) => (
            <li key={accountId}>
              <Person accountId={accountId} withName />
              {words !== null && <q dir="auto">{words}</q>}
            </li>
          ))}
        </ul>
      )}
      {may && <Own buyIn={buyIn} own={own} />}
    </div>
  );
};
