/**
 * Which lines a history has, by what it measures: a burn-up for work, the value on its way for a metric, its band, milestones in steps, an
 * objective against its pace. Pure; formatted numbers come in.
 */
import type { HistoryDay, ProgressHistory } from '../../../src/contract/history';
import type { ForecastView } from '../../../src/contract/forecast';
import type { KeyResultView } from '../../../src/contract/okr';
import type { CountingRule } from '../../../src/domain/model';
import { coneModel } from '../forecast/cone-model';
import type { Format } from '../../ui/format';
import type { ChartLine, ChartModel } from '../../ui/chart/chart-model';

const secondsInHour = 3600;

const lineOf = (history: ProgressHistory, valueOf: (day: HistoryDay) => number | null, line: Omit<ChartLine, 'points'>): ChartLine => ({
  ...line,
  points: history.days.map((each) => ({ day: each.day, value: valueOf(each) })),
});

const paceLine = ({ pace }: ProgressHistory, valueOf: (expected: number) => number): ChartLine => ({
  name: 'expected',
  look: 'expected',
  points: pace.map(({ day, expected }) => ({ day, value: valueOf(expected) })),
});

/** So many decimals that a thousandth of `span` still shows, at most three. */
const rounded = (value: number, span: number): number => {
  const decimals = span > 0 ? Math.min(3, Math.max(0, 2 - Math.floor(Math.log10(span)))) : 3;
  return Math.round(value * 10 ** decimals) / 10 ** decimals;
};

/** From the first day of the plan to its last, and on to today where that is later. */
const spanOf = ({ startDay, dueDay, today }: ProgressHistory) => ({ from: startDay, to: today > dueDay ? today : dueDay, today });

type Baseline = { readonly day: string; /** Σ weight then, in the unit of the rule. */ readonly weight: number } | null;

/** The scope, what of it is done, and the pace that would end at today's scope. */
export const burnUp = (
  history: ProgressHistory,
  rule: Pick<CountingRule, 'weightBy' | 'wanted'>,
  baseline: Baseline,
  format: Format,
  forecast?: ForecastView,
): ChartModel => {
  const inUnit = (amount: number) => (rule.weightBy === 'estimate' ? amount / secondsInHour : amount);
  const valueOf = (amount: number | null) => (amount === null ? null : inUnit(amount));
  const scopeNow = history.days.findLast(({ scope }) => scope !== null)?.scope ?? 0;
  const write = (value: number) => format.number(Math.round(value * 10) / 10);
  return {
    title: 'Burn-up',
    ...spanOf(history),
    lines: [
      lineOf(history, ({ done }) => valueOf(done), { name: 'done', look: 'reached', filled: true }),
      lineOf(history, ({ scope }) => valueOf(scope), { name: rule.wanted === null ? 'scope' : 'wanted', look: 'against' }),
      ...(baseline === null || rule.wanted !== null
        ? []
        : [
            {
              name: 'planned scope',
              look: 'planned' as const,
              points: [baseline.day, history.today].map((day) => ({ day, value: inUnit(baseline.weight) })),
            },
          ]),
      paceLine(history, (expected) => expected * inUnit(scopeNow)),
    ],
    band: null,
    cone: coneModel(forecast, inUnit),
    reaches: [0],
    write: rule.weightBy === 'estimate' ? (value) => `${write(value)}\u00a0h` : write,
  };
};

const percentChart = (history: ProgressHistory, title: string, reached: Omit<ChartLine, 'points'>, format: Format): ChartModel => ({
  title,
  ...spanOf(history),
  lines: [
    lineOf(history, ({ progress }) => (progress === null ? null : progress * 100), reached),
    paceLine(history, (expected) => expected * 100),
  ],
  band: null,
  reaches: [0, 100],
  write: (value) => `${format.number(Math.round(value))}\u00a0%`,
});

export const objectiveChart = (history: ProgressHistory, format: Format): ChartModel =>
  percentChart(history, 'Progress', { name: 'progress', look: 'reached', filled: true }, format);

/** The chart of what a key result is measured by; issues beside a value have a burn-up of their own. */
export const keyResultChart = (
  history: ProgressHistory,
  keyResult: KeyResultView,
  baseline: Baseline,
  format: Format,
  forecast?: ForecastView,
): ChartModel => {
  switch (keyResult.kind) {
    case 'work':
      return burnUp(history, keyResult.rule, baseline, format, forecast);
    case 'milestones':
      return percentChart(history, 'Milestones reached', { name: 'reached', look: 'reached', steps: true, filled: true }, format);
    case 'metric': {
      const { start, target, unit } = keyResult.metric;
      return {
        title: 'Value',
        ...spanOf(history),
        lines: [
          lineOf(history, ({ value }) => value, { name: 'value', look: 'reached' }),
          paceLine(history, (expected) => start + (target - start) * expected),
        ],
        band: null,
        cone: coneModel(forecast, (credit) => start + Math.sign(target - start) * credit),
        reaches: [start, target],
        write: (value) => format.measure(rounded(value, Math.abs(target - start)), unit),
      };
    }
    case 'band': {
      const { low, high, unit } = keyResult.band;
      return {
        title: 'Value',
        ...spanOf(history),
        lines: [lineOf(history, ({ value }) => value, { name: 'value', look: 'reached' })],
        band: { name: `within ${format.measure(low, unit)} to ${format.measure(high, unit)}`, low, high },
        reaches: [],
        write: (value) => format.measure(value, unit),
      };
    }
  }
};
