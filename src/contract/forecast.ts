/** What a key result's forecast says, and what the browser needs to try out what would help with the very same rules. */
import type { Outlook } from '../domain/forecast/forecast';
import type { KeyResultForecast } from '../domain/forecast/key-result-forecast';

export type ForecastView = {
  readonly today: string;
  readonly dueDay: string;
  /** Null where there is nothing to say: milestones, nothing measured, no past that fits the rule. */
  readonly told: KeyResultForecast | null;
  /** What levers are pulled on. Null for a band, in a closed cycle, and where nothing is told. */
  readonly outlook: Outlook | null;
};
