/**
 * Where the value of a metric or band comes from: typed in by people, or a query over Jira with what it says right now.
 * Jira's own words about a query it refuses stand at the query.
 */
import type { ValuePreview } from '../../../src/contract/okr';
import { apiErrorOf } from '../../api-error';
import { ErrorState } from '../../ui/error-state';
import { RadioField, SelectField, TextAreaField } from '../../ui/field';
import { useFormat } from '../../ui/format';
import { errorAt } from '../project-okrs/field-errors';
import { useSettled } from '../../ui/use-settled';
import { issuesInWords } from '../link/preview-words';
import { NumberFieldChoice } from './number-field-choice';
import { useValuePreview } from './queries';
import { jiraSourceOf, sourceFields, type SourceDraft, type SourceField } from './value-source-draft';

/** A preview asks Jira's search, so it waits for a real pause in the typing. */
const typingPauseMs = 800;
const longestQuery = 4000;

/** Jira keeps it as a field of every issue, not among the number fields. */
const estimateField = { id: 'timeoriginalestimate', name: 'Original estimate (in seconds)' };

type Props = {
  readonly draft: SourceDraft;
  readonly set: (field: SourceField) => (value: string) => void;
  /** Words at a field, null where it is fine. */
  readonly errorOf: (field: SourceField) => string | null;
  readonly objectiveId: string;
  readonly unit: string;
  /** Takes the value of now over into the form; absent where there is no room for it. */
  readonly onTake?: (value: number) => void;
};

const ValueNow = ({ found, measure, unit }: { readonly found: ValuePreview; readonly measure: string; readonly unit: string }) => {
  const format = useFormat();
  const over = `${found.approximate ? 'about ' : ''}${issuesInWords(found.issues)}`;
  if (measure === 'count') return <b>{`${over} now`}</b>;
  if (found.value === null) return <>{`No number yet: none of the ${over} has one in this field.`}</>;
  return (
    <>
      <b>{`${format.measure(found.value, unit)} now`}</b>
      {`, over ${over}`}
    </>
  );
};

export const ValueSourceFields = ({ draft, set, errorOf, objectiveId, unit, onTake }: Props) => {
  const source = jiraSourceOf(draft);
  const text = useSettled(JSON.stringify(source), typingPauseMs);
  const settled = text === JSON.stringify(source);
  const preview = useValuePreview(objectiveId, settled ? source : null);
  const refused = settled && preview.error ? apiErrorOf(preview.error) : null;
  const at = (field: SourceField) => ({
    label: sourceFields[field],
    value: draft[field],
    onChange: set(field),
    error: errorOf(field) ?? errorAt(field, {}, refused),
  });
  const unplaced = refused !== null && errorAt('jql', {}, refused) === null && errorAt('valueField', {}, refused) === null;
  const asking = source !== null && (!settled || preview.isFetching);
  const found = asking || refused !== null ? null : (preview.data ?? null);
  const value = found?.value ?? null;
  const query = (
    <>
      <SelectField
        {...at('measure')}
        choices={[
          { value: 'count', label: 'How many issues it finds' },
          { value: 'sum', label: 'The sum of a field over them' },
          { value: 'average', label: 'The average of a field over them' },
        ]}
      />
      {draft.measure !== 'count' && <NumberFieldChoice {...at('valueField')} more={[estimateField]} />}
      <TextAreaField
        {...at('jql')}
        required
        code
        rows={2}
        maxLength={longestQuery}
        help="For example: labels = checkout AND statusCategory != Done"
      />
      {unplaced ? (
        <ErrorState title="The value could not be previewed" error={refused} onRetry={() => void preview.refetch()} />
      ) : (
        <p className="value-now" role="status" aria-busy={asking}>
          {asking && 'Asking Jira…'}
          {source === null && <span className="subtle">What it says now will be shown here.</span>}
          {found && <ValueNow found={found} measure={draft.measure} unit={unit} />}
          {onTake && value !== null && (
            <button type="button" className="text-button" onClick={() => onTake(value)}>
              Take it as the start
            </button>
          )}
        </p>
      )}
    </>
  );
  return (
    <RadioField
      label={sourceFields.valueBy}
      value={draft.valueBy}
      onChange={set('valueBy')}
      choices={[
        { value: 'hand', label: 'People type it in', help: 'The owner records it, day by day.' },
        { value: 'jira', label: 'Jira says it', help: 'A query over issues, asked again every hour.', fields: query },
      ]}
    />
  );
};
