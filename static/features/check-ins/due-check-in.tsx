/**
 * One check-in to confirm: what Jira says has happened, and four fields that may stay as they are. Enter in a field confirms. Each try with one id:
 * the same check-in is never made twice.
 */
import Button from '@atlaskit/button/new';
import { useId, useLayoutEffect, useRef, useState, type FormEvent } from 'react';
import type { DueCheckIn } from '../../../src/contract/check-ins';
import { apiErrorOf } from '../../api-error';
import { newId } from '../../new-id';
import { ErrorState } from '../../ui/error-state';
import { NumberField, TextField } from '../../ui/field';
import { useFormat } from '../../ui/format';
import { HealthLozenge } from '../../ui/health-lozenge';
import { KeyBadge } from '../../ui/key-badge';
import { percentText } from '../../ui/percent';
import { ProgressBar } from '../../ui/progress-bar';
import { errorAt, errorOfForm } from '../project-okrs/field-errors';
import { draftOfCheckIn, inputOfCheckIn, valueByHand, wrongInCheckIn, type CheckInDraft } from './check-in-draft';
import { MovedIssues } from './moved-issues';
import { useCheckIn } from './queries';

type Props = {
  readonly due: DueCheckIn;
  /** The next one to be confirmed: it takes the focus. */
  readonly takesFocus: boolean;
  /** With what was said. */
  readonly onConfirmed: (said: CheckInDraft) => void;
};

/** `40 % → 52 %`, with the value where there is one. */
const Change = ({ due }: { readonly due: DueCheckIn }) => {
  const format = useFormat();
  const { keyResult, last } = due;
  const value = valueByHand(keyResult);
  return (
    <p className="due-check-in__change">
      <span className="number">
        {last === null ? percentText(keyResult.progress) : `${percentText(last.progress)} → ${percentText(keyResult.progress)}`}
      </span>
      {value !== null && value.current !== null && <span className="subtle"> · {format.measure(value.current, value.unit)} now</span>}
      <span className="subtle">
        {' '}
        · {last === null ? 'no check-in yet' : `last check-in ${format.day(last.day)}`}
        {keyResult.attention.isStale && ', stale'}
      </span>
    </p>
  );
};

export const DueCheckInForm = ({ due, takesFocus, onConfirmed }: Props) => {
  const { keyResult, objective, last } = due;
  const titleId = useId();
  const form = useRef<HTMLFormElement>(null);
  const [id] = useState(newId);
  const [draft, setDraft] = useState<CheckInDraft>(() => draftOfCheckIn(keyResult, last?.confidence ?? null));
  const [wrong, setWrong] = useState<ReturnType<typeof wrongInCheckIn>>({});
  const send = useCheckIn();
  const error = send.error ? apiErrorOf(send.error) : null;
  const unplaced = errorOfForm(error, ['value', 'confidence', 'words', 'blockers']);
  const value = valueByHand(keyResult);

  // At once, so that no key is pressed on a form that is gone.
  useLayoutEffect(() => {
    if (takesFocus) form.current?.querySelector<HTMLElement>('input')?.focus();
  }, [takesFocus]);

  const set = (field: keyof CheckInDraft) => (text: string) => setDraft((before) => ({ ...before, [field]: text }));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const found = wrongInCheckIn(draft);
    setWrong(found);
    if (Object.keys(found).length > 0 || send.isPending) return;
    send.mutate(inputOfCheckIn(id, keyResult, draft), { onSuccess: () => onConfirmed(draft) });
  };

  return (
    <form ref={form} className="due-check-in" aria-labelledby={titleId} onSubmit={submit} noValidate>
      <div className="due-check-in__head">
        <h3 id={titleId} className="due-check-in__title">
          <KeyBadge text={keyResult.key} /> <bdi>{keyResult.title}</bdi>
        </h3>
        <HealthLozenge health={keyResult.health} because={keyResult.healthBecause} />
      </div>
      <p className="small">
        {objective.key} <bdi>{objective.title}</bdi>
      </p>
      {keyResult.progress !== null && <ProgressBar progress={keyResult.progress} expected={keyResult.expected} health={keyResult.health} />}
      <Change due={due} />
      <MovedIssues due={due} />
      <div className="due-check-in__fields">
        {value !== null && (
          <NumberField
            label={value.unit === '' ? 'Value today' : `Value today (${value.unit})`}
            value={draft.value}
            onChange={set('value')}
            error={errorAt('value', wrong, error)}
          />
        )}
        <NumberField
          label="Confidence, 1 to 10"
          value={draft.confidence}
          onChange={set('confidence')}
          min={1}
          max={10}
          error={errorAt('confidence', wrong, error)}
        />
        <div className="due-check-in__words">
          <TextField
            label="Why, in one line"
            value={draft.words}
            onChange={set('words')}
            maxLength={2000}
            error={errorAt('words', wrong, error)}
          />
        </div>
        <div className="due-check-in__words">
          <TextField
            label="What stands in the way"
            value={draft.blockers}
            onChange={set('blockers')}
            maxLength={2000}
            error={errorAt('blockers', wrong, error)}
          />
        </div>
      </div>
      {unplaced && <ErrorState title="The check-in was not saved" error={unplaced} />}
      <Button type="submit" appearance="primary" isLoading={send.isPending}>
        Confirm
      </Button>
    </form>
  );
};
