/**
 * The history object `view.createHistory()` hands to the app: the shape of the `history` package, version 4. The address
 * itself is the shell's; this end mirrors it and tells the shell of each step.
 */
import type { HistoryAction, HistoryLocation, HistoryStep } from '../bridge-protocol';

type Listener = (location: HistoryLocation, action: HistoryAction) => void;
type Target = string | { readonly pathname?: string; readonly search?: string; readonly hash?: string; readonly state?: unknown };

/** What the shell is told: a step to a location, or a number of steps back or forth. */
export type HistoryWish = HistoryStep | { readonly go: number };

export function createFrameHistory(start: HistoryLocation, wish: (wish: HistoryWish) => void) {
  const listeners = new Set<Listener>();
  let location = start;
  let action: HistoryAction = 'POP';

  const hear = (step: HistoryStep): void => {
    ({ location, action } = step);
    for (const listener of listeners) listener(location, action);
  };
  const step = (target: Target, state: unknown, next: HistoryAction): void => {
    const there = { location: locationOf(target, location, state), action: next };
    wish(there);
    hear(there);
  };
  const api = {
    get action() {
      return action;
    },
    get location() {
      return location;
    },
    // The SDK assigns the location it hears; it is the one already here.
    set location(_heard: HistoryLocation) {},
    get length() {
      return window.history.length;
    },
    push: (target: Target, state?: unknown) => step(target, state, 'PUSH'),
    replace: (target: Target, state?: unknown) => step(target, state, 'REPLACE'),
    go: (steps: number) => wish({ go: steps }),
    goBack: () => wish({ go: -1 }),
    goForward: () => wish({ go: 1 }),
    createHref: ({ pathname, search, hash }: HistoryLocation) => pathname + search + hash,
    listen(listener: Listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    block: () => {
      throw new Error('NotEmulated: history.block');
    },
  };
  return { api, hear };
}

function locationOf(target: Target, from: HistoryLocation, state: unknown): HistoryLocation {
  if (typeof target !== 'string')
    return {
      pathname: target.pathname ?? from.pathname,
      search: target.search ?? '',
      hash: target.hash ?? '',
      state: target.state ?? state,
    };
  const url = new URL(target, `http://surface${from.pathname}`);
  return { pathname: url.pathname, search: url.search, hash: url.hash, state };
}
