/**
 * What a reader of the company page has chosen to see, kept in the query part of its address so that a reload keeps it and a link shows it to
 * others; and the lines that follow from it. Pure; knows nothing of how they are drawn.
 */
import type { KeyResultView, ObjectiveView } from '../../../src/contract/okr';
import { homeKey, levels, type Home, type Level } from '../../../src/domain/home';
import type { Health } from '../../../src/domain/model';
import {
  cycleOfSearch,
  filtered,
  filterOfSearch,
  isFiltering,
  searchOfFilter,
  type Filter,
  type FoundObjective,
} from '../project-okrs/filter';
import { okrRows, type OkrRow } from '../project-okrs/okr-rows';

export const orders = ['key', 'progress', 'health', 'title', 'owner', 'checked-in'] as const;
/** By key; least progress first; worst health first; by title; by the owner's name, nobody last; longest unattended first. Always within a place. */
export type Order = (typeof orders)[number];

export type CompanyView = {
  /** Null: the cycle of today. */
  readonly cycleId: string | null;
  readonly filter: Filter;
  readonly level: Level | null;
  /** Only what the reader owns or contributes to. */
  readonly mine: boolean;
  readonly order: Order;
};

export const viewOfSearch = (search: string): CompanyView => {
  const params = new URLSearchParams(search);
  return {
    cycleId: cycleOfSearch(search),
    filter: filterOfSearch(search),
    level: levels.find((level) => level === params.get('level')) ?? null,
    mine: params.get('mine') === 'yes',
    order: orders.find((order) => order === params.get('order')) ?? 'key',
  };
};

/** Other parameters stay. */
export const searchOfView = ({ cycleId, filter, level, mine, order }: CompanyView, search: string): string => {
  const params = new URLSearchParams(searchOfFilter(filter, cycleId, search));
  const entries = { level, mine: mine ? 'yes' : null, order: order === 'key' ? null : order };
  for (const [key, value] of Object.entries(entries)) {
    if (value === null) params.delete(key);
    else params.set(key, value);
  }
  const text = params.toString();
  return text === '' ? '' : `?${text}`;
};

export const isNarrowed = ({ filter, level, mine }: CompanyView): boolean => isFiltering(filter) || level !== null || mine;

type Owned = Pick<ObjectiveView | KeyResultView, 'ownerAccountId' | 'contributorIds'>;

const isOf = (accountId: string | null, { ownerAccountId, contributorIds }: Owned): boolean =>
  accountId !== null && (ownerAccountId === accountId || contributorIds.includes(accountId));

/** Whoever has an objective has all its key results; whoever has a key result is shown it in its objective. */
const mineOnly = (found: readonly FoundObjective[], accountId: string | null): readonly FoundObjective[] =>
  found.flatMap(({ objective, keyResults }) => {
    if (isOf(accountId, objective)) return [{ objective, keyResults }];
    const own = keyResults.filter((keyResult) => isOf(accountId, keyResult));
    return own.length > 0 ? [{ objective, keyResults: own }] : [];
  });

const worstFirst: readonly Health[] = ['off-track', 'at-risk', 'not-measured', 'not-started', 'on-track', 'done'];

/** The day of the last check-in on any of its key results; empty where there was none. */
const lastCheckIn = ({ keyResults }: ObjectiveView): string =>
  keyResults.reduce((last, { attention: { lastDay } }) => (lastDay !== null && lastDay > last ? lastDay : last), '');

type Names = ReadonlyMap<string | null, string>;

const compare: Readonly<Record<Exclude<Order, 'key'>, (a: ObjectiveView, b: ObjectiveView, names: Names) => number>> = {
  progress: (a, b) => (a.progress ?? -1) - (b.progress ?? -1),
  health: (a, b) => worstFirst.indexOf(a.health) - worstFirst.indexOf(b.health),
  title: (a, b) => a.title.localeCompare(b.title),
  owner: (a, b, names) =>
    Number(a.ownerAccountId === null) - Number(b.ownerAccountId === null) ||
    (names.get(a.ownerAccountId) ?? '').localeCompare(names.get(b.ownerAccountId) ?? ''),
  'checked-in': (a, b) => (lastCheckIn(a) < lastCheckIn(b) ? -1 : lastCheckIn(a) > lastCheckIn(b) ? 1 : 0),
};

/** What is to be seen of these, in the order given where nothing else decides. */
export const seen = (
  objectives: readonly ObjectiveView[],
  view: CompanyView,
  accountId: string | null,
  ownerNames: Names = new Map(),
): readonly FoundObjective[] => {
  const atLevel = view.level === null ? objectives : objectives.filter(({ home }) => home.level === view.level);
  const found = filtered(atLevel, view.filter);
  const own = view.mine ? mineOnly(found, accountId) : found;
  if (view.order === 'key') return own;
  const by = compare[view.order];
  return own.toSorted((a, b) => by(a.objective, b.objective, ownerNames));
};

const noneCollapsed: ReadonlySet<string> = new Set();

/** The company first, then groups by name, then projects as they come; objectives of one place together. */
export const companyRows = (
  found: readonly FoundObjective[],
  groups: readonly { readonly id: string; readonly name: string }[],
  collapsed: ReadonlySet<string> = noneCollapsed,
): readonly OkrRow[] => {
  const places = new Map<string, { readonly home: Home; readonly found: FoundObjective[] }>();
  for (const one of found) {
    const { home } = one.objective;
    const place = places.get(homeKey(home)) ?? { home, found: [] };
    places.set(homeKey(home), place);
    place.found.push(one);
  }
  const rank = (home: Home): number => (home.level === 'group' ? groups.findIndex(({ id }) => id === home.groupId) : 0);
  const projectIdText = (home: Home): string => (home.level === 'project' ? home.projectId : '');
  const ordered = [...places.values()].toSorted(
    (a, b) =>
      levels.indexOf(a.home.level) - levels.indexOf(b.home.level) ||
      rank(a.home) - rank(b.home) ||
      projectIdText(a.home).localeCompare(projectIdText(b.home)),
  );
  const nameOf = (home: Home): string | null => {
    if (home.level === 'company') return 'Company';
    return home.level === 'group' ? (groups.find(({ id }) => id === home.groupId)?.name ?? 'An archived group') : null;
  };
  return ordered.flatMap(({ home, found: here }, index): readonly OkrRow[] => [
    { type: 'place', id: homeKey(home), home, name: nameOf(home), position: index + 1, siblings: ordered.length },
    ...okrRows(here, collapsed),
  ]);
};
