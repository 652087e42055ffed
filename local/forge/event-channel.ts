/**
 * Jira's events on their way to the triggers: in order by default; on request some are lost, some come twice,
 * some wait and come shuffled. Seeded, so that a failing run can be repeated.
 */
import { z } from 'zod';
import type { EventMode, JiraEvent } from '../seams';
import { createSeededRandom, shuffled } from './seeded-random';

export const plainEventMode: EventMode = { drop: 0, duplicate: 0, reorder: false, seed: 1 };

const jiraEvent = z.object({ name: z.string(), payload: z.record(z.string(), z.unknown()) });

/** What is saved with the site. */
export const eventChannelState = z.object({
  mode: z.object({ drop: z.number(), duplicate: z.number(), reorder: z.boolean(), seed: z.number() }),
  random: z.number(),
  due: z.array(jiraEvent),
  held: z.array(jiraEvent),
});
export type EventChannelState = z.infer<typeof eventChannelState>;

export type EventChannel = {
  accept(event: JiraEvent): void;
  /** The next event to deliver, removed; undefined when none is due. */
  take(): JiraEvent | undefined;
  /** Makes the events held back for reordering due, shuffled. */
  flushHeld(): void;
  setMode(mode: Partial<EventMode>): void;
  state(): EventChannelState;
};

export const createEventChannel = (saved?: EventChannelState): EventChannel => {
  let mode = saved?.mode ?? plainEventMode;
  let random = createSeededRandom(saved?.random ?? mode.seed);
  const due: JiraEvent[] = [...(saved?.due ?? [])];
  const held: JiraEvent[] = [...(saved?.held ?? [])];

  const flushHeld = (): void => {
    due.push(...shuffled(held.splice(0), random));
  };

  return {
    accept: (event) => {
      if (mode.drop > 0 && random.next() < mode.drop) return;
      const copies = mode.duplicate > 0 && random.next() < mode.duplicate ? 2 : 1;
      for (let copy = 0; copy < copies; copy += 1) (mode.reorder ? held : due).push(event);
    },
    take: () => due.shift(),
    flushHeld,
    setMode: (change) => {
      mode = { ...mode, ...change };
      if (!mode.reorder) flushHeld();
      if (change.seed !== undefined) random = createSeededRandom(change.seed);
    },
    state: () => ({ mode, random: random.state(), due: [...due], held: [...held] }),
  };
};
