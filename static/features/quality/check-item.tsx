/** One check that did not pass: its sentence, why it is looked at and what to write instead, and dismissing it with a reason. */
import { useId, useState, type KeyboardEvent } from 'react';
import type { Check } from '../../../src/domain/quality/verdict';
import type { RuleWords } from './coach-block';

type Props = {
  readonly check: Check;
  readonly rule: RuleWords | undefined;
  /** Null: it cannot be dismissed here. */
  readonly onDismiss: ((reason: string) => void) | null;
};

const LONGEST_REASON = 500;

export const CheckItem = ({ check, rule, onDismiss }: Props) => {
  const [open, setOpen] = useState<'why' | 'dismiss' | null>(null);
  const [reason, setReason] = useState('');
  const id = useId();
  const toggle = (part: 'why' | 'dismiss') => () => setOpen(open === part ? null : part);
  const dismiss = () => {
    if (reason.trim() !== '') onDismiss?.(reason.trim());
  };
  // Enter belongs to the reason and not to the form around it.
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || event.nativeEvent.isComposing || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    dismiss();
  };
  const isFail = check.verdict === 'fail';
  return (
    <li className={`quality__check quality__check--${check.verdict}`}>
      <span className="quality__sign" aria-hidden="true">
        {isFail ? '✕' : '▲'}
      </span>
      <div className="quality__words">
        <span className="visually-hidden">{isFail ? 'To mend: ' : 'To look at: '}</span>
        <bdi>{check.sentence}</bdi>{' '}
        {rule && (
          <button
            type="button"
            className="quality__link"
            aria-expanded={open === 'why'}
            aria-controls={`${id}-why`}
            onClick={toggle('why')}
          >
            Why<span className="visually-hidden"> {rule.name}</span>?
          </button>
        )}
        {onDismiss && (
          <button
            type="button"
            className="quality__link"
            aria-expanded={open === 'dismiss'}
            aria-controls={`${id}-dismiss`}
            onClick={toggle('dismiss')}
          >
            Dismiss<span className="visually-hidden"> {rule?.name}</span>
          </button>
        )}
        <div id={`${id}-why`} hidden={open !== 'why'} className="quality__why">
          <p>{rule?.why}</p>
          <p>Write instead: {rule?.instead}</p>
        </div>
        <div id={`${id}-dismiss`} hidden={open !== 'dismiss'} className="quality__dismiss">
          <input
            className="field__control"
            dir="auto"
            autoComplete="off"
            maxLength={LONGEST_REASON}
            aria-label={`Why does “${rule?.name ?? check.rule}” not hold here?`}
            placeholder="Why does it not hold here?"
            value={reason}
            onChange={(event) => setReason(event.target.value)}
            onKeyDown={onKeyDown}
          />
          <button type="button" className="quality__button" disabled={reason.trim() === ''} onClick={dismiss}>
            Dismiss it
          </button>
        </div>
      </div>
    </li>
  );
};
