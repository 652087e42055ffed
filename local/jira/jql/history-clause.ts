/**
 * WAS and CHANGED, over an issue's changelog: the periods in which a field had each value, who began them, and the
 * predicates AFTER, BEFORE, ON, DURING, BY, FROM and TO. Only for the fields whose history Jira searches too.
 */
import type { Operand, TerminalClause } from '@atlaskit/jql-ast';
import { JiraError } from '../jira-error';
import type { ChangeItem, Issue } from '../model';
import type { JqlField, JqlScope, ValueField } from './jql-fields';
import { operandsOf, resolveInstant, resolveValues } from './operands';

const dayMs = 86_400_000;
const bad = (text: string): JiraError => new JiraError(400, [text]);

type Value = { readonly id: string | null; readonly text: string | null };
type Period = {
  readonly value: Value;
  readonly previous: Value | null;
  readonly from: number;
  readonly to: number;
  readonly by: string | null;
};

/** The values a field had, oldest first. `previous` is null for the one the issue was created with. */
const periodsOf = (issue: Issue, field: string, current: string | null): readonly Period[] => {
  const changes = issue.changelog.flatMap((entry) => {
    const item: ChangeItem | undefined = entry.items.find((candidate) => candidate.field === field);
    return item ? [{ at: entry.at, by: entry.authorId, item }] : [];
  });
  const [first] = changes;
  const initial: Value = first ? { id: first.item.from, text: first.item.fromString } : { id: current, text: null };
  const start: Period = { value: initial, previous: null, from: issue.created, to: first?.at ?? Infinity, by: issue.creatorId };
  const later = changes.map(({ at, by, item }, index): Period => ({
    value: { id: item.to, text: item.toString },
    previous: { id: item.from, text: item.fromString },
    from: at,
    to: changes[index + 1]?.at ?? Infinity,
    by,
  }));
  return [start, ...later];
};

/** Whether a value is meant: by id, or by the words of the query (a status that no longer exists has only those). */
type Wanted = { readonly ids: ReadonlySet<string>; readonly texts: ReadonlySet<string>; readonly empty: boolean };
const isWanted = (wanted: Wanted, value: Value): boolean => {
  if (value.id === null && value.text === null) return wanted.empty;
  return (value.id !== null && wanted.ids.has(value.id)) || (value.text !== null && wanted.texts.has(value.text.toLowerCase()));
};

const resolveWanted = (field: ValueField, operands: readonly Operand[]): Wanted => ({
  ids: new Set(operands.flatMap((operand) => (operand.operandType === 'keyword' ? [] : resolveValues(field, operand)))),
  texts: new Set(operands.flatMap((operand) => (operand.operandType === 'value' ? [operand.value.toLowerCase()] : []))),
  empty: operands.some((operand) => operand.operandType === 'keyword'),
});

/** Throws a 400 that names the clause for a field whose history is not searched, and for an unknown predicate. */
export const compileHistoryClause = (clause: TerminalClause, field: JqlField, scope: JqlScope): ((issue: Issue) => boolean) => {
  const operator = clause.operator ? clause.operator.value : '';
  if (field.kind !== 'value' || field.history === undefined) {
    throw bad(`History searches are not supported for the field '${field.name}' (in the clause '${clause.field.text} ${operator}').`);
  }
  const history = field.history;

  let earliest = -Infinity;
  let latest = Infinity;
  let by: ReadonlySet<string> | null = null;
  let from: Wanted | null = null;
  let to: Wanted | null = null;
  for (const predicate of clause.predicates) {
    const operands = operandsOf(predicate.operand);
    const instants = () => operands.map((operand) => resolveInstant(field.name, operand, scope.now));
    switch (predicate.operator.value) {
      case 'after':
        earliest = Math.max(earliest, ...instants());
        break;
      case 'before':
        latest = Math.min(latest, ...instants());
        break;
      case 'on': {
        const [instant = scope.now] = instants();
        const start = Math.floor(instant / dayMs) * dayMs;
        earliest = Math.max(earliest, start);
        latest = Math.min(latest, start + dayMs - 1);
        break;
      }
      case 'during': {
        const [start = -Infinity, end = Infinity] = instants();
        earliest = Math.max(earliest, start);
        latest = Math.min(latest, end);
        break;
      }
      case 'by': {
        const people = peopleOf(scope);
        by = new Set(operands.flatMap((operand) => resolveValues(people, operand)));
        break;
      }
      case 'from':
        from = resolveWanted(field, operands);
        break;
      case 'to':
        to = resolveWanted(field, operands);
        break;
    }
  }
  const byRight = (period: Period) => by === null || (period.by !== null && by.has(period.by));
  const periods = (issue: Issue) => periodsOf(issue, history, field.values(issue)[0] ?? null);

  if (operator === 'changed') {
    return (issue) =>
      periods(issue).some(
        (period) =>
          period.previous !== null &&
          period.from >= earliest &&
          period.from <= latest &&
          byRight(period) &&
          (from === null || isWanted(from, period.previous)) &&
          (to === null || isWanted(to, period.value)),
      );
  }
  const wanted = resolveWanted(field, operandsOf(clause.operand));
  const was = (issue: Issue) =>
    periods(issue).some((period) => isWanted(wanted, period.value) && period.to >= earliest && period.from <= latest && byRight(period));
  return operator.startsWith('was not') ? (issue) => !was(issue) : was;
};

/** The users a BY predicate names. */
const peopleOf = (scope: JqlScope): ValueField => ({
  kind: 'value',
  name: 'BY',
  values: () => [],
  resolve: (text) =>
    [...scope.store.users.values()]
      .filter((user) => [user.accountId, user.displayName, user.emailAddress].some((name) => name.toLowerCase() === text.toLowerCase()))
      .map((user) => user.accountId),
  call: (name) => (name.toLowerCase() === 'currentuser' ? (scope.accountId === null ? [] : [scope.accountId]) : null),
});
