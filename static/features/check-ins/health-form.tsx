/** Says a health in place of the computed one, with a reason and a last day, or takes that back. */
import Button from '@atlaskit/button/new';
import { useState, type FormEvent } from 'react';
import { addDays, isDay } from '../../../src/domain/calendar';
import type { SaidHealth } from '../../../src/domain/model';
import { apiErrorOf } from '../../api-error';
import { ErrorState } from '../../ui/error-state';
import { DateField, SelectField, TextField } from '../../ui/field';
import { healthWords } from '../../ui/health-lozenge';
import { errorAt, errorOfForm } from '../project-okrs/field-errors';
import type { HealthSubject } from './health-override';
import { useOverrideHealth } from './queries';

type Props = { readonly of: HealthSubject; readonly today: string; readonly onDone: () => void };

const said: readonly SaidHealth[] = ['on-track', 'at-risk', 'off-track'];
const choices = said.map((value) => ({ value, label: healthWords[value].word }));

export const HealthForm = ({ of, today, onDone }: Props) => {
  const { thing } = of;
  const before = thing.healthOverride;
  const [health, setHealth] = useState<SaidHealth>(before?.health ?? 'at-risk');
  const [reason, setReason] = useState(before?.reason ?? '');
  const [untilDay, setUntilDay] = useState(before?.untilDay ?? addDays(today, 7));
  const [tried, setTried] = useState(false);
  const send = useOverrideHealth();
  const error = send.error ? apiErrorOf(send.error) : null;
  const wrong = tried
    ? { ...(reason.trim() === '' ? { reason: 'Say why.' } : {}), ...(isDay(untilDay) ? {} : { untilDay: 'Give the last day.' }) }
    : {};
  const say = (override: { readonly health: SaidHealth; readonly reason: string; readonly untilDay: string } | null) =>
    send.mutate({ subject: { type: of.type, id: thing.id }, version: thing.version, override }, { onSuccess: onDone });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (reason.trim() !== '' && isDay(untilDay)) say({ health, reason: reason.trim(), untilDay });
  };
  return (
    <form className="health-form" onSubmit={submit} noValidate aria-label="Override health">
      <SelectField
        label="Health"
        choices={choices}
        value={health}
        onChange={(value) => setHealth(said.find((each) => each === value) ?? health)}
      />
      <TextField label="Reason" required maxLength={500} value={reason} onChange={setReason} error={errorAt('reason', wrong, error)} />
      <DateField
        label="Through"
        required
        min={today}
        value={untilDay}
        onChange={setUntilDay}
        error={errorAt('untilDay', wrong, error) ?? errorAt('overrideUntil', {}, error)}
      />
      {errorOfForm(error, ['reason', 'untilDay', 'overrideUntil']) && <ErrorState title="The health was not saved" error={error} />}
      <div className="button-row">
        <Button type="submit" appearance="primary" isLoading={send.isPending}>
          Save
        </Button>
        {before !== null && (
          <Button onClick={() => say(null)} isDisabled={send.isPending}>
            Take it back
          </Button>
        )}
      </div>
    </form>
  );
};
