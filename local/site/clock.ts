/** The site's clock: the machine's time moved by an offset, so that a set clock goes on ticking; or one that stands still, for tests. */
import type { Clock } from '../seams';

export const createTickingClock = (offsetMs: number): Clock => {
  let offset = offsetMs;
  return {
    now: () => Date.now() + offset,
    set: (epochMs) => {
      offset = epochMs - Date.now();
    },
  };
};

export const createFrozenClock = (epochMs: number): Clock => {
  let now = epochMs;
  return {
    now: () => now,
    set: (next) => {
      now = next;
    },
  };
};
