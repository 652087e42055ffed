/**
 * What the operands of a clause mean: ids for a field with values, instants for dates. Throws the 400 Jira gives for a
 * value or function that does not exist; knows nothing of operators.
 */
import type { Operand } from '@atlaskit/jql-ast';
import { JiraError } from '../jira-error';
import { evaluateDateFunction, parseJqlDate } from './jql-dates';
import type { ValueField } from './jql-fields';

const bad = (text: string): JiraError => new JiraError(400, [text]);

/** The single values of an operand; a list is opened up. */
export const operandsOf = (operand: Operand | void): readonly Operand[] => {
  if (!operand) return [];
  return operand.operandType === 'list' ? operand.values.flatMap(operandsOf) : [operand];
};

/** The ids an operand means for a field. Throws the 400 that Jira gives for a value that does not exist. */
export const resolveValues = (field: ValueField, operand: Operand): readonly string[] => {
  if (operand.operandType === 'function') {
    const name = operand.function.value;
    const values = field.call?.(name) ?? null;
    if (values === null)
      throw bad(
        `Unable to find JQL function '${name}(${operand.arguments.map((argument) => argument.text).join(', ')})' for the field '${field.name}'.`,
      );
    return values;
  }
  if (operand.operandType !== 'value') return [];
  const ids = field.resolve(operand.value);
  if (ids.length === 0)
    throw bad(field.missing?.(operand.value) ?? `The value '${operand.value}' does not exist for the field '${field.name}'.`);
  return ids;
};

/** The instant an operand means. Throws a 400 for what is no date. */
export const resolveInstant = (fieldName: string, operand: Operand, now: number): number => {
  if (operand.operandType === 'function') {
    const name = operand.function.value;
    const result = evaluateDateFunction(
      name,
      operand.arguments.map((argument) => argument.value),
      now,
    );
    if ('at' in result) return result.at;
    if ('unknown' in result) throw bad(`Unable to find JQL function '${name}()' for the field '${fieldName}'.`);
    throw bad(`Argument '${result.invalidArgument}' of function '${name}' is no increment such as "+1d" or "-2w".`);
  }
  const instant = operand.operandType === 'value' ? parseJqlDate(operand.value, now) : null;
  if (instant === null) {
    const text = operand.operandType === 'value' ? operand.value : 'EMPTY';
    throw bad(
      `Date value '${text}' for field '${fieldName}' is invalid. Valid formats include: 'yyyy/MM/dd HH:mm', 'yyyy-MM-dd HH:mm', 'yyyy/MM/dd', 'yyyy-MM-dd', or a period format e.g. '-5d', '4w 2d'.`,
    );
  }
  return instant;
};
