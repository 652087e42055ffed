/**
 * Where a number comes from, in sentences: the rule, what is left out, what a value was held against.
 * Pure; formatted numbers come in. Knows no component.
 */
import type { Explanation, RollUpExplanation, ValueExplanation, WorkExplanation } from '../../../src/contract/explanation';
import type { CountingRule } from '../../../src/domain/model';
import type { Format } from '../../ui/format';
import { percentText } from '../../ui/percent';
import { leftOutWords } from '../project-okrs/words';
import { amountText, unitWords } from './amount';

/** What the explained thing is: `KR-31 Time to pay`; a project has no key. */
export const subjectWords = ({ key, title }: Pick<Explanation, 'key' | 'title'>): string =>
  key === '' ? `All objectives of ${title}` : `${key} ${title}`;

const weightWords = (rule: CountingRule, fieldName: string | null): string => {
  if (rule.weightBy === 'count') return 'Every issue weighs 1.';
  const weight = {
    points: 'An issue weighs its story points',
    estimate: 'An issue weighs its original estimate',
    field: fieldName === null ? 'An issue weighs a number field that Jira no longer has' : `An issue weighs its “${fieldName}”`,
  }[rule.weightBy];
  return `${weight}; one without ${
    rule.unestimated === 'leave-out'
      ? 'is left out'
      : `weighs ${String(rule.weightBy === 'estimate' ? rule.unestimated / 3600 : rule.unestimated)}`
  }.`;
};

/** The counting rule, a sentence for each thing it says. */
export const ruleSentences = ({ rule, fieldName, divisor }: WorkExplanation, format: Format): readonly string[] => [
  weightWords(rule, fieldName),
  rule.inProgressCredit === 0
    ? 'Work in progress gives no credit.'
    : `Work in progress gives ${percentText(rule.inProgressCredit)} of its weight.`,
  ...(rule.wanted === null
    ? []
    : [`Wanted are ${amountText(divisor, rule, format)}${rule.weightBy === 'count' ? ' issues' : ` ${unitWords(rule, fieldName)}`}.`]),
  ...(rule.shared === 'split' ? ['An issue that several key results count gives each an equal part.'] : []),
];

/** `33 of 53 counted issues done, 4 in progress. Left out: 3 cancelled.` */
export const countWords = ({ counts }: WorkExplanation, format: Format): string => {
  if (counts.inScope === 0) return 'No issues in scope yet, so there is nothing to count.';
  const leftOut = leftOutWords(counts);
  const done =
    counts.counted === 0
      ? 'None of the issues in scope counts'
      : `${format.number(counts.done)} of ${format.number(counts.counted)} counted ${counts.counted === 1 ? 'issue' : 'issues'} done`;
  const inProgress = counts.inProgress === 0 ? '' : `, ${format.number(counts.inProgress)} in progress`;
  return `${done}${inProgress}.${leftOut === '' ? '' : ` Left out: ${leftOut}.`}`;
};

const measures = { count: 'the number of issues', sum: 'the sum', average: 'the average' } as const;

/** What a query is asked for: `the sum of “Downtime”`. Null: people give the value. */
export const measureWords = ({ source, fieldName }: Pick<ValueExplanation, 'source' | 'fieldName'>): string | null => {
  if (source.by === 'hand') return null;
  if (source.measure === 'count') return measures.count;
  return `${measures[source.measure]} of ${fieldName === null ? 'a number field that Jira no longer has' : `“${fieldName}”`}`;
};

type Metric = ValueExplanation & { readonly start: number; readonly target: number };

/** The way gone and the whole way: `0.9 s of the 2.4 s from 4.2 s down to 1.8 s`. */
export const metricWords = ({ current, unit, start, target }: Metric, format: Format): string => {
  const measure = (value: number) => format.measure(value, unit);
  if (start === target) return `Start and target are both ${measure(start)}: there is no way to measure.`;
  const way = `from ${measure(start)} ${target > start ? 'up' : 'down'} to ${measure(target)}`;
  if (current === null) return `No value yet; the way is ${way}.`;
  const gone = target > start ? current - start : start - current;
  if (gone < 0) return `Now ${measure(current)}: ${measure(-gone)} the wrong way, ${way}.`;
  return `Now ${measure(current)}: ${measure(gone)} of the ${measure(Math.abs(target - start))} ${way}.`;
};

type Band = ValueExplanation & { readonly low: number; readonly high: number };

/** How the value lies to its band. */
export const bandWords = ({ current, unit, low, high }: Band, format: Format): string => {
  const measure = (value: number) => format.measure(value, unit);
  const band = `${measure(low)} to ${measure(high)}`;
  if (low > high) return `The band from ${band} is empty: there is nothing to stay in.`;
  if (current === null) return `No value yet; it is to stay within ${band}.`;
  if (current >= low && current <= high) return `Now ${measure(current)}, within ${band}: that counts in full.`;
  const off = current < low ? low - current : current - high;
  return `Now ${measure(current)}, ${measure(off)} ${current < low ? 'below' : 'above'} ${band}. Outside, progress falls by the distance divided by the width of the band, ${measure(high - low)}.`;
};

/** `The mean of its parts by weight. 2 not measured, left out.` */
export const rollUpWords = ({ measured: { measured, total }, weightSum }: RollUpExplanation, format: Format): string => {
  if (total === 0) return 'It has no parts yet, so there is nothing to measure.';
  const left = total - measured;
  const leftOut = left === 0 ? '' : ` ${format.number(left)} not measured, left out.`;
  if (measured === 0) return `None of its ${format.number(total)} ${total === 1 ? 'part is' : 'parts is'} measured.`;
  if (weightSum === 0) return `Its measured parts all weigh 0, so there is nothing to divide by.${leftOut}`;
  return `The mean of ${measured === 1 ? 'its one measured part' : `its ${format.number(measured)} measured parts`}, by weight.${leftOut}`;
};
