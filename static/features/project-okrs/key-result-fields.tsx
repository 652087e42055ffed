/** The fields of a key result, for a new one and for an edited one alike; which of them depends on its kind. */
import type { ApiError } from '../../api-error';
import { DateField, NumberField, RadioField, SelectField, TextField } from '../../ui/field';
import { PersonPicker } from '../../ui/person-picker';
import { percentText } from '../../ui/percent';
import { errorAt } from './field-errors';
import { keyResultFields, type KeyResultDraft, type KeyResultField, type Kind } from './key-result-draft';
import './key-result-fields.css';

type Props = {
  readonly kind: Kind;
  readonly draft: KeyResultDraft;
  readonly set: (field: KeyResultField) => (value: string) => void;
  readonly wrong: Partial<Record<KeyResultField, string>>;
  readonly error: ApiError | null;
  readonly projectId: string;
  /** The plan has begun: a change of goal, dates, weight or rule is recorded with its reason. */
  readonly asksReason?: boolean;
};

/** How the form words what an issue can weigh and what unfinished work can be worth. */
export const weightWords = {
  count: 'Every issue counts the same',
  points: 'Its story points',
  estimate: 'Its original estimate',
  field: 'A number field',
} as const;
export const creditWords = (credit: string): string =>
  Number(credit) === 0 ? 'None: only done counts' : `${percentText(Number(credit))} of its weight`;

/** The usual credits, and the one already chosen should it be another. */
const creditChoices = (chosen: string) =>
  [...new Set(['0', '0.25', '0.5', chosen])].toSorted().map((value) => ({
    value,
    label: creditWords(value),
  }));

export const KeyResultFields = ({ kind, draft, set, wrong, error, projectId, asksReason = false }: Props) => {
  const at = (field: KeyResultField) => ({
    label: keyResultFields[field],
    value: draft[field],
    onChange: set(field),
    error: errorAt(field, wrong, error),
  });
  return (
    <>
      <TextField {...at('title')} required autoFocus maxLength={255} help="How you will know: a number that moves, not a task." />
      {kind === 'work' ? (
        <>
          <RadioField
            label={keyResultFields.weightBy}
            value={draft.weightBy}
            onChange={set('weightBy')}
            choices={[
              { value: 'count', label: weightWords.count },
              {
                value: 'points',
                label: weightWords.points,
                help: 'An issue of 8 points moves the number as much as eight issues of 1 point.',
              },
              { value: 'estimate', label: weightWords.estimate, help: 'In seconds, as Jira keeps it.' },
              ...(draft.weightBy === 'field' ? [{ value: 'field', label: weightWords.field }] : []),
            ]}
          />
          {draft.weightBy !== 'count' && (
            <NumberField {...at('unestimated')} min={0} help="Left empty, such an issue is left out, and shown as left out." />
          )}
          <SelectField {...at('inProgressCredit')} choices={creditChoices(draft.inProgressCredit)} />
        </>
      ) : kind === 'metric' ? (
        <div className="key-result-fields__row">
          <NumberField {...at('start')} required />
          <NumberField {...at('target')} required />
          <TextField {...at('unit')} maxLength={16} help="s, %, bugs; may stay empty" />
        </div>
      ) : null}
      <PersonPicker
        label={keyResultFields.owner}
        accountId={draft.owner === '' ? null : draft.owner}
        onChange={(accountId) => set('owner')(accountId ?? '')}
        projectId={projectId}
        error={errorAt('owner', wrong, error)}
      />
      <div className="key-result-fields__row">
        <DateField {...at('startDay')} help="Empty: with the cycle" />
        <DateField {...at('dueDay')} help="Empty: with the cycle" />
        <NumberField {...at('weight')} min={0} />
      </div>
      {asksReason && (
        <TextField
          {...at('reason')}
          maxLength={500}
          help="Needed for a change of goal, dates, weight or counting: it stays on record with it."
        />
      )}
    </>
  );
};
