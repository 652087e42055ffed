/** The progress of a key result by its kind, from the work in its scope and the value it has: the one formula for today and for the past. */
import { bandProgress } from '../../domain/band';
import { metricProgress } from '../../domain/metric';
import { milestonesProgress } from '../../domain/milestones';
import type { WorkMeasure } from '../../domain/work';
import type { KeyResultRecord } from '../../store/key-result-row';

/** Unrounded; null: not measured. */
export function progressOf(keyResult: KeyResultRecord, value: number | null, work: WorkMeasure): number | null {
  switch (keyResult.kind) {
    case 'work':
      return work.progress;
    case 'metric':
      return metricProgress(keyResult, value);
    case 'band':
      return bandProgress(keyResult, value);
    case 'milestones':
      return milestonesProgress(keyResult.milestones);
  }
}
