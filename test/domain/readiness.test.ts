import { previousCycle } from '../../src/domain/cycle';
import { overlapsPartly, readinessOf, type ReadinessFacts } from '../../src/domain/readiness';
import { goldenTable, readList } from '../support/golden-tables';

const quarter = { startDay: '2027-01-01', endDay: '2027-03-31' };

/** `closed, 2 ungraded`, or `–`. */
const readBefore = (text: string): ReadinessFacts['previous'] => {
  if (text === '–') return null;
  const [state, ungraded = ''] = readList(text);
  return { isClosed: state === 'closed', ungraded: Number(ungraded.split(' ')[0]) };
};

describe('readiness, row by row', () => {
  test.each(goldenTable('readiness', 'closing.md').map((row) => [row.title, row] as const))('%s', (_title, { cell }) => {
    const clash = { startDay: '2027-03-01', endDay: '2027-05-31' };
    const { checks, done, asked, share } = readinessOf({
      cycle: { ...quarter, themes: Array.from({ length: Number(cell('themes')) }, () => 'theme'), hasCapacity: cell('capacity') === 'yes' },
      otherSpans: cell('clash') === 'yes' ? [clash] : [],
      previous: readBefore(cell('before')),
      companyObjectives: Number(cell('company')),
      projectObjectives: readList(cell('projects')).map(Number),
      keyResults: readList(cell('key results')).map(Number),
    });
    const missing = checks.filter(({ state }) => state === 'missing').map(({ check }) => check);
    expect(missing).toEqual(readList(cell('missing')));
    expect(asked - done).toBe(missing.length);
    expect(share).toBe(done / asked);
  });
});

describe('days in common', () => {
  it.each([
    ['a year around it', { startDay: '2027-01-01', endDay: '2027-12-31' }, false],
    ['a month in it', { startDay: '2027-02-01', endDay: '2027-02-28' }, false],
    ['the same days', quarter, false],
    ['one that begins the day after', { startDay: '2027-04-01', endDay: '2027-06-30' }, false],
    ['one that begins on its last day', { startDay: '2027-03-31', endDay: '2027-06-30' }, true],
  ])('with %s', (_title, other, expected) => {
    expect(overlapsPartly(quarter, other)).toBe(expected);
    expect(overlapsPartly(other, quarter)).toBe(expected);
  });
});

describe('the cycle before', () => {
  const [q3, q4, year] = [
    { id: 'q3', startDay: '2026-07-01', endDay: '2026-09-30' },
    { id: 'q4', startDay: '2026-10-01', endDay: '2026-12-31' },
    { id: 'year', startDay: '2026-01-01', endDay: '2026-12-31' },
  ];

  it('is the one that ended last, and of several the one that is about as long', () => {
    expect(previousCycle(quarter, [q3, year, q4])).toBe(q4);
    expect(previousCycle({ startDay: '2027-01-01', endDay: '2027-12-31' }, [q3, q4, year])).toBe(year);
  });

  it('is none where none has ended before', () => {
    expect(previousCycle(q3, [q3, q4, year])).toBeUndefined();
  });
});
