/**
 * Plays runs against each other statement by statement: a run gets a client that holds each of its statements until the test lets it through.
 * The statements are the run's own, so a changed order in the app is a changed order here. Knows nothing of what runs do.
 */
import type { SqlClient } from '../../../src/store/sql-client';

/** Lets the next statement through and comes back when the run asks for another one or has ended; false when it had ended before. */
export type Step = () => Promise<boolean>;

/** A run that asks for one statement at a time. Whatever it does before its first one is done at once; nobody has to bring it to its end. */
export function stepThrough(sql: SqlClient, run: (sql: SqlClient) => Promise<unknown>): Step {
  let letThrough = (): void => undefined;
  let arrive = (): void => undefined;
  const nextArrival = (): Promise<'waiting'> => new Promise((resolve) => (arrive = () => resolve('waiting')));
  const hold = (): Promise<void> =>
    new Promise((resolve) => {
      letThrough = resolve;
      arrive();
    });

  let arrival = nextArrival();
  const end = run({
    query: async (...given) => {
      await hold();
      return sql.query(...given);
    },
    run: async (...given) => {
      await hold();
      return sql.run(...given);
    },
  }).then((): 'ended' => 'ended');

  return async () => {
    if ((await Promise.race([arrival, end])) === 'ended') return false;
    arrival = nextArrival();
    letThrough();
    await Promise.race([arrival, end]);
    return true;
  };
}

/** How many statements a run has: plays it to its end. */
export async function stepToEnd(step: Step): Promise<number> {
  let steps = 0;
  while (await step()) steps += 1;
  return steps;
}

/** Statements of the first run, of the second, of the first again; then the second goes to its end, then the first does. */
export type Turns = readonly [number, number, number];

/** All such turns of two runs of so many statements each, without those that come to the same. */
export function turnsOf(first: number, second: number): readonly Turns[] {
  const turns: Turns[] = [[first, second, 0]];
  for (let begin = 0; begin < first; begin += 1)
    for (let between = 1; between <= second; between += 1)
      // Once the second has ended, how the rest of the first is cut makes no difference.
      for (let goOn = between === second ? first - begin : 1; goOn <= first - begin; goOn += 1) turns.push([begin, between, goOn]);
  return turns;
}

/** Plays both to their ends; `after` each statement. */
export async function playInTurns([begin, between, goOn]: Turns, first: Step, second: Step, after: () => Promise<void>): Promise<void> {
  const play = async (step: Step, statements: number): Promise<void> => {
    for (let played = 0; played < statements && (await step()); played += 1) await after();
  };
  await play(first, begin);
  await play(second, between);
  await play(first, goOn);
  await play(second, Infinity);
  await play(first, Infinity);
}
