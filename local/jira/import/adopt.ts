/**
 * Takes records of an export into the site and remembers under which id. An id is kept where it is free or already
 * means the same thing (same name); where it means something else here, the name decides, and failing that a fresh id.
 */
import type { Store } from '../store';

export type Adopted = {
  /** The site's id for an export's id; undefined when it was not adopted. */
  get(rawId: string): string | undefined;
  /** Takes a record in once; later calls with the same export id give the same answer. */
  adopt(rawId: string | null, name: string): string;
  readonly ids: Iterable<string>;
};

type Options<T> = {
  readonly records: Map<string, T>;
  /** Whether a record of the site is the one the export means by this name. */
  readonly isSame: (record: T, name: string) => boolean;
  readonly make: (id: string, name: string) => T;
  /** Fresh ids in the kind's own form; plain numbers by default. */
  readonly freshId?: () => string;
};

export const createAdopted = <T extends { readonly id: string }>(store: Store, options: Options<T>): Adopted => {
  const { records, isSame, make, freshId = () => store.nextId() } = options;
  const adopted = new Map<string, string>();

  const place = (rawId: string | null, name: string): string => {
    const holder = rawId === null ? undefined : records.get(rawId);
    if (holder && isSame(holder, name)) return holder.id;
    const free = rawId !== null && !holder;
    const namesake = free ? undefined : [...records.values()].find((record) => isSame(record, name));
    if (namesake) return namesake.id;
    const id = free ? rawId : freshId();
    store.reserveId(id);
    records.set(id, make(id, name));
    return id;
  };

  return {
    get: (rawId) => adopted.get(rawId),
    adopt: (rawId, name) => {
      const key = rawId ?? `name:${name}`;
      const known = adopted.get(key);
      if (known !== undefined) return known;
      const id = place(rawId, name);
      adopted.set(key, id);
      return id;
    },
    get ids() {
      return adopted.values();
    },
  };
};
