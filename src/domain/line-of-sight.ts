/**
 * Lines through a forest of alignment: which objectives reach a goal of the company, the line from one objective to its top, and everything on
 * the lines through some of them. Knows the forest only; what a line looks like is not known here.
 */
import type { Aligned, AlignmentForest, Link } from './alignment-forest';

/** Every objective with those under it, each after the one it stands under; as deep as the forest goes without a call of its own a level. */
function* downward<T extends Aligned>(forest: AlignmentForest<T>, from: readonly T[]): Generator<T> {
  const open = from.toReversed();
  for (let next = open.pop(); next; next = open.pop()) {
    yield next;
    open.push(...(forest.childrenOf.get(next.id) ?? []).toReversed());
  }
}

/** The whole forest in the order it is read: each objective, then what stands under it. */
export const inReadingOrder = <T extends Aligned>(forest: AlignmentForest<T>): readonly T[] => [...downward(forest, forest.roots)];

/** Ids of the objectives of the company and of those whose links hold all the way up to one. */
export function reachingCompany(forest: AlignmentForest): ReadonlySet<string> {
  const reaching = new Set<string>();
  for (const { id, home } of downward(forest, forest.roots)) {
    const parent = forest.parentOf.get(id);
    const held = parent !== undefined && forest.linkOf.get(id)?.state === 'held' && reaching.has(parent.id);
    if (home.level === 'company' || held) reaching.add(id);
  }
  return reaching;
}

/** From the objective up to the one that stands under nobody, itself first; empty for one that is not there. */
export function lineToTop<T extends Aligned>(forest: AlignmentForest<T>, id: string): readonly T[] {
  const line: T[] = [];
  for (let at = forest.byId.get(id); at; at = forest.parentOf.get(at.id)) line.push(at);
  return line;
}

/** These, everything above them and everything under them. */
export function linesThrough<T extends Aligned>(forest: AlignmentForest<T>, ids: Iterable<string>): ReadonlySet<string> {
  const on = new Set<string>();
  const starts = [...ids].flatMap((id) => forest.byId.get(id) ?? []);
  for (const start of starts) for (const { id } of lineToTop(forest, start.id)) on.add(id);
  for (const { id } of downward(forest, starts)) on.add(id);
  return on;
}

/** True for a link that somebody should look at: it does not hold, passes over a level, or has lost its key result. */
export const isToLookAt = ({ state, skipsLevel, lostKeyResult }: Link): boolean => state !== 'held' || skipsLevel || lostKeyResult;

export type LinkToLookAt<T extends Aligned> = { readonly objective: T; readonly link: Link };

/** In reading order. */
export const linksToLookAt = <T extends Aligned>(forest: AlignmentForest<T>): readonly LinkToLookAt<T>[] =>
  inReadingOrder(forest).flatMap((objective) => {
    const link = forest.linkOf.get(objective.id);
    return link && isToLookAt(link) ? [{ objective, link }] : [];
  });
