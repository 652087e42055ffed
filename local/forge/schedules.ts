/** When each scheduled trigger last ran, by the site's clock. A missed run is not made up for, as on Forge. */
import type { Clock } from '../seams';
import type { Schedule } from './manifest';

export type LastRuns = Readonly<Record<string, number>>;

export type Schedules = {
  get(key: string): Schedule;
  /** Those whose interval has passed since they last ran, in manifest order; also those that ran later than a clock set back says it is. */
  listDue(): readonly Schedule[];
  noteRun(key: string): void;
  state(): LastRuns;
};

/** Without saved times every schedule starts its first interval now. */
export const createSchedules = (schedules: readonly Schedule[], clock: Clock, saved: LastRuns = {}): Schedules => {
  const lastRuns = new Map(schedules.map(({ key }) => [key, saved[key] ?? clock.now()]));
  return {
    get: (key) => {
      const schedule = schedules.find((candidate) => candidate.key === key);
      if (!schedule)
        throw new Error(
          `No scheduled trigger "${key}" in the manifest; there are ${schedules.map((one) => one.key).join(', ') || 'none'}.`,
        );
      return schedule;
    },
    listDue: () =>
      schedules.filter(({ key, intervalMs }) => {
        const since = clock.now() - (lastRuns.get(key) ?? 0);
        return since >= intervalMs || since < 0;
      }),
    noteRun: (key) => {
      lastRuns.set(key, clock.now());
    },
    state: () => Object.fromEntries(lastRuns),
  };
};
