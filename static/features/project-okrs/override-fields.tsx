/** Where an objective's progress comes from: its parts, or a number somebody writes in for a while, with the reason beside it. */
import type { ObjectiveView } from '../../../src/contract/okr';
import type { ApiError } from '../../api-error';
import { DateField, NumberField, RadioField, TextField } from '../../ui/field';
import { percentText } from '../../ui/percent';
import { Person } from '../../ui/person';
import type { SetField } from './draft';
import { errorAt } from './field-errors';
import { objectiveFields, type ObjectiveDraft, type ObjectiveWords } from './objective-draft';
import './override-fields.css';

type Props = {
  readonly objective: ObjectiveView;
  readonly draft: ObjectiveDraft;
  readonly set: SetField<ObjectiveDraft>;
  readonly wrong: ObjectiveWords;
  readonly error: ApiError | null;
  /** The last day of its cycle: how long a number holds unless somebody says otherwise. */
  readonly lastDay: string;
};

export const OverrideFields = ({ objective, draft, set, wrong, error, lastDay }: Props) => {
  const at = (field: 'overrideProgress' | 'overrideReason' | 'overrideUntil') => ({
    label: objectiveFields[field],
    value: draft[field],
    onChange: set(field),
    error: errorAt(field, wrong, error),
    required: true,
  });
  const choose = (value: string) => {
    set('override')(value);
    if (value === 'written' && draft.overrideUntil === '') set('overrideUntil')(lastDay);
  };
  const written = (
    <>
      {objective.override && (
        <p className="override-fields__by small">
          Written in by <Person accountId={objective.override.byAccountId} withName />
        </p>
      )}
      <div className="override-fields__row">
        <NumberField {...at('overrideProgress')} min={0} max={100} />
        <DateField {...at('overrideUntil')} help="From the next day on, its parts say it again." />
      </div>
      <TextField {...at('overrideReason')} maxLength={500} help="Shown beside the number, with your name." />
    </>
  );
  return (
    <RadioField
      label={objectiveFields.override}
      value={draft.override}
      onChange={choose}
      choices={[
        { value: 'computed', label: 'Its parts say it', help: `They say ${percentText(objective.computed)} now.` },
        {
          value: 'written',
          label: 'Written in for a while',
          help: 'For what the parts cannot know yet. It is shown as written in.',
          fields: written,
        },
      ]}
    />
  );
};
