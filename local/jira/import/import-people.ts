/** Takes the people of an export in; those it knows by account id only get a plain name of our making. */
import type { Store } from '../store';
import { inventName } from './invent-name';
import { text } from './raw-values';
import { isObject } from './read-export';
import type { RawObject } from './read-export';

export type ImportedPeople = {
  /** A user object of the export; null for nobody. Gives the account id. */
  take(value: unknown): string | null;
  /** A bare account id, as changelogs have them. */
  takeId(value: unknown): string | null;
  count(): number;
};

export const createImportedPeople = (store: Store): ImportedPeople => {
  const seen = new Set<string>();
  const put = (accountId: string, raw: RawObject): string => {
    seen.add(accountId);
    if (!store.users.has(accountId)) {
      store.users.set(accountId, {
        accountId,
        displayName: text(raw['displayName']) ?? inventName(accountId),
        emailAddress: text(raw['emailAddress']) ?? '',
        active: raw['active'] !== false,
        siteAdmin: false,
      });
    }
    return accountId;
  };
  return {
    take: (value) => {
      if (!isObject(value)) return null;
      // Jira Server has no account ids, only keys and names.
      const accountId = text(value['accountId']) ?? text(value['key']) ?? text(value['name']);
      return accountId === null ? null : put(accountId, value);
    },
    takeId: (value) => {
      const accountId = text(value);
      return accountId === null ? null : put(accountId, {});
    },
    count: () => seen.size,
  };
};
