/** Sentences, weeks and sums that the project page makes of facts. */
import { healthThresholds as thresholds } from '../../../src/domain/health-by-chance';
import { changeWords } from '../../../static/features/project-okrs/use-change-announcement';
import { summarize } from '../../../static/features/project-okrs/summary';
import { weekOfCycle } from '../../../static/features/project-okrs/week-of-cycle';
import { leftOutWords } from '../../../static/features/project-okrs/words';
import { createFormat } from '../../../static/ui/format';
import { objective, q4, today, work } from './sample-okrs';

it.each([
  ['2026-09-28', 'starts in 3 days'],
  ['2026-09-30', 'starts in 1 day'],
  ['2026-10-01', 'week 1 of 13'],
  ['2026-10-07', 'week 1 of 13'],
  ['2026-10-08', 'week 2 of 13'],
  ['2026-11-22', 'week 8 of 13'],
  ['2026-12-31', 'week 13 of 13'],
  ['2027-01-01', 'ended 1 day ago'],
])('says of %s: %s', (day, words) => {
  expect(weekOfCycle(q4, day)).toBe(words);
});

it('names what is left out, and nothing else', () => {
  const none = { inScope: 4, counted: 4, done: 1, inProgress: 0, cancelled: 0, throughChildren: 0, unestimated: 0 };
  expect(leftOutWords(none)).toBe('');
  expect(leftOutWords({ ...none, cancelled: 3, unestimated: 1 })).toBe('3 cancelled, 1 unestimated');
});

it('names at most three key results that moved and counts the rest; new ones did not move', () => {
  const before = new Map(['KR-1', 'KR-2', 'KR-3', 'KR-4', 'KR-5'].map((key) => [key, '10 %']));
  const after = new Map([...[...before.keys()].map((key) => [key, '20 %'] as const), ['KR-6', '5 %'] as const]);
  expect(changeWords(before, after)).toBe('KR-1 now 20 %, KR-2 now 20 %, KR-3 now 20 %, and 2 more');
  expect(changeWords(before, before)).toBe('');
});

describe('the sums above the list', () => {
  it('weigh measured objectives only, and count the others aloud', () => {
    const { set } = summarize(
      [
        objective('O-1', 'Heavy', [], { progress: 1, expected: 0.5, weight: 3 }),
        objective('O-2', 'Light', [], { progress: 0, expected: 0.5, weight: 1 }),
        objective('O-3', 'Unmeasured', [], { progress: null, expected: 0.9 }),
      ],
      { cycle: q4, today, thresholds },
    );
    expect(set).toMatchObject({ progress: 0.75, expected: 0.5, measured: 2, total: 3 });
  });

  it('are not measured when nothing is, never 0', () => {
    expect(summarize([objective('O-3', 'Unmeasured', [], { progress: null })], { cycle: q4, today, thresholds }).set).toMatchObject({
      progress: null,
      health: 'not-measured',
    });
  });

  it('add up the work of work key results and what is left out of it', () => {
    const counts = { inScope: 10, counted: 7, done: 3, cancelled: 3 };
    expect(
      summarize([objective('O-1', 'One', [work('KR-1', 'A', { counts }), work('KR-2', 'B', { counts })])], { cycle: q4, today, thresholds })
        .work,
    ).toEqual({
      done: 6,
      counted: 14,
      leftOut: 6,
    });
  });
});

describe('dates and numbers', () => {
  const now = () => Date.parse('2026-11-22T15:00:00Z');

  it('never shift a day by the zone', () => {
    for (const zone of ['Pacific/Auckland', 'America/Los_Angeles'])
      expect(createFormat('en-GB', zone, now).day('2026-12-31')).toBe('31 Dec');
  });

  it('name the year of a day in another year than today', () => {
    expect(createFormat('en-GB', 'UTC', now).day('2027-01-14', today)).toBe('14 Jan 2027');
    expect(createFormat('en-GB', 'UTC', now).day('2026-12-31', today)).toBe('31 Dec');
  });

  it('write an instant of today as a time in the reader’s zone, an older one with its day', () => {
    const format = createFormat('en-GB', 'Europe/Helsinki', now);
    expect(format.instant('2026-11-22T12:04:00Z')).toBe('14:04');
    expect(format.instant('2026-11-20T12:04:00Z')).toMatch(/20 Nov.*14:04/);
  });

  it('fall back to English for a language nobody knows', () => {
    expect(createFormat('xx-invalid-', 'UTC', now).number(1234.5)).toBe('1,234.5');
  });

  it('put a unit after its number', () => {
    expect(createFormat('de', 'UTC', now).measure(4.2, 's')).toBe('4,2\u00a0s');
    expect(createFormat('de', 'UTC', now).measure(46, '')).toBe('46');
  });
});
