/** The value of a metric or band as Jira says it: asked as the app, so that it is the same for everyone. */
import type { ValueSource } from '../../domain/model';
import { JiraRejected } from '../../jira/jira-error';
import type { Jira } from '../../jira/jira';
import { personalFunctionIn } from '../../jira/jql';
import type { AppDeps, Deps } from '../deps';
import { ESTIMATE_FIELD, requireNumberField } from '../settings/number-fields';
import { invalid, OkrError } from '../okr-error';

/** Counted one by one up to here; beyond, Jira's estimate has to do. */
const MOST_ISSUES = 5000;

type JiraSource = Extract<ValueSource, { readonly by: 'jira' }>;

export type Reading = { readonly value: number | null; readonly issues: number; readonly approximate: boolean };

async function countIssues(jira: Jira, jql: string): Promise<Reading> {
  const ids = await jira.searchIds(jql, MOST_ISSUES + 1);
  if (ids.length <= MOST_ISSUES) return { value: ids.length, issues: ids.length, approximate: false };
  const about = await jira.count(jql);
  return { value: about, issues: about, approximate: true };
}

/**
 * Count: the issues the query finds. Sum: over the issues that carry a number in the field, 0 where none does. Average: over the same, null
 * where none does. Throws `LIMIT` for a sum or average over more than 5,000 issues.
 */
async function read(jira: Jira, source: JiraSource): Promise<Reading> {
  if (source.measure === 'count') return countIssues(jira, source.jql);
  const { issues, truncated } = await jira.search(source.jql, {
    limit: MOST_ISSUES,
    numbers: { pointsFieldIds: [], numberFieldIds: source.fieldId === ESTIMATE_FIELD ? [] : [source.fieldId] },
  });
  if (truncated) throw new OkrError('LIMIT', `A field can be summed over at most ${MOST_ISSUES} issues. Narrow the query down.`);
  const values = issues
    .map((issue) => (source.fieldId === ESTIMATE_FIELD ? issue.estimate : issue.numbers[source.fieldId]))
    .filter((value) => value !== undefined && value !== null);
  const sum = values.reduce((total, value) => total + value, 0);
  const value = source.measure === 'sum' ? sum : values.length === 0 ? null : sum / values.length;
  return { value, issues: issues.length, approximate: false };
}

/** Asks as the app. Throws JiraRejected where Jira refuses the query. */
export const readValue = (deps: AppDeps, source: JiraSource): Promise<Reading> => read(deps.jiraAsApp, source);

/** Asks for a source that a person has just given: Jira must take the query from them, and it must mean the same for everyone. */
export async function readNewValue(deps: Deps, source: JiraSource): Promise<Reading> {
  const personal = personalFunctionIn(source.jql);
  if (personal !== null) {
    throw invalid('source.jql', `${personal}() means somebody else for each person who looks. Name the person or the issues instead.`);
  }
  if (source.measure !== 'count' && source.fieldId !== ESTIMATE_FIELD) await requireNumberField(deps, source.fieldId, 'source.fieldId');
  try {
    await deps.jiraAsUser.searchIds(source.jql, 1);
    return await readValue(deps, source);
  } catch (error) {
    if (error instanceof JiraRejected) throw invalid('source.jql', error.message);
    throw error;
  }
}
