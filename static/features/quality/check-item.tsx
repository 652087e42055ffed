/** One check that did not pass: its sentence, why it is looked at and what to write instead, and dismissing it with a reason. */
import { useId, useState, type KeyboardEvent } from 'react';
import type { Check } from '../../../src/domain/quality/verdict';
import type { Rule } from '../../../src/domain/quality/rule';

export type RuleWords = Pick<Rule<string, never>, 'id' | 'name' | 'why' | 'instead'>;

type Props = {
  readonly check: Check;
  readonly rule: RuleWords;
  readonly onDismiss: (reason: string) => void;
};

type Part = 'why' | 'dismiss';

const LONGEST_REASON = 500;

const DismissForm = ({ name, onDismiss }: { readonly name: string; readonly onDismiss: (reason: string) => void }) => {
  const [reason, setReason] = useState('');
  const dismiss = () => {
    if (reason.trim() !== '') onDismiss(reason.trim());
  };
  // Enter belongs to the reason and not to the form around it.
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || event.nativeEvent.isComposing || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    dismiss();
  };
  return (
    <>
      <input
        className="field__control"
        dir="auto"
        autoComplete="off"
        autoFocus
        maxLength={LONGEST_REASON}
        aria-label={`Why does “${name}” not hold here?`}
        placeholder="Why does it not hold here?"
        value={reason}
        onChange={(event) => setReason(event.target.value)}
        onKeyDown={onKeyDown}
      />
      <button type="button" className="quality__button" disabled={reason.trim() === ''} onClick={dismiss}>
        Dismiss it
      </button>
    </>
  );
};

export const CheckItem = ({ check, rule, onDismiss }: Props) => {
  const [open, setOpen] = useState<Part | null>(null);
  const id = useId();
  const toggle = (part: Part, words: string) => (
    <button
      type="button"
      className="quality__link"
      aria-label={`${words} ${rule.name}`}
      aria-expanded={open === part}
      aria-controls={`${id}-${part}`}
      onClick={() => setOpen(open === part ? null : part)}
    >
      {words}
    </button>
  );
  const isFail = check.verdict === 'fail';
  return (
    <li className={`quality__check quality__check--${check.verdict}`}>
      <span className="quality__sign" aria-hidden="true">
        {isFail ? '✕' : '▲'}
      </span>
      <div className="quality__words">
        <span className="visually-hidden">{isFail ? 'To mend: ' : 'To look at: '}</span>
        <bdi>{check.sentence}</bdi> {toggle('why', 'Why?')}
        {toggle('dismiss', 'Dismiss')}
        <div id={`${id}-why`} hidden={open !== 'why'} className="quality__why">
          {open === 'why' && (
            <>
              <p>{rule.why}</p>
              <p>Write instead: {rule.instead}</p>
            </>
          )}
        </div>
        <div id={`${id}-dismiss`} hidden={open !== 'dismiss'} className="quality__dismiss">
          {open === 'dismiss' && <DismissForm name={rule.name} onDismiss={onDismiss} />}
        </div>
      </div>
    </li>
  );
};
