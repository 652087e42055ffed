/**
 * How many runs a property gets and from which seed: `OKR_RUNS` multiplies what is given by default, `OKR_SEED` repeats a run. The seed is
 * printed at the start, so that a failure can be played again.
 */
import { randomInt } from 'node:crypto';

export type Runs = { readonly seed: number; readonly numRuns: number; readonly endOnFailure: boolean };

const numberFrom = (name: string): number | null => {
  const text = process.env[name] ?? '';
  return text === '' ? null : Number(text);
};

/** Shrinking plays many more lives; it is off where a life is long, and on again with `OKR_SHRINK=1`. */
export function runsOf(what: string, standard: number, shrinks: boolean): Runs {
  const seed = numberFrom('OKR_SEED') ?? randomInt(1, 2 ** 31 - 1);
  const numRuns = Math.max(1, Math.round(standard * (numberFrom('OKR_RUNS') ?? 1)));
  process.stdout.write(`${what}: ${numRuns} runs, OKR_SEED=${seed}\n`);
  return { seed, numRuns, endOnFailure: !shrinks && (process.env.OKR_SHRINK ?? '') !== '1' };
}
