/**
 * A forecast that was published with its inputs and its result (Magennis, a spreadsheet of 500 trials), asked of our own rule: every number of
 * stories and every share of them that splits is equally likely, and so is every whole number of stories a week within the estimate.
 */
import { z } from 'zod';
import { dayOfChance, finishingDays, RUNS, type FinishingDays } from '../../../src/domain/forecast/finishing-days';

const publishedSchema = z.object({
  inputs: z.object({
    storiesLow: z.int(),
    storiesHigh: z.int(),
    splitLow: z.number(),
    splitHigh: z.number(),
    throughputLowPerWeek: z.int(),
    throughputHighPerWeek: z.int(),
  }),
  resultTable: z.array(z.object({ likelihood: z.number(), periods: z.int() })),
  trials: z.array(z.unknown()),
});

export type Percentile = { readonly likelihood: number; readonly published: number; readonly ours: number };

/** Shares between the lowest and the highest split that are tried. */
const SPLITS = 101;
const HORIZON_WEEKS = 60;

const wholeNumbers = (low: number, high: number): readonly number[] => Array.from({ length: high - low + 1 }, (_, index) => low + index);

/**
 * Their percentiles beside ours, in weeks. The inner ones are ours of 10,000 runs; the first and the last of the published are the extremes of their
 * trials, so ours are those of as many runs. `stir` (whole number) makes another seed of the same question.
 */
export function publishedForecast(text: string, stir = 0): readonly Percentile[] {
  const { inputs, resultTable, trials } = publishedSchema.parse(JSON.parse(text));
  const splits = Array.from(
    { length: SPLITS },
    (_, index) => inputs.splitLow + ((inputs.splitHigh - inputs.splitLow) * index) / (SPLITS - 1),
  );
  const divisors = wholeNumbers(inputs.storiesLow, inputs.storiesHigh).flatMap((stories) =>
    splits.map((split) => Math.round(stories * split)),
  );
  const weeks = wholeNumbers(inputs.throughputLowPerWeek, inputs.throughputHighPerWeek).map((finished, index) => ({
    finished: index === 0 ? finished + stir * 1e-8 : finished,
    added: 0,
  }));
  const run = (runs: number): FinishingDays =>
    finishingDays({ creditSum: 0, divisors, target: 1, weeks, weeksAre: 'all-there-is' }, HORIZON_WEEKS, runs);
  const [many, asPublished] = [run(RUNS), run(trials.length)];
  return resultTable.map(({ likelihood, periods }) => {
    const isExtreme = likelihood === 0 || likelihood === 1;
    const days = dayOfChance(isExtreme ? asPublished : many, likelihood === 0 ? 1 / trials.length : likelihood);
    return { likelihood, published: periods, ours: days === null ? Infinity : Math.ceil(days / 7) };
  });
}
