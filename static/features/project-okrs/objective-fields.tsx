/** The fields of an objective, for a new one and for an edited one alike. */
import type { ReactNode } from 'react';
import type { CycleView } from '../../../src/contract/okr';
import type { ApiError } from '../../api-error';
import { NumberField, RadioField, SelectField, TextAreaField, TextField } from '../../ui/field';
import { useFormat } from '../../ui/format';
import { PersonPicker } from '../../ui/person-picker';
import { ambitionChoices } from '../closing/ambition-words';
import { ObjectiveQuality } from '../quality/quality';
import type { SetField } from './draft';
import { errorAt } from './field-errors';
import { objectiveFields, type ObjectiveDraft, type ObjectiveField, type ObjectiveWords } from './objective-draft';

type Props = {
  readonly draft: ObjectiveDraft;
  readonly set: SetField<ObjectiveDraft>;
  readonly wrong: ObjectiveWords;
  readonly error: ApiError | null;
  readonly cycles: readonly CycleView[];
  readonly projectId: string | null;
  /** What only an objective that exists can have: alignment, a written-in progress. */
  readonly more?: ReactNode;
};

export const ObjectiveFields = ({ draft, set, wrong, error, cycles, projectId, more }: Props) => {
  const format = useFormat();
  const at = (field: Exclude<ObjectiveField, 'dismissedRules'>) => ({
    label: objectiveFields[field],
    value: draft[field],
    onChange: set(field),
    error: errorAt(field, wrong, error),
  });
  return (
    <>
      <TextField {...at('title')} required autoFocus maxLength={255} help="What you want to reach, in words: no numbers yet." />
      <ObjectiveQuality title={draft.title} dismissed={draft.dismissedRules} onDismissed={set('dismissedRules')} />
      <TextAreaField {...at('description')} maxLength={2000} help="Why it matters, for those who were not in the room." />
      <SelectField
        {...at('cycle')}
        required
        choices={cycles.map((cycle) => ({ value: cycle.id, label: `${cycle.name} (${format.days(cycle.startDay, cycle.endDay)})` }))}
      />
      <PersonPicker
        label={objectiveFields.owner}
        accountId={draft.owner === '' ? null : draft.owner}
        onChange={(accountId) => set('owner')(accountId ?? '')}
        projectId={projectId}
        error={errorAt('owner', wrong, error)}
      />
      <RadioField label={objectiveFields.ambition} value={draft.ambition} onChange={set('ambition')} choices={ambitionChoices} />
      <NumberField {...at('weight')} min={0} help="How much it counts beside the other objectives." />
      {more}
    </>
  );
};
