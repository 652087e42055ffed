/**
 * Which objectives and key results a search and three choices leave on the page, and how they are written into its address.
 * Pure; knows nothing of how the filters are drawn.
 */
import type { KeyResultView, ObjectiveView } from '../../../src/contract/okr';
import type { Health } from '../../../src/domain/model';

/** `owner` is an account id or `nobody`. Null: no filter. */
export type Filter = {
  readonly text: string;
  readonly owner: string | null;
  readonly health: Health | null;
  readonly kind: KeyResultView['kind'] | null;
};

export const nobody = 'nobody';
export const noFilter: Filter = { text: '', owner: null, health: null, kind: null };

export const isFiltering = (filter: Filter): boolean =>
  filter.text.trim() !== '' || filter.owner !== null || filter.health !== null || filter.kind !== null;

const kinds: readonly KeyResultView['kind'][] = ['work', 'metric', 'band', 'milestones'];
const healths: readonly Health[] = ['done', 'on-track', 'at-risk', 'off-track', 'not-started', 'not-measured'];

/** From the query part of an address; what is not understood is no filter. */
export const filterOfSearch = (search: string): Filter => {
  const params = new URLSearchParams(search);
  return {
    text: params.get('q') ?? '',
    owner: params.get('owner'),
    health: healths.find((health) => health === params.get('health')) ?? null,
    kind: kinds.find((kind) => kind === params.get('kind')) ?? null,
  };
};

/** Writes a filter and the chosen cycle into the query part of an address; other parameters stay. */
export const searchOfFilter = (filter: Filter, cycleId: string | null, search: string): string => {
  const params = new URLSearchParams(search);
  const entries = { q: filter.text.trim(), owner: filter.owner, health: filter.health, kind: filter.kind, cycle: cycleId };
  for (const [key, value] of Object.entries(entries)) {
    if (value) params.set(key, value);
    else params.delete(key);
  }
  const text = params.toString();
  return text === '' ? '' : `?${text}`;
};

export const cycleOfSearch = (search: string): string | null => new URLSearchParams(search).get('cycle');

type Searchable = Pick<ObjectiveView, 'key' | 'title' | 'ownerAccountId' | 'health'>;

/** What a thing is searched in, kept while the thing is: a company's are searched at every letter. */
const searched = new WeakMap<Searchable, string>();

const searchedIn = (thing: Searchable): string => {
  const known = searched.get(thing);
  if (known !== undefined) return known;
  const text = `${thing.key} ${thing.title}`.toLocaleLowerCase();
  searched.set(thing, text);
  return text;
};

/** `text` in lower case. */
const says = (thing: Searchable, text: string): boolean => searchedIn(thing).includes(text);

const passes = (thing: Searchable, filter: Filter) =>
  (filter.owner === null || (thing.ownerAccountId ?? nobody) === filter.owner) &&
  (filter.health === null || thing.health === filter.health);

/** An objective and those of its key results that are to be shown. The objective stays whole: its numbers are of all of them. */
export type FoundObjective = {
  readonly objective: ObjectiveView;
  readonly keyResults: readonly KeyResultView[];
};

/**
 * Objectives with the key results that pass. Words found in an objective are found for all its key results; an objective stays when it passes
 * itself or as the place of a key result that does. The input's order is kept.
 */
export const filtered = (objectives: readonly ObjectiveView[], filter: Filter): readonly FoundObjective[] => {
  const text = filter.text.trim().toLocaleLowerCase();
  return objectives.flatMap((objective) => {
    if (!isFiltering(filter)) return [{ objective, keyResults: objective.keyResults }];
    const saysIt = says(objective, text);
    const keyResults = objective.keyResults.filter(
      (keyResult) =>
        (saysIt || says(keyResult, text)) && passes(keyResult, filter) && (filter.kind === null || keyResult.kind === filter.kind),
    );
    const stays = keyResults.length > 0 || (saysIt && filter.kind === null && passes(objective, filter));
    return stays ? [{ objective, keyResults }] : [];
  });
};
