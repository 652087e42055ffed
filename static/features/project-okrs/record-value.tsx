/** Records a value of a metric or band for a day. Each try with one id: the same value is never recorded twice. */
import Button from '@atlaskit/button/new';
import { useState, type FormEvent } from 'react';
import type { KeyResultView } from '../../../src/contract/okr';
import { apiErrorOf } from '../../api-error';
import { useHost } from '../../host';
import { newId } from '../../new-id';
import { ErrorState } from '../../ui/error-state';
import { DateField, NumberField } from '../../ui/field';
import { useFormat } from '../../ui/format';
import { errorAt, errorOfForm } from './field-errors';
import { useChange } from './queries';
import './record-value.css';

type Props = {
  readonly keyResult: Pick<KeyResultView, 'id' | 'key'>;
  readonly unit: string;
  readonly today: string;
};

export const RecordValue = ({ keyResult, unit, today }: Props) => {
  const { showFlag } = useHost();
  const format = useFormat();
  const record = useChange('recordValue');
  const [id, setId] = useState(newId);
  const [value, setValue] = useState('');
  const [day, setDay] = useState(today);
  const [missing, setMissing] = useState(false);
  const error = record.error ? apiErrorOf(record.error) : null;
  const unplaced = errorOfForm(error, ['value', 'day']);

  const submit = (event: FormEvent) => {
    event.preventDefault();
    setMissing(value.trim() === '');
    if (value.trim() === '') return;
    record.mutate(
      { id, keyResultId: keyResult.id, value: Number(value), day },
      {
        onSuccess: () => {
          showFlag({ title: `${keyResult.key}: ${format.measure(Number(value), unit)} recorded`, tone: 'success' });
          setValue('');
          setId(newId());
        },
      },
    );
  };

  return (
    <form className="record-value" onSubmit={submit} noValidate aria-label="Record a value">
      <NumberField
        label={unit === '' ? 'New value' : `New value (${unit})`}
        value={value}
        onChange={setValue}
        error={missing ? 'Give the value.' : errorAt('value', {}, error)}
      />
      <DateField label="True on" value={day} onChange={setDay} max={today} error={errorAt('day', {}, error)} />
      <span className="record-value__submit">
        <Button type="submit" isLoading={record.isPending}>
          Record value
        </Button>
      </span>
      {unplaced && (
        <div className="record-value__error">
          <ErrorState title="The value was not recorded" error={unplaced} />
        </div>
      )}
    </form>
  );
};
