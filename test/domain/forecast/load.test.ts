import fc from 'fast-check';
import { addDays } from '../../../src/domain/calendar';
import { loadOf, type Commitment } from '../../../src/domain/forecast/load';

const TODAY = '2026-11-12';
const inDays = (days: number): string => addDays(TODAY, days);
const five = [5, 4, 6, 5];

describe('the load of a team', () => {
  it('is what is open by the due day ÷ what the recent weeks would finish by then', () => {
    const load = loadOf([{ dueDay: inDays(28), open: 24 }], five, TODAY);
    expect(load).toEqual({ kind: 'load', load: 1.2, byDay: inDays(28), open: 24, perWeek: 5 });
  });

  it('is that of the due day where it is tightest, with all that is due before it', () => {
    const commitments = [
      { dueDay: inDays(70), open: 10 },
      { dueDay: inDays(14), open: 5 },
      { dueDay: inDays(28), open: 20 },
    ];
    expect(loadOf(commitments, five, TODAY)).toMatchObject({ load: 1.25, byDay: inDays(28), open: 25 });
  });

  it('holds what is overdue or due tomorrow against a week', () => {
    expect(loadOf([{ dueDay: inDays(-9), open: 5 }], five, TODAY)).toMatchObject({ load: 1 });
    expect(loadOf([{ dueDay: inDays(1), open: 5 }], five, TODAY)).toMatchObject({ load: 1 });
  });

  it('is 0 with nothing open, and not given with too few weeks or where nothing is finished', () => {
    expect(loadOf([], five, TODAY)).toMatchObject({ kind: 'load', load: 0 });
    expect(loadOf([{ dueDay: inDays(7), open: 3 }], [1, 2, 3], TODAY)).toEqual({ kind: 'not-enough-data', weeks: 3 });
    expect(loadOf([{ dueDay: inDays(7), open: 3 }], [0, 1, -1, 0], TODAY)).toEqual({ kind: 'nothing-finished', open: 3 });
  });

  it('never falls when more is taken on, and does not depend on the order', () => {
    const commitment: fc.Arbitrary<Commitment> = fc.record({ dueDay: fc.integer({ min: -20, max: 90 }).map(inDays), open: fc.nat(40) });
    fc.assert(
      fc.property(fc.array(commitment, { maxLength: 8 }), commitment, (some, more) => {
        const load = (commitments: readonly Commitment[]): number => {
          const found = loadOf(commitments, five, TODAY);
          return found.kind === 'load' ? found.load : NaN;
        };
        expect(load([...some, more])).toBeGreaterThanOrEqual(load(some));
        expect(load(some.toReversed())).toBeCloseTo(load(some), 12);
      }),
    );
  });
});
