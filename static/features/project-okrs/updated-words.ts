/** How long ago somebody last looked at something, as the grid says it in a few letters. Pure. */
import type { KeyResultView, ObjectiveView } from '../../../src/contract/okr';

export type Updated = {
  /** `today`, `2 d ago`, `stale 11 d`, `live`. */
  readonly short: string;
  /** The same as a sentence. */
  readonly long: string;
  readonly isStale: boolean;
};

const dayMs = 86_400_000;

const daysBetween = (from: string, to: string): number => Math.max(0, Math.round((Date.parse(to) - Date.parse(from)) / dayMs));

const days = (count: number): string => (count === 1 ? '1 day' : `${count} days`);

/** Asks Jira for its value by itself, and nobody has said anything of it. */
const isLive = (of: KeyResultView | ObjectiveView): boolean =>
  'kind' in of &&
  of.attention.lastDay === null &&
  ((of.kind === 'metric' && of.metric.source.by === 'jira') || (of.kind === 'band' && of.band.source.by === 'jira'));

export const updatedWords = (of: KeyResultView | ObjectiveView, today: string): Updated => {
  const ago = daysBetween(of.updatedAt.slice(0, 10), today);
  if ('attention' in of && of.attention.isStale) {
    const since = of.attention.lastDay ?? of.updatedAt.slice(0, 10);
    const count = daysBetween(since, today);
    return { short: `stale ${count} d`, long: `Stale: nobody has checked in for ${days(count)}`, isStale: true };
  }
  if (isLive(of)) return { short: 'live', long: 'Jira keeps the value', isStale: false };
  if (ago === 0) return { short: 'today', long: 'Updated today', isStale: false };
  return { short: `${ago} d ago`, long: `Updated ${days(ago)} ago`, isStale: false };
};
