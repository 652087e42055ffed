/** Random counting rules, and random numbers of the kinds people write: whole ones, quarters, and now and then something awkward. */
import fc from 'fast-check';
import type { CountingRule } from '../../src/domain/model';

/** Sums of these are exact in floating point whatever the order, so that an average may lie exactly on the edge of a band. */
export const quarters = (min: number, max: number): fc.Arbitrary<number> => fc.integer({ min: min * 4, max: max * 4 }).map((n) => n / 4);

export const awkward = fc.constantFrom(0.1, 1 / 3, 1e-9, 1e9, 0.7, 123456.789);

/** `fieldIds`: the number fields of the site, at least one. */
export const randomRule = (fieldIds: readonly string[]): fc.Arbitrary<CountingRule> => {
  const howMuch = {
    unestimated: fc.oneof({ weight: 2, arbitrary: fc.constant('leave-out' as const) }, { weight: 1, arbitrary: quarters(0, 6) }),
    inProgressCredit: fc.constantFrom(0, 0, 0.25, 0.5, 0.1),
    wanted: fc.oneof({ weight: 3, arbitrary: fc.constant(null) }, { weight: 1, arbitrary: fc.constantFrom(1, 3, 7.5, 40) }),
    shared: fc.constantFrom('repeat' as const, 'split' as const),
  };
  return fc.oneof(
    fc.record({ weightBy: fc.constantFrom('count' as const, 'points' as const, 'estimate' as const), ...howMuch }),
    fc.record({ weightBy: fc.constant('field' as const), fieldId: fc.constantFrom(...fieldIds), ...howMuch }),
  );
};
