/**
 * JQL over an issue as it was, as far as changelogs tell: who asks is nobody, when is the moment of the issue. A query with any clause that
 * cannot be told is not told at all. Follows Jira on what is empty (`!=` and NOT IN never match it) and turns NOT into the opposite operator,
 * so that the same holds under NOT.
 */
import type { Clause, Operand, TerminalClause } from '@atlaskit/jql-ast';
import { isDay } from '../calendar';
import type { Called, IssueThen } from './issue-then';

type Test = (issue: IssueThen) => boolean;

export type PastQuery =
  | {
      readonly tell: Test;
      /** Projects that hold every issue it can find, by key, name or id, in its own spelling; null where it finds issues of any project. */
      readonly projects: readonly string[] | null;
    }
  | { readonly untold: string };

/** Leaves the compiling of a query; caught where it began. */
class Untold extends Error {}

const untold = (reason: string): never => {
  throw new Untold(reason);
};

type QueryField = {
  readonly values: (issue: IssueThen) => readonly Called[];
  /** Some of the issues that have no such value look as if they had: only what matches can be told. */
  readonly matchOnly?: true;
  /** People go by addresses too, which no changelog tells. */
  readonly person?: true;
};

const one = (value: Called | null): readonly Called[] => (value === null ? [] : [value]);

const categoryWords: Readonly<Record<IssueThen['statusCategory'], Called>> = {
  todo: ['new', 'To Do', '2'],
  'in-progress': ['indeterminate', 'In Progress', '4'],
  done: ['done', 'Done', '3'],
};

const self: QueryField = { values: (issue) => [issue.called] };
const type: QueryField = { values: (issue) => [issue.type] };
const statusCategory: QueryField = { values: (issue) => [categoryWords[issue.statusCategory]] };
const fixVersion: QueryField = { values: (issue) => issue.fixVersions };
const affectedVersion: QueryField = { values: (issue) => issue.affectedVersions };
const component: QueryField = { values: (issue) => issue.components };
const parent: QueryField = { values: (issue) => one(issue.parent) };

/** In lower case. */
const fields: ReadonlyMap<string, QueryField> = new Map<string, QueryField>([
  ['key', self],
  ['issuekey', self],
  ['issue', self],
  ['id', self],
  ['project', { values: (issue) => [issue.project] }],
  ['issuetype', type],
  ['issue type', type],
  ['type', type],
  ['status', { values: (issue) => [issue.status] }],
  ['statuscategory', statusCategory],
  ['status category', statusCategory],
  ['resolution', { values: (issue) => one(issue.resolution) }],
  ['priority', { values: (issue) => one(issue.priority) }],
  ['assignee', { values: (issue) => one(issue.assignee), person: true }],
  ['reporter', { values: (issue) => one(issue.reporter), person: true }],
  ['fixversion', fixVersion],
  ['fixversions', fixVersion],
  ['fix versions', fixVersion],
  ['affectedversion', affectedVersion],
  ['affectsversion', affectedVersion],
  ['affects versions', affectedVersion],
  ['component', component],
  ['components', component],
  ['labels', { values: (issue) => issue.labels }],
  ['sprint', { values: (issue) => issue.sprints }],
  ['parent', parent],
  ['epic link', { ...parent, matchOnly: true }],
  ['parent link', { ...parent, matchOnly: true }],
]);

const opposites: ReadonlyMap<string, string> = new Map([
  ['=', '!='],
  ['!=', '='],
  ['in', 'not in'],
  ['not in', 'in'],
  ['is', 'is not'],
  ['is not', 'is'],
  ['<', '>='],
  ['>=', '<'],
  ['>', '<='],
  ['<=', '>'],
]);

const comparisons: ReadonlyMap<string, (difference: number) => boolean> = new Map([
  ['<', (difference) => difference < 0],
  ['<=', (difference) => difference <= 0],
  ['>', (difference) => difference > 0],
  ['>=', (difference) => difference >= 0],
]);

const operandsOf = (operand: Operand | undefined): readonly Operand[] =>
  operand === undefined ? [] : operand.operandType === 'list' ? operand.values.flatMap(operandsOf) : [operand];

/** The text of an operand; null for EMPTY, in whatever words. */
function wordOf(field: string, operand: Operand): string | null {
  if (operand.operandType === 'keyword') return null;
  if (operand.operandType !== 'value') return untold(`${field} is asked by a function`);
  return field === 'resolution' && operand.value.toLowerCase() === 'unresolved' ? null : operand.value.toLowerCase();
}

