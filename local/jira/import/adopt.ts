/**
 * Takes records of an export into the site and remembers under which id. An id is kept where it is free or already
 * means the same thing; where it means something else here, a record that is the same thing is used, else a fresh id.
 */
import type { Store } from '../store';
import { idOf, nameOf } from './raw-values';
import type { RawObject } from './read-export';

export type Adopted = {
  /** The site's id for an export's id; undefined when it was not adopted. */
  get(rawId: string): string | undefined;
  /** Takes a record in once; later calls with the same export id give the same answer. */
  adopt(raw: RawObject): string;
};

type Options<T> = {
  readonly records: Map<string, T>;
  /** Whether a record of the site is what the export means. */
  readonly isSame: (record: T, raw: RawObject) => boolean;
  readonly make: (id: string, raw: RawObject) => T;
  /** Fresh ids in the kind's own form; plain numbers by default. */
  readonly freshId?: () => string;
};

export const createAdopted = <T extends { readonly id: string }>(store: Store, options: Options<T>): Adopted => {
  const { records, isSame, make, freshId = () => store.nextId() } = options;
  const adopted = new Map<string, string>();

  const place = (raw: RawObject): string => {
    const rawId = idOf(raw);
    const holder = rawId === null ? undefined : records.get(rawId);
    if (holder && isSame(holder, raw)) return holder.id;
    const freeId = holder ? null : rawId;
    const same = freeId === null ? [...records.values()].find((record) => isSame(record, raw)) : undefined;
    if (same) return same.id;
    const id = freeId ?? freshId();
    store.reserveId(id);
    records.set(id, make(id, raw));
    return id;
  };

  return {
    get: (rawId) => adopted.get(rawId),
    adopt: (raw) => {
      const key = idOf(raw) ?? `name:${nameOf(raw)}`;
      const known = adopted.get(key);
      if (known !== undefined) return known;
      const id = place(raw);
      adopted.set(key, id);
      return id;
    },
  };
};
