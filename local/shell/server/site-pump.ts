/**
 * Keeps the site moving behind the pages: delivers events and queue jobs after a change, runs due schedules, saves.
 * One delivery at a time; a change during one asks for another.
 */
import type { ForgeHost } from '../../seams';

export type SitePump = {
  /** Something may have changed: deliver soon, save a little later. */
  kick(): void;
  /** Runs the schedules that are due by the site's clock, and what they cause. */
  schedules(): Promise<void>;
  /** Delivers and saves what is left, then stops. */
  stop(): Promise<void>;
};

const saveDelayMs = 1000;

export function createSitePump(
  host: Pick<ForgeHost, 'drain' | 'runDueSchedules'>,
  save: () => void | Promise<void>,
  report: (error: unknown) => void,
): SitePump {
  let running: Promise<void> | null = null;
  let again = false;
  let saveTimer: NodeJS.Timeout | null = null;

  const deliver = async (): Promise<void> => {
    do {
      again = false;
      await host.drain();
    } while (again);
  };
  const saveLater = (): void => {
    saveTimer ??= setTimeout(() => {
      saveTimer = null;
      Promise.resolve().then(save).catch(report);
    }, saveDelayMs);
  };
  const kick = (): void => {
    again = true;
    running ??= deliver()
      .catch(report)
      .finally(() => {
        running = null;
        saveLater();
        // A change between the last delivery and here would otherwise wait for the next one.
        if (again) kick();
      });
  };
  return {
    kick,
    async schedules() {
      await host.runDueSchedules();
      kick();
    },
    async stop() {
      kick();
      while (running !== null) await running;
      if (saveTimer !== null) clearTimeout(saveTimer);
      await save();
    },
  };
}
