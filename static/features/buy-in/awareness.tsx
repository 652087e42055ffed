/** Who knows an objective: how many of its people have acknowledged it, by name on demand, and the reader's own word. Who has merely opened it has no name here. */
import Button from '@atlaskit/button/new';
import { useRef } from 'react';
import type { BuyIn } from '../../../src/contract/buy-in';
import { Disclosure } from '../../ui/disclosure';
import { ErrorState } from '../../ui/error-state';
import { useFormat } from '../../ui/format';
import { Person } from '../../ui/person';
import { useBuyInChange } from './queries';

const Names = ({ title, accountIds }: { readonly title: string; readonly accountIds: readonly string[] }) =>
  accountIds.length === 0 ? null : (
    <>
      <h4 className="buy-in__names-title">{title}</h4>
      <ul className="buy-in__people" aria-label={title}>
        {accountIds.map((accountId) => (
          <li key={accountId}>
            <Person accountId={accountId} withName />
          </li>
        ))}
      </ul>
    </>
  );

export const Awareness = ({ buyIn, may }: { readonly buyIn: BuyIn; readonly may: boolean }) => {
  const format = useFormat();
  const change = useBuyInChange('acknowledgeObjective');
  const { objectiveId, people, totals, others, hasAcknowledged } = buyIn;
  const own = useRef<HTMLParagraphElement>(null);
  // The button is another one then: the line keeps the focus.
  const say = (isAcknowledged: boolean) => change.mutate({ objectiveId, isAcknowledged }, { onSuccess: () => own.current?.focus() });
  const idsOf = (acknowledged: boolean) => people.flatMap((one) => (one.hasAcknowledged === acknowledged ? [one.accountId] : []));
  return (
    <div className="buy-in__part">
      {change.error && <ErrorState title="That was not saved" error={change.error} />}
      {totals.people === 0 ? (
        <p className="subtle">Nobody has to do with it yet: it has no owner, and no issue in scope is assigned to anybody.</p>
      ) : (
        <p>
          <b>
            {format.number(totals.acknowledged)} of {format.number(totals.people)}
          </b>{' '}
          {totals.people === 1 ? 'person has' : 'people have'} acknowledged it
          {others > 0 && `, and ${format.number(others)} ${others === 1 ? 'other' : 'others'}`};{' '}
          {totals.opened === 0
            ? 'none has opened it yet'
            : `${format.number(totals.opened)} ${totals.opened === 1 ? 'has' : 'have'} opened it`}
          .
        </p>
      )}
      {may && (
        <p ref={own} tabIndex={-1} className="buy-in__own">
          {hasAcknowledged ? (
            <>
              <span>
                <span aria-hidden="true">✓</span> You know this goal and what it means for your work.
              </span>
              <button type="button" className="text-button" disabled={change.isPending} onClick={() => say(false)}>
                Take back
              </button>
            </>
          ) : (
            <>
              <Button spacing="compact" isLoading={change.isPending} onClick={() => say(true)}>
                Acknowledge
              </Button>
              <span className="small">I know this goal and what it means for my work.</span>
            </>
          )}
        </p>
      )}
      {totals.people > 0 && (
        <Disclosure title="Its people" summary="Who has acknowledged it, and who has not">
          <p className="small">Its owner and contributors, those of its key results, and who has an issue in their scope.</p>
          <Names title="Not acknowledged yet" accountIds={idsOf(false)} />
          <Names title="Acknowledged" accountIds={idsOf(true)} />
          {totals.people > people.length && <p className="small">{format.number(totals.people - people.length)} more are not listed.</p>}
        </Disclosure>
      )}
    </div>
  );
};
