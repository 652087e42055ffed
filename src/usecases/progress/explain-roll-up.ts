/**
 * The parts behind a rolled-up number. Parts in projects the viewer may not browse are summed up, so that all of them add up to it. Private
 * objectives are never among them: they enter no other number.
 */
import type { RollUpExplanation, RollUpPart, UncountedPart } from '../../contract/explanation';
import type { Actor, Deps } from '../deps';
import { visibleHomes } from '../permission';

/** In the order of `parts`. At most one Jira call. */
export async function explainRollUp(
  deps: Deps,
  actor: Actor,
  parts: readonly RollUpPart[],
  uncounted: readonly UncountedPart[] = [],
): Promise<RollUpExplanation> {
  const maySee = await visibleHomes(
    deps,
    actor,
    [...parts, ...uncounted].map(({ home }) => home),
  );
  const measured = parts.filter(({ progress }) => progress !== null);
  const hidden = parts.filter(({ home }) => !maySee(home));
  const hiddenMeasured = hidden.filter(({ progress }) => progress !== null);
  const sum = (of: readonly RollUpPart[], term: (part: RollUpPart) => number): number => of.reduce((total, part) => total + term(part), 0);
  return {
    parts: parts.filter(({ home }) => maySee(home)),
    hidden: {
      parts: hidden.length,
      measured: hiddenMeasured.length,
      weight: sum(hiddenMeasured, ({ weight }) => weight),
      credit: sum(hiddenMeasured, ({ weight, progress }) => weight * (progress ?? 0)),
    },
    weightSum: sum(measured, ({ weight }) => weight),
    measured: { measured: measured.length, total: parts.length },
    uncounted: uncounted.filter(({ home }) => maySee(home)),
  };
}
