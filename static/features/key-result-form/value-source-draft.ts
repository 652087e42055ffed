/** Where a value comes from, as a form holds it: typed in, or a query over Jira with what to make of its issues. Pure. */
import type { ValueSource } from '../../../src/domain/model';

export type SourceField = 'valueBy' | 'jql' | 'measure' | 'valueField';
export type SourceDraft = Readonly<Record<SourceField, string>>;

export type JiraSource = Extract<ValueSource, { readonly by: 'jira' }>;

export const sourceFields: Readonly<Record<SourceField, string>> = {
  valueBy: 'Where its value comes from',
  jql: 'Query (JQL)',
  measure: 'The value is',
  valueField: 'Field',
};

export const sourceDraftOf = (source: ValueSource): SourceDraft => {
  if (source.by === 'hand') return { valueBy: 'hand', jql: '', measure: 'count', valueField: '' };
  const { jql, measure } = source;
  return { valueBy: 'jira', jql, measure, valueField: source.measure === 'count' ? '' : source.fieldId };
};

/** Null while something is missing that Jira would have to be asked with. */
export const jiraSourceOf = ({ valueBy, jql, measure, valueField }: SourceDraft): JiraSource | null => {
  const query = jql.trim();
  if (valueBy !== 'jira' || query === '') return null;
  if (measure !== 'sum' && measure !== 'average') return { by: 'jira', jql: query, measure: 'count' };
  return valueField === '' ? null : { by: 'jira', jql: query, measure, fieldId: valueField };
};

/** Expects a draft that `checkSource` finds nothing wrong with. */
export const sourceOf = (draft: SourceDraft): ValueSource => jiraSourceOf(draft) ?? { by: 'hand' };

/** Whether the draft means another source than this one. */
export const changesSource = (source: ValueSource, draft: SourceDraft): boolean =>
  JSON.stringify(sourceOf(sourceDraftOf(source))) !== JSON.stringify(sourceOf(draft));

export const checkSource = ({ valueBy, jql, measure, valueField }: SourceDraft): Partial<Record<SourceField, string>> =>
  valueBy === 'jira'
    ? {
        ...(jql.trim() === '' ? { jql: 'Give the query that finds the issues.' } : {}),
        ...(measure !== 'count' && valueField === '' ? { valueField: 'Choose the field to add up.' } : {}),
      }
    : {};
