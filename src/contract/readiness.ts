/** How ready a cycle is to begin, with what each thing that is missing is about. */
import type { Home } from '../domain/home';
import type { ReadinessCheck, ReadinessState } from '../domain/readiness';
import type { SetUpLimits } from '../domain/set-up';
import type { CycleView } from './okr';

/** Something one can go to. */
export type ReadinessEvidence =
  | { readonly type: 'cycle'; readonly id: string; readonly name: string }
  | {
      readonly type: 'objective';
      readonly id: string;
      readonly key: string;
      readonly title: string;
      readonly cycleId: string;
      readonly keyResults: number;
    }
  | { readonly type: 'home'; readonly home: Home; readonly objectives: number };

export type ReadinessCheckView = {
  readonly check: ReadinessCheck;
  readonly state: ReadinessState;
  /** What is missing, as far as the viewer may see it: at most twenty. Empty where nothing is. */
  readonly evidence: readonly ReadinessEvidence[];
  /** How many more there are, and those of projects the viewer may not browse. */
  readonly more: number;
};

export type CycleReadiness = {
  readonly cycle: CycleView;
  /** The cycle before it; null where there is none with objectives in it. */
  readonly previous: CycleView | null;
  /** In the order in which one goes about it. */
  readonly checks: readonly ReadinessCheckView[];
  readonly done: number;
  readonly asked: number;
  /** Those of the site, by which it was judged. */
  readonly limits: SetUpLimits;
};
