/**
 * A JQL tree to a test and an order over issues. Values are looked up once, here; a wrong field, value or operator is a
 * 400 that names it. Follows Jira on empty values (`!=` and NOT IN never match them) and turns NOT into the opposite
 * operator, so that the same holds under NOT.
 */
import type { Clause, Operand, OrderByField, Query, TerminalClause } from '@atlaskit/jql-ast';
import { JiraError } from '../jira-error';
import type { Issue } from '../model';
import { compileHistoryClause } from './history-clause';
import { createFieldFinder, knownButNotEmulated } from './jql-fields';
import type { DateField, JqlField, JqlScope, NumberField, SortKey, TextField, ValueField } from './jql-fields';
import { operandsOf, resolveInstant, resolveValues } from './operands';
import { compileTextQuery } from './text-match';

type Test = (issue: Issue) => boolean;
export type CompiledJql = {
  /** False for a query without any restriction, such as `ORDER BY created`. */
  readonly bounded: boolean;
  readonly matches: Test;
  /** The query's order; by key, the latest first, where it names none and among equals. */
  readonly sort: (issues: readonly Issue[]) => readonly Issue[];
};

const opposites: Readonly<Record<string, string>> = {
  '=': '!=',
  '!=': '=',
  in: 'not in',
  'not in': 'in',
  is: 'is not',
  'is not': 'is',
  '~': '!~',
  '!~': '~',
  '<': '>=',
  '>=': '<',
  '>': '<=',
  '<=': '>',
};

const maxOrderFields = 7;
const bad = (text: string): JiraError => new JiraError(400, [text]);
const unsupported = (field: string, operator: string): JiraError =>
  bad(`The operator '${operator}' is not supported by the '${field}' field.`);

const compareOperators: Readonly<Record<string, (difference: number) => boolean>> = {
  '<': (difference) => difference < 0,
  '<=': (difference) => difference <= 0,
  '>': (difference) => difference > 0,
  '>=': (difference) => difference >= 0,
};

const isEmptyWord = (field: string, operand: Operand): boolean =>
  operand.operandType === 'keyword' ||
  (operand.operandType === 'value' && field === 'resolution' && operand.value.toLowerCase() === 'unresolved');

const valueTest = (field: ValueField, operator: string, operands: readonly Operand[]): Test => {
  const empty = operands.some((operand) => isEmptyWord(field.name, operand));
  const real = operands.filter((operand) => !isEmptyWord(field.name, operand));
  if (operator === '=' || operator === 'in') {
    const wanted = new Set(real.flatMap((operand) => resolveValues(field, operand)));
    return (issue) => {
      const values = field.values(issue);
      return values.length === 0 ? empty : values.some((value) => wanted.has(value));
    };
  }
  if (operator === '!=' || operator === 'not in') {
    const unwanted = new Set(real.flatMap((operand) => resolveValues(field, operand)));
    return (issue) => {
      const values = field.values(issue);
      return values.length > 0 && !values.some((value) => unwanted.has(value));
    };
  }
  const test = compareOperators[operator];
  const [operand] = real;
  const compareTo = field.compareTo?.bind(field);
  if (!test || !operand || !compareTo) throw unsupported(field.name, operator);
  const bound = operand.operandType === 'value' ? field.resolveBound?.(operand.value) : undefined;
  const [id] = bound === undefined ? resolveValues(field, operand) : [bound];
  return (issue) => {
    const difference = id === undefined ? null : compareTo(issue, id);
    return difference !== null && test(difference);
  };
};

/** Numbers and instants alike. */
const measureTest = (
  name: string,
  operator: string,
  operands: readonly Operand[],
  measure: (issue: Issue) => number | null,
  resolve: (operand: Operand) => number,
): Test => {
  const empty = operands.some((operand) => operand.operandType === 'keyword');
  const values = operands.filter((operand) => operand.operandType !== 'keyword').map(resolve);
  const [value] = values;
  if (operator === '=' || operator === 'in') {
    return (issue) => {
      const own = measure(issue);
      return own === null ? empty : values.includes(own);
    };
  }
  if (operator === '!=' || operator === 'not in') {
    return (issue) => {
      const own = measure(issue);
      return own !== null && !values.includes(own);
    };
  }
  const test = compareOperators[operator];
  if (!test || value === undefined) throw unsupported(name, operator);
  return (issue) => {
    const own = measure(issue);
    return own !== null && test(own - value);
  };
};

const dateTest = (field: DateField, operator: string, operands: readonly Operand[], now: number): Test =>
  measureTest(
    field.name,
    operator,
    operands,
    (issue) => field.at(issue),
    (operand) => resolveInstant(field.name, operand, now),
  );

const numberTest = (field: NumberField, operator: string, operands: readonly Operand[]): Test =>
  measureTest(
    field.name,
    operator,
    operands,
    (issue) => field.number(issue),
    (operand) => {
      const number = operand.operandType === 'value' && operand.value.trim() !== '' ? Number(operand.value) : NaN;
      const text = operand.operandType === 'value' ? operand.value : 'function';
      if (Number.isNaN(number)) throw bad(`Value '${text}' is not a valid number for field '${field.name}'.`);
      return number;
    },
  );

