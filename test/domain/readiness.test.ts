import fc from 'fast-check';
import { previousCycle } from '../../src/domain/cycle';
import { levels } from '../../src/domain/home';
import type { RadarFacts } from '../../src/domain/radar/facts';
import { spokeOf } from '../../src/domain/radar/radar';
import { radarThresholds } from '../../src/domain/radar/thresholds';
import { overlapsPartly, readinessOf, type ReadinessCheck, type ReadinessFacts } from '../../src/domain/readiness';
import { openMatters } from '../../src/domain/set-up';
import { goldenTable, readList } from '../support/golden-tables';
import { anyFacts } from './radar/arbitrary-facts';
import { soundFacts, soundKeyResult, soundObjective, soundSetUp } from './radar/sound-facts';

const quarter = { startDay: '2027-01-01', endDay: '2027-03-31' };

/** `closed, 2 ungraded`, or `–`. */
const readBefore = (text: string): ReadinessFacts['setUp']['previous'] => {
  if (text === '–') return null;
  const [state, ungraded = ''] = readList(text);
  return { isClosed: state === 'closed', ungraded: Number(ungraded.split(' ')[0]) };
};

describe('readiness, row by row', () => {
  test.each(goldenTable('readiness', 'closing.md').map((row) => [row.title, row] as const))('%s', (_title, { cell }) => {
    const clash = { startDay: '2027-03-01', endDay: '2027-05-31' };
    const company = Number(cell('company'));
    const { checks, done, asked, share } = readinessOf(
      {
        cycle: quarter,
        otherSpans: cell('clash') === 'yes' ? [clash] : [],
        setUp: {
          hasThemes: Number(cell('themes')) > 0,
          capacityLookedAt: cell('capacity') === 'yes',
          previous: readBefore(cell('before')),
        },
        places: [
          ...(company === 0 ? [] : [{ level: 'company', objectives: company } as const]),
          ...readList(cell('groups')).map((count) => ({ level: 'group', objectives: Number(count) }) as const),
          ...readList(cell('projects')).map((count) => ({ level: 'project', objectives: Number(count) }) as const),
        ],
        keyResults: readList(cell('key results')).map(Number),
      },
      radarThresholds,
    );
    const missing = checks.filter(({ state }) => state === 'missing').map(({ check }) => check);
    expect(missing).toEqual(readList(cell('missing')));
    expect(asked - done).toBe(missing.length);
    expect(share).toBe(done / asked);
  });
});

describe('the set-up of a cycle', () => {
  // These facts know one place of each level.
  const placesIn = ({ objectives }: RadarFacts): ReadinessFacts['places'] =>
    levels.flatMap((level) => {
      const count = objectives.filter(({ home }) => home.level === level).length;
      return count === 0 ? [] : [{ level, objectives: count }];
    });
  const kindsOf: Readonly<Partial<Record<ReadinessCheck, readonly string[]>>> = {
    themes: ['no-themes'],
    'previous-closed': ['not-closed'],
    'previous-graded': ['not-graded'],
    'company-objectives': ['too-many-objectives company'],
    'group-objectives': ['too-many-objectives group'],
    'project-objectives': ['too-many-objectives project'],
    'key-results': ['few-key-results', 'many-key-results'],
    capacity: ['capacity-not-looked-at'],
  };
  const limit = fc.integer({ min: 1, max: 6 });
  const anyLimits = fc.record({ companyObjectives: limit, projectObjectives: limit, fewestKeyResults: limit, mostKeyResults: limit });

  it('is judged alike by whoever prepares it and by the radar, whatever the limits', () => {
    fc.assert(
      fc.property(anyFacts, anyLimits, (facts, limits) => {
        const { setUp, objectives, cycle } = facts;
        if (setUp === null || objectives.length === 0) return;
        const { checks } = readinessOf(
          { cycle, otherSpans: [], setUp, places: placesIn(facts), keyResults: objectives.map(({ keyResults }) => keyResults.length) },
          limits,
        );
        const found = spokeOf('planned', facts, { ...radarThresholds, ...limits }).evidence.map(({ kind, about }) =>
          about.type === 'home' ? `${kind} ${about.home.level}` : kind,
        );
        for (const { check, state } of checks)
          expect([check, state === 'missing']).toEqual([check, found.some((kind) => kindsOf[check]?.includes(kind))]);
      }),
      { numRuns: 300 },
    );
  });

  it('is not held against anybody while the cycle before still runs', () => {
    const setUp = { ...soundSetUp, previous: { id: 'before', endDay: soundFacts.today, isClosed: false, ungraded: 2 } };
    expect([...openMatters(setUp)]).toEqual(['previous-closed', 'previous-graded']);
    const keyResults = [soundKeyResult, { ...soundKeyResult, id: 'other' }];
    expect(spokeOf('planned', { ...soundFacts, objectives: [{ ...soundObjective, keyResults }], setUp }).score).toBe(100);
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
