/** In which order a meeting walks the key results: those that need talk first, each with why, then the others on request. Pure. */
import type { KeyResultView, ObjectiveView } from '../../../src/contract/okr';
import type { BlockerView } from '../../../src/contract/rhythm';

export type Stop = {
  readonly keyResultId: string;
  readonly objectiveId: string;
  /** Why it needs talk, the gravest first; none where it does not. */
  readonly reasons: readonly Reason[];
};

const reasons = ['off-track', 'blocked', 'stale', 'at-risk', 'diverging'] as const;
export type Reason = (typeof reasons)[number];

function reasonsOf(keyResult: KeyResultView, blocked: ReadonlySet<string>): readonly Reason[] {
  const diverges = (keyResult.kind === 'metric' || keyResult.kind === 'band') && keyResult.track?.diverges === true;
  const holds: Readonly<Record<Reason, boolean>> = {
    'off-track': keyResult.health === 'off-track',
    blocked: blocked.has(keyResult.id),
    stale: keyResult.attention.isStale,
    'at-risk': keyResult.health === 'at-risk',
    diverging: diverges,
  };
  return reasons.filter((reason) => holds[reason]);
}

/** What needs talk by its gravest reason, then as it stands on the page; and the rest as it stands there. */
export function meetingOrder(
  objectives: readonly ObjectiveView[],
  blockers: readonly BlockerView[],
): { readonly talk: readonly Stop[]; readonly rest: readonly Stop[] } {
  const blocked = new Set(blockers.map(({ keyResultId }) => keyResultId));
  const all = objectives.flatMap(({ id, keyResults }) =>
    keyResults.map((keyResult): Stop => ({ keyResultId: keyResult.id, objectiveId: id, reasons: reasonsOf(keyResult, blocked) })),
  );
  const gravest = ({ reasons: [first] }: Stop): number => (first === undefined ? reasons.length : reasons.indexOf(first));
  return {
    talk: all.filter((stop) => stop.reasons.length > 0).toSorted((a, b) => gravest(a) - gravest(b)),
    rest: all.filter((stop) => stop.reasons.length === 0),
  };
}
