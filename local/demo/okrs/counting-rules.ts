/** The ways of counting that the demo company uses. */
import type { CountingRule } from '../../../src/domain/model';

export const byPoints: CountingRule = { weightBy: 'points', unestimated: 'leave-out', inProgressCredit: 0, wanted: null, shared: 'repeat' };
export const byPointsGuessingTwo: CountingRule = {
  weightBy: 'points',
  unestimated: 2,
  inProgressCredit: 0,
  wanted: null,
  shared: 'repeat',
};
export const byEstimate: CountingRule = {
  weightBy: 'estimate',
  unestimated: 'leave-out',
  inProgressCredit: 0,
  wanted: null,
  shared: 'repeat',
};
export const wantedEight: CountingRule = { weightBy: 'count', unestimated: 'leave-out', inProgressCredit: 0, wanted: 8, shared: 'repeat' };
export const halfForStarted: CountingRule = {
  weightBy: 'count',
  unestimated: 'leave-out',
  inProgressCredit: 0.5,
  wanted: null,
  shared: 'repeat',
};
