/**
 * How many runs a property gets and from which seed: `OKR_RUNS` multiplies what is given by default, `OKR_SEED` names another seed than the
 * standard one, and `any` draws one. The seed is
 * printed at the start, so that a failure can be played again; with the path of the failure (`OKR_PATH`) it comes first.
 */
import { randomInt } from 'node:crypto';

/** The same runs everywhere, so that a change is judged by itself. */
const STANDARD_SEED = 4242;

type Failure = {
  readonly failed: boolean;
  readonly seed: number;
  readonly counterexamplePath: string | null;
  readonly counterexample: unknown;
  readonly numRuns: number;
  readonly errorInstance: unknown;
};

export type Runs = {
  readonly seed: number;
  readonly path: string;
  readonly numRuns: number;
  readonly endOnFailure: boolean;
  readonly asyncReporter: (details: Failure) => Promise<void>;
};

const textFrom = (name: string): string => process.env[name] ?? '';
const numberFrom = (name: string): number | null => (textFrom(name) === '' ? null : Number(textFrom(name)));

/** What went wrong and how to see it again, without the whole site it went wrong on. */
async function report({ failed, seed, counterexamplePath, counterexample, numRuns, errorInstance }: Failure): Promise<void> {
  if (!failed) return;
  const text = JSON.stringify(counterexample);
  const short = text.length > 3000 ? '' : `\n${text}`;
  const again = `Run ${numRuns} failed. See it again with OKR_SEED=${seed} OKR_PATH=${counterexamplePath ?? ''}`;
  const cause = errorInstance instanceof Error ? errorInstance.message : String(errorInstance);
  throw new Error(`${again}${short}\n${cause}`);
}

/** Shrinking plays many more lives; where it is off, `OKR_SHRINK=1` turns it on. */
export function runsOf(what: string, standard: number, shrinks: boolean): Runs {
  const seed = textFrom('OKR_SEED') === 'any' ? randomInt(1, 2 ** 31 - 1) : (numberFrom('OKR_SEED') ?? STANDARD_SEED);
  const numRuns = Math.max(1, Math.round(standard * (numberFrom('OKR_RUNS') ?? 1)));
  process.stdout.write(`${what}: ${numRuns} runs, OKR_SEED=${seed}\n`);
  return { seed, path: textFrom('OKR_PATH'), numRuns, endOnFailure: !shrinks && textFrom('OKR_SHRINK') !== '1', asyncReporter: report };
}