const textTest = (field: TextField, operator: string, operands: readonly Operand[]): Test => {
  const [operand] = operands;
  if ((operator !== '~' && operator !== '!~') || operand?.operandType !== 'value') throw unsupported(field.name, operator);
  const match = compileTextQuery(operand.value);
  if (!match) throw bad(`The text query '${operand.value}' for the field '${field.name}' has no word to search for.`);
  if (operator === '~') return (issue) => match(field.words(issue));
  return (issue) => {
    const words = field.words(issue);
    return words.length > 0 && !match(words);
  };
};

const emptyTest = (field: JqlField): Test => {
  switch (field.kind) {
    case 'value':
      return (issue) => field.values(issue).length === 0;
    case 'date':
      return (issue) => field.at(issue) === null;
    case 'number':
      return (issue) => field.number(issue) === null;
    case 'text':
      return (issue) => field.words(issue).length === 0;
  }
};

const sortKey = (field: JqlField): ((issue: Issue) => SortKey) | null => {
  switch (field.kind) {
    case 'value':
    case 'text':
      return field.sort ?? null;
    case 'date':
      return (issue) => field.at(issue);
    case 'number':
      return (issue) => field.number(issue);
  }
};

/** Nothing sorts after everything, so it comes last going up and first going down. */
const compareKeys = (a: SortKey, b: SortKey): number => {
  if (a === b) return 0;
  if (a === null) return 1;
  if (b === null) return -1;
  return a < b ? -1 : 1;
};

export const compileJql = (query: Query, scope: JqlScope): CompiledJql => {
  const findField = createFieldFinder(scope);

  const getField = (name: string): JqlField => {
    const field = findField(name);
    if (field) return field;
    if (knownButNotEmulated.has(name.toLowerCase())) throw bad(`The clause '${name}' is not emulated by the local Jira.`);
    throw bad(`Field '${name}' does not exist or you do not have permission to view it.`);
  };

  const terminal = (clause: TerminalClause, negated: boolean): Test => {
    const field = getField(clause.field.value);
    const written = clause.operator ? clause.operator.value : '';
    const operands = operandsOf(clause.operand);
    if (written === 'changed' || written.startsWith('was')) {
      const test = compileHistoryClause(clause, field, scope);
      return negated ? (issue) => !test(issue) : test;
    }
    const operator = negated ? (opposites[written] ?? written) : written;
    const onlyEmpty = operands.length > 0 && operands.every((operand) => operand.operandType === 'keyword');
    if (operator === 'is' || operator === 'is not') {
      if (!onlyEmpty) throw bad(`The operator '${operator}' can only be used with EMPTY or NULL (field '${field.name}').`);
      const empty = emptyTest(field);
      return operator === 'is' ? empty : (issue) => !empty(issue);
    }
    switch (field.kind) {
      case 'value':
        return valueTest(field, operator, operands);
      case 'date':
        return dateTest(field, operator, operands, scope.now);
      case 'number':
        return numberTest(field, operator, operands);
      case 'text':
        return textTest(field, operator, operands);
    }
  };

  const compile = (clause: Clause, negated: boolean): Test => {
    switch (clause.clauseType) {
      case 'not':
        return compile(clause.clause, !negated);
      case 'terminal':
        return terminal(clause, negated);
      case 'compound': {
        const tests = clause.clauses.map((part) => compile(part, negated));
        const every = (clause.operator.value === 'and') !== negated;
        return every ? (issue) => tests.every((test) => test(issue)) : (issue) => tests.some((test) => test(issue));
      }
    }
  };

  const ordering = ({ field: { value: name }, direction }: OrderByField) => {
    const key = sortKey(getField(name));
    if (!key) throw bad(`Not able to sort using field '${name}'.`);
    const sign = direction && direction.value.toUpperCase() === 'DESC' ? -1 : 1;
    return { key, sign };
  };

  const orderFields = query.orderBy ? query.orderBy.fields : [];
  if (orderFields.length > maxOrderFields)
    throw bad(`The ORDER BY clause has ${String(orderFields.length)} fields; at most ${String(maxOrderFields)} are allowed.`);
  const latestKeyFirst = { key: sortKey(getField('key')) ?? ((issue: Issue) => issue.key), sign: -1 };
  const orders = [...orderFields.map(ordering), latestKeyFirst];
  return {
    bounded: Boolean(query.where),
    matches: query.where ? compile(query.where, false) : () => true,
    sort: (issues) => {
      const rows = issues.map((issue) => ({ issue, keys: orders.map(({ key }) => key(issue)) }));
      rows.sort((a, b) => {
        for (const [index, { sign }] of orders.entries()) {
          const order = compareKeys(a.keys[index] ?? null, b.keys[index] ?? null) * sign;
          if (order !== 0) return order;
        }
        return 0;
      });
      return rows.map(({ issue }) => issue);
    },
  };
};
