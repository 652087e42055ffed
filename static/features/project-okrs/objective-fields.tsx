/** The fields of an objective, for a new one and for an edited one alike. */
import type { CycleView } from '../../../src/contract/okr';
import type { ApiError } from '../../api-error';
import { NumberField, SelectField, TextAreaField, TextField } from '../../ui/field';
import { useFormat } from '../../ui/format';
import { PersonPicker } from '../../ui/person-picker';
import { errorAt } from './field-errors';
import { objectiveFields, type ObjectiveDraft, type ObjectiveField } from './objective-draft';

type Props = {
  readonly draft: ObjectiveDraft;
  readonly set: (field: ObjectiveField) => (value: string) => void;
  readonly wrong: Partial<Record<ObjectiveField, string>>;
  readonly error: ApiError | null;
  readonly cycles: readonly CycleView[];
  readonly projectId: string;
  /** A change of weight has to be given a reason. */
  readonly asksReason?: boolean;
};

export const ObjectiveFields = ({ draft, set, wrong, error, cycles, projectId, asksReason = false }: Props) => {
  const format = useFormat();
  const at = (field: ObjectiveField) => ({
    label: objectiveFields[field],
    value: draft[field],
    onChange: set(field),
    error: errorAt(field, wrong, error),
  });
  return (
    <>
      <TextField {...at('title')} required autoFocus maxLength={255} help="What you want to reach, in words: no numbers yet." />
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
      <NumberField {...at('weight')} min={0} help="How much it counts beside the other objectives." />
      {asksReason && <TextField {...at('reason')} maxLength={500} help="Needed for a change of weight: it stays on record with it." />}
    </>
  );
};
