/**
 * Tells the backend which objectives the reader has come to see, once each and after they are on the screen: nothing waits for it, and nobody hears of
 * it when it fails, because the next time will do.
 */
import { useEffect } from 'react';
import { useHost, type Host } from '../../host';

const told = new WeakMap<Host, Set<string>>();

/** Long enough for the screen to be drawn and for what came at once to go in one request. */
const PAUSE_MS = 500;

export const useNoteOpened = (objectiveIds: readonly string[]): void => {
  const host = useHost();
  const ids = [...new Set(objectiveIds)].join(' ');
  useEffect(() => {
    const before = told.get(host) ?? new Set<string>();
    told.set(host, before);
    const fresh = ids.split(' ').filter((id) => id !== '' && !before.has(id));
    if (fresh.length === 0) return undefined;
    const timer = setTimeout(() => {
      fresh.forEach((id) => before.add(id));
      host.invoke('noteOpened', { objectiveIds: fresh.slice(0, 50) }).catch(() => fresh.forEach((id) => before.delete(id)));
    }, PAUSE_MS);
    return () => clearTimeout(timer);
  }, [host, ids]);
};