/** `2026-10-01`, `2026/10/01`, with a time or not, taken as UTC. Epoch ms. */
function instantOf(operand: Operand | undefined): number {
  const text = operand?.operandType === 'value' ? operand.value : '';
  const [, year = '', month = '', dayOfMonth = '', time = '00:00'] =
    /^(\d{4})[-/](\d{1,2})[-/](\d{1,2})(?: (\d{2}:\d{2}))?$/.exec(text) ?? [];
  const day = `${year}-${month.padStart(2, '0')}-${dayOfMonth.padStart(2, '0')}`;
  const at = isDay(day) ? Date.parse(`${day}T${time}Z`) : NaN;
  return Number.isNaN(at) ? untold('a date is not written out') : at;
}

function createdTest(operator: string, operands: readonly Operand[]): Test {
  const compare = comparisons.get(operator);
  if (compare === undefined) return untold(`created is asked with ${operator}`);
  const at = instantOf(operands[0]);
  return (issue) => compare(issue.createdAt - at);
}

function valueTest(name: string, field: QueryField, operator: string, operands: readonly Operand[]): Test {
  const words = operands.map((operand) => wordOf(name, operand));
  const wanted = new Set(words.filter((word) => word !== null));
  const empty = words.includes(null);
  if (field.person === true && [...wanted].some((word) => word.includes('@'))) return untold(`${name} is asked by an address`);
  const isOne = (values: readonly Called[]): boolean => values.some((called) => called.some((text) => wanted.has(text.toLowerCase())));
  if (operator === '=' || operator === 'in' || operator === 'is') {
    if (field.matchOnly === true && empty) return untold(`${name} is asked to be empty`);
    return (issue) => {
      const values = field.values(issue);
      return values.length === 0 ? empty : isOne(values);
    };
  }
  if (operator !== '!=' && operator !== 'not in' && operator !== 'is not') return untold(`${name} is asked with ${operator}`);
  if (field.matchOnly === true) return untold(`${name} is asked with ${operator}`);
  return (issue) => {
    const values = field.values(issue);
    return values.length > 0 && !isOne(values);
  };
}

function terminalTest(clause: TerminalClause, negated: boolean): Test {
  const name = clause.field.value.toLowerCase();
  const written = clause.operator?.value ?? '';
  const operator = negated ? (opposites.get(written) ?? written) : written;
  const operands = operandsOf(clause.operand ?? undefined);
  if (operands.length === 0 || (clause.field.properties ?? []).length > 0) return untold(`${name} is asked with ${written}`);
  if (name === 'created' || name === 'createddate') return createdTest(operator, operands);
  const field = fields.get(name);
  return field === undefined ? untold(`no changelog tells ${name}`) : valueTest(name, field, operator, operands);
}

function clauseTest(clause: Clause, negated: boolean): Test {
  switch (clause.clauseType) {
    case 'not':
      return clauseTest(clause.clause, !negated);
    case 'terminal':
      return terminalTest(clause, negated);
    case 'compound': {
      const tests = clause.clauses.map((part) => clauseTest(part, negated));
      const every = (clause.operator.value === 'and') !== negated;
      return every ? (issue) => tests.every((test) => test(issue)) : (issue) => tests.some((test) => test(issue));
    }
  }
}

/** The projects outside of which a clause finds nothing; null: none are ruled out. Under a NOT, all is the other way round. */
function projectsOf(clause: Clause, negated: boolean): readonly string[] | null {
  if (clause.clauseType === 'not') return projectsOf(clause.clause, !negated);
  if (clause.clauseType === 'compound') {
    const parts = clause.clauses.map((part) => projectsOf(part, negated));
    const named = parts.filter((projects) => projects !== null);
    if ((clause.operator.value === 'and') !== negated) return named.sort((a, b) => a.length - b.length)[0] ?? null;
    return named.length < parts.length ? null : named.flat();
  }
  const written = clause.operator?.value ?? '';
  const operator = negated ? opposites.get(written) : written;
  if (clause.field.value.toLowerCase() !== 'project' || (operator !== '=' && operator !== 'in')) return null;
  const operands = operandsOf(clause.operand ?? undefined);
  return operands.flatMap((operand) => (operand.operandType === 'value' ? [operand.value] : []));
}

/** What a query can be told of the past; never rejects. Its order does not matter. Dates are taken in UTC. */
export async function pastQuery(jql: string): Promise<PastQuery> {
  // The parser is two thirds of the backend: whoever opens a panel need not wait until it is loaded.
  const { JastBuilder } = await import(/* webpackMode: "eager" */ '@atlaskit/jql-ast');
  try {
    const { query, errors } = new JastBuilder().build(jql);
    if (query?.where === undefined || errors.length > 0) return { untold: 'it has no condition that can be read' };
    const projects = projectsOf(query.where, false);
    return { tell: clauseTest(query.where, false), projects: projects === null ? null : [...new Set(projects)] };
  } catch (error) {
    if (error instanceof Untold) return { untold: error.message };
    return { untold: 'it has no condition that can be read' };
  }
}
