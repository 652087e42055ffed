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

/** How far the one run comes before the other begins, and how far that one comes before the first goes on to its end. */
export type Turns = { readonly before: number; readonly between: number };

/** All such turns of two runs of so many statements each. */
export function turnsOf(one: number, other: number): readonly Turns[] {
  const upTo = (count: number): readonly number[] => Array.from({ length: count }, (_, index) => index + 1);
  return [0, ...upTo(one - 1)].flatMap((before) => upTo(other).map((between) => ({ before, between })));
}

/**
 * Plays both to their ends; `after` each statement that follows others than in the turns before these: how far the one has come by itself, and the
 * other one after it, is seen in the turns in which it comes no further.
 */
export async function playInTurns({ before, between }: Turns, one: Step, other: Step, after: () => Promise<void>): Promise<void> {
  const play = async (step: Step, statements: number, isNew: (played: number) => boolean = () => true): Promise<void> => {
    for (let played = 1; played <= statements && (await step()); played += 1) if (isNew(played)) await after();
  };
  await play(one, before, (played) => between === 1 && played === before);
  await play(other, between, (played) => played === between);
  await play(one, Infinity);
  await play(other, Infinity);
}
