/** Name and days of a cycle, for the form that makes one and the form that changes one. */
import type { ApiError } from '../../api-error';
import { DateField, TextField } from '../../ui/field';
import { errorAt } from '../project-okrs/field-errors';
import { cycleLabels, type CycleDraft, type CycleField } from './cycle-draft';

type Props = {
  readonly draft: CycleDraft;
  readonly set: (field: CycleField) => (value: string) => void;
  readonly wrong: Partial<Record<CycleField, string>>;
  readonly error: ApiError | null;
};

export const CycleFields = ({ draft, set, wrong, error }: Props) => (
  <>
    <TextField
      label={cycleLabels.name}
      required
      autoFocus
      maxLength={64}
      value={draft.name}
      onChange={set('name')}
      error={errorAt('name', wrong, error)}
    />
    <DateField
      label={cycleLabels.startDay}
      required
      value={draft.startDay}
      onChange={set('startDay')}
      error={errorAt('startDay', wrong, error)}
    />
    <DateField label={cycleLabels.endDay} required value={draft.endDay} onChange={set('endDay')} error={errorAt('endDay', wrong, error)} />
  </>
);
