/** How the issues of a key result count, in plain choices. Draws a draft of a rule; what a rule makes of real issues is shown elsewhere. */
import { NumberField, RadioField } from '../../ui/field';
import { NumberFieldChoice } from './number-field-choice';
import { ruleFields, unitOf, type RuleDraft, type RuleField } from './rule-draft';

type Props = {
  readonly draft: RuleDraft;
  readonly set: (field: RuleField) => (value: string) => void;
  /** Words at a field, null where it is fine. */
  readonly errorOf: (field: RuleField) => string | null;
};

const missing: Readonly<Record<string, string>> = {
  points: 'Issues without story points',
  estimate: 'Issues without an original estimate',
  field: 'Issues without a number in the field',
};

export const RuleFields = ({ draft, set, errorOf }: Props) => {
  const { weightBy } = draft;
  const at = (field: RuleField) => ({ label: ruleFields[field], value: draft[field], onChange: set(field), error: errorOf(field) });
  return (
    <>
      <RadioField
        label={ruleFields.weightBy}
        value={weightBy}
        onChange={set('weightBy')}
        choices={[
          { value: 'count', label: '1, whatever its size' },
          { value: 'points', label: 'Its story points', help: 'One of 8 points moves the number as much as eight of 1 point.' },
          { value: 'estimate', label: 'Its original estimate', help: 'In hours.' },
          { value: 'field', label: 'A number field', fields: <NumberFieldChoice {...at('weightField')} /> },
        ]}
      />
      {weightBy !== 'count' && (
        <RadioField
          label={missing[weightBy] ?? ruleFields.unestimatedAs}
          value={draft.unestimatedAs}
          onChange={set('unestimatedAs')}
          choices={[
            { value: 'leave-out', label: 'Leave out', help: 'They are shown as left out.' },
            {
              value: 'weight',
              label: 'Count all the same',
              fields: <NumberField {...at('unestimated')} label={`Each of them counts (${unitOf(weightBy)})`} min={0} required />,
            },
          ]}
        />
      )}
      <NumberField {...at('inProgressCredit')} min={0} max={50} help="From 0 to 50. Done always gives 100, to do nothing." />
      <RadioField
        label={ruleFields.against}
        value={draft.against}
        onChange={set('against')}
        choices={[
          { value: 'scope', label: 'All that is in scope' },
          {
            value: 'wanted',
            label: 'A wanted amount',
            help: 'For goals like “close 40 bugs”, whatever else is in scope.',
            fields: <NumberField {...at('wanted')} label={`Wanted (${unitOf(weightBy)})`} min={0} required />,
          },
        ]}
      />
      <RadioField
        label={ruleFields.shared}
        value={draft.shared}
        onChange={set('shared')}
        choices={[
          { value: 'repeat', label: 'Count whole in each' },
          { value: 'split', label: 'Split', help: 'Each counts an equal part, so that over all of them an issue counts once.' },
        ]}
      />
    </>
  );
};
