/**
 * The numbers above the list: how far the whole set is, how its key results stand and are looked after, how much of the work is done.
 * Pure; the mean and the health come from the domain, so that the page and the backend cannot disagree.
 */
import type { ObjectiveView, ProgressView, ProjectOkrs } from '../../../src/contract/okr';
import { healthByChance, meanChance } from '../../../src/domain/health-by-chance';
import type { Health } from '../../../src/domain/model';
import { rollUp } from '../../../src/domain/roll-up';
import { attentionOf, type Attention } from '../check-ins/attention';

export type Summary = {
  readonly set: ProgressView & { readonly measured: number; readonly total: number };
  readonly keyResults: number;
  /** How many key results are of each health; those of none are missing. */
  readonly byHealth: ReadonlyMap<Health, number>;
  readonly attention: Attention;
  /** Sums over the work key results: an issue that serves two of them is in both. */
  readonly work: { readonly done: number; readonly counted: number; readonly leftOut: number };
};

export const summarize = (
  objectives: readonly ObjectiveView[],
  { cycle, today, thresholds }: Pick<ProjectOkrs, 'cycle' | 'today' | 'thresholds'>,
): Summary => {
  const measured = objectives.filter((objective) => objective.progress !== null);
  const { progress, ...count } = rollUp(objectives);
  const expected = rollUp(measured.map(({ weight, expected: pace }) => ({ weight, progress: pace }))).progress;
  const keyResults = objectives.flatMap((objective) => objective.keyResults);
  const byHealth = new Map<Health, number>();
  for (const { health } of keyResults) byHealth.set(health, (byHealth.get(health) ?? 0) + 1);
  const work = keyResults.flatMap((keyResult) => (keyResult.kind === 'work' ? [keyResult.work] : []));
  return {
    set: {
      progress,
      expected,
      health: healthByChance(
        {
          progress,
          expected: expected ?? 0,
          today,
          startDay: cycle.startDay,
          isDraft: cycle.state === 'draft',
          chance: meanChance(objectives, thresholds),
        },
        thresholds,
      ),
      ...count,
    },
    keyResults: keyResults.length,
    attention: attentionOf(objectives, today),
    byHealth,
    work: {
      done: work.reduce((sum, counts) => sum + counts.done, 0),
      counted: work.reduce((sum, counts) => sum + counts.counted, 0),
      leftOut: work.reduce((sum, counts) => sum + counts.inScope - counts.counted, 0),
    },
  };
};
