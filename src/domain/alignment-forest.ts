/**
 * Objectives as the forest their alignment makes: who stands under whom, which links do not hold, and which pass over a level.
 * Knows objectives only as places with a parent; the same answer in whatever order they come. What is drawn of it is not known here.
 */
import { homeKey, levels, type Home } from './home';
import type { ContributionState } from './model';

/** Why the objective above is not among those at hand. `unseen`: the reader may not know which one it is. */
export type MissingParent = 'archived' | 'gone' | 'other-cycle' | 'unseen';

export type Aligned = {
  readonly id: string;
  /** Orders objectives of one place, as people put them; equals go by number. */
  readonly rank: number;
  /** Of the human key. */
  readonly number: number;
  readonly home: Home;
  /** Null: aligned to nothing, or to what may not be named. */
  readonly parentId: string | null;
  readonly missing?: MissingParent | null;
  /** How the side above stands to it; without it nobody was asked, which counts as accepted. */
  readonly contribution?: ContributionState | null;
  /** It was to serve a key result that is not there any more: the objective above stands in as a whole. */
  readonly lostKeyResult?: boolean;
};

/** A link that holds is the only one that carries anything upward. `loop`: left out, because the objective above stands below. */
export type LinkState = 'held' | 'loop' | MissingParent | Exclude<ContributionState, 'accepted'>;

export type Link = {
  readonly state: LinkState;
  /** It passes over a group that has objectives of its own. */
  readonly skipsLevel: boolean;
  /** The key result it was to serve is not there any more. */
  readonly lostKeyResult: boolean;
};

export type AlignmentForest<T extends Aligned = Aligned> = {
  readonly byId: ReadonlyMap<string, T>;
  /** Those that stand under nobody: widest level first, by place, by rank and number. */
  readonly roots: readonly T[];
  /** In the same order; nobody's list is missing. */
  readonly childrenOf: ReadonlyMap<string, readonly T[]>;
  /** Under whom each stands, also where the link is waiting or declined; without an entry for roots. */
  readonly parentOf: ReadonlyMap<string, T>;
  /** Of everything that is aligned, whether or not the objective above is at hand. */
  readonly linkOf: ReadonlyMap<string, Link>;
};

/** A group of projects, as far as levels go. */
export type ProjectGroup = { readonly id: string; readonly projectIds: readonly string[] };

const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

const inOrder = (a: Aligned, b: Aligned): number =>
  levels.indexOf(a.home.level) - levels.indexOf(b.home.level) ||
  compareText(homeKey(a.home), homeKey(b.home)) ||
  a.rank - b.rank ||
  a.number - b.number ||
  compareText(a.id, b.id);

/** The objective of each loop that becomes its top: the first of it in order, whoever the loop is come upon from. */
function topsOfLoops(ordered: readonly Aligned[], byId: ReadonlyMap<string, Aligned>): ReadonlySet<string> {
  const tops = new Set<string>();
  const done = new Set<string>();
  for (const start of ordered) {
    const path = new Set<string>();
    let at: Aligned | undefined = start;
    while (at && !done.has(at.id) && !path.has(at.id)) {
      path.add(at.id);
      at = at.parentId === null ? undefined : byId.get(at.parentId);
    }
    if (at && path.has(at.id)) {
      const ids = [...path];
      const loop = new Set(ids.slice(ids.indexOf(at.id)));
      const top = ordered.find(({ id }) => loop.has(id));
      if (top) tops.add(top.id);
    }
    for (const id of path) done.add(id);
  }
  return tops;
}

/** The groups with objectives of their own that each project is in. */
function groupedProjects(objectives: readonly Aligned[], groups: readonly ProjectGroup[]): ReadonlySet<string> {
  const active = new Set(objectives.flatMap(({ home }) => (home.level === 'group' ? [home.groupId] : [])));
  return new Set(groups.flatMap(({ id, projectIds }) => (active.has(id) ? projectIds : [])));
}

/** `objectives` name each id once. */
export function alignmentForest<T extends Aligned>(objectives: readonly T[], groups: readonly ProjectGroup[]): AlignmentForest<T> {
  const ordered = objectives.toSorted(inOrder);
  const byId = new Map(ordered.map((objective) => [objective.id, objective]));
  const tops = topsOfLoops(ordered, byId);
  const grouped = groupedProjects(ordered, groups);
  const roots: T[] = [];
  const childrenOf = new Map(ordered.map(({ id }) => [id, [] as T[]]));
  const parentOf = new Map<string, T>();
  const linkOf = new Map<string, Link>();
  for (const objective of ordered) {
    const { id, parentId, home, missing = null, contribution, lostKeyResult = false } = objective;
    const broken = (state: LinkState): Link => ({ state, skipsLevel: false, lostKeyResult: false });
    const parent = parentId === null || tops.has(id) ? undefined : byId.get(parentId);
    if (parent) {
      parentOf.set(id, parent);
      childrenOf.get(parent.id)?.push(objective);
      const skipsLevel = home.level === 'project' && parent.home.level === 'company' && grouped.has(home.projectId);
      const state = contribution === 'waiting' || contribution === 'declined' ? contribution : 'held';
      linkOf.set(id, { state, skipsLevel, lostKeyResult });
    } else {
      roots.push(objective);
      if (tops.has(id)) linkOf.set(id, broken('loop'));
      else if (parentId !== null || missing !== null) linkOf.set(id, broken(missing ?? 'gone'));
    }
  }
  return { byId, roots, childrenOf, parentOf, linkOf };
}
