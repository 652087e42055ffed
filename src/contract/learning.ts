/** What the site's closed cycles teach: how forecasts, votes, confidence and wording went with what came of it. Nothing of it is about a person. */
import type { BrierScore, ReliabilityBin } from '../domain/learning/calibration';
import type { ForecastMoment } from '../domain/learning/moment';
import type { RankCorrelation } from '../domain/learning/rank-correlation';

export type ForecastLearning = {
  readonly moment: ForecastMoment;
  /** Key results that had a chance then. */
  readonly forecasts: number;
  /** Null while there are too few. */
  readonly brier: BrierScore | null;
  readonly bins: readonly ReliabilityBin[];
};

/** What is held against grades: votes on objectives, confidence said with check-ins, and how well objectives and key results are put. */
export type LearningSign = 'votes' | 'check-ins' | 'objective-wording' | 'key-result-wording';

export type Learning = {
  /** Names of the closed cycles, the earliest first. */
  readonly cycles: readonly string[];
  readonly objectives: number;
  readonly gradedObjectives: number;
  readonly keyResults: number;
  readonly forecasts: readonly ForecastLearning[];
  readonly signs: readonly (RankCorrelation & { readonly sign: LearningSign })[];
};
