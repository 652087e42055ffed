/** Weights and credits in the unit of a counting rule, as a person reads them. Rounds to what is worth reading; no sum is made of its texts. */
import type { CountingRule } from '../../../src/domain/model';
import type { Format } from '../../ui/format';

const secondsInHour = 3600;

/** `33`, `12.5`, and hours for an estimate: `14 h`. */
export const amountText = (amount: number, { weightBy }: Pick<CountingRule, 'weightBy'>, format: Format): string =>
  weightBy === 'estimate'
    ? format.measure(Math.round((amount / secondsInHour) * 10) / 10, 'h')
    : format.number(Math.round(amount * 100) / 100);

/** What the amounts of a rule are, in the plural. `fieldName` is null where Jira has no such field any more. */
export const unitWords = ({ weightBy }: Pick<CountingRule, 'weightBy'>, fieldName: string | null): string => {
  switch (weightBy) {
    case 'count':
      return 'issues';
    case 'points':
      return 'story points';
    case 'estimate':
      return 'hours';
    case 'field':
      return fieldName === null ? 'of a number field' : `of “${fieldName}”`;
  }
};
