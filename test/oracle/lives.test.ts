/**
 * The app against the oracle: random sites live random lives while events are lost, doubled, shuffled and late, Jira refuses, its index lags and
 * runs die anywhere. After the recovery every number and every explanation is true. `OKR_SEED=any OKR_RUNS=50` plays fifty times as many lives
 * from a fresh seed, which is printed; what really took effect in them is counted and printed, so that nobody has to believe it.
 */
import fc from 'fast-check';
import { playLife, type LifeSums } from './play-life';
import { randomSite } from './random-site';
import { randomLife } from './random-steps';
import { runsOf } from './runs';

jest.setTimeout(24 * 3_600_000);

test('after the recovery pass every number and its explanation is true, whatever happened', async () => {
  const sums: LifeSums[] = [];
  await fc.assert(
    fc.asyncProperty(randomSite, randomLife, async (state, life) => {
      sums.push(await playLife(state, life));
    }),
    runsOf('lives', 40, false),
  );
  const total = (of: (one: LifeSums) => number): number => sums.reduce((sum, one) => sum + of(one), 0);
  const happened = new Map<string, number>();
  for (const one of sums) for (const [what, times] of one.happened) happened.set(what, (happened.get(what) ?? 0) + times);
  const often = [...happened].filter(([, times]) => times > 0).sort(([a], [b]) => a.localeCompare(b));
  process.stdout.write(
    `lives: ${sums.length} with ${total((one) => one.checkpoints)} checkpoints; compared ${total((one) => one.keyResults)} key results, ` +
      `${total((one) => one.objectives)} objectives, ${total((one) => one.issues)} listed issues\n` +
      `lives, what took effect or was compared, and how often: ${often.map(([what, times]) => `${what} ${times}`).join(', ')}\n`,
  );
});
