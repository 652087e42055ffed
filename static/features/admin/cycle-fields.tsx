/** Name and days of a cycle, for the form that makes one and the form that changes one, and what is settled about it before it begins. */
import type { ApiError } from '../../api-error';
import { DateField, TextAreaField, TextField } from '../../ui/field';
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

export const PlanFields = ({ draft, set, wrong, error }: Props) => (
  <>
    <TextAreaField
      label={cycleLabels.themes}
      value={draft.themes}
      onChange={set('themes')}
      error={errorAt('themes', wrong, error)}
      help="What it is to be about, a line each: one to three are enough."
    />
    <TextAreaField
      label={cycleLabels.capacity}
      maxLength={1000}
      value={draft.capacity}
      onChange={set('capacity')}
      error={errorAt('capacity', wrong, error)}
      help="What you found when you looked at who is there, at the holidays and at what runs anyway. It is kept with your name and the day."
    />
  </>
);
