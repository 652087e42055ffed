/** Alignment, overrides, tracks, baselines and the moment a plan is settled. */
import { wouldLoop } from '../../src/domain/alignment';
import { baselineProgress, growth } from '../../src/domain/baseline';
import { healthOf } from '../../src/domain/health';
import { effectiveProgress, overrideHolds } from '../../src/domain/override';
import { isSettled } from '../../src/domain/settled';
import { tracksDiverge } from '../../src/domain/tracks';

describe('aligning', () => {
  const parents = new Map<string, string | null>([
    ['top', null],
    ['middle', 'top'],
    ['low', 'middle'],
    ['ring-a', 'ring-b'],
    ['ring-b', 'ring-a'],
  ]);
  test.each([
    ['low', 'top', false],
    ['top', 'low', true],
    ['middle', 'middle', true],
    ['middle', 'elsewhere', false],
    ['low', 'ring-a', false],
    ['ring-a', 'ring-b', true],
  ])('%s to %s closes a loop: %s', (child, parent, loop) => {
    expect(wouldLoop(parents, child, parent)).toBe(loop);
  });
});

test('an override holds through its last day', () => {
  const override = { progress: 0.9, untilDay: '2026-11-20' };
  expect(overrideHolds(override, '2026-11-20')).toBe(true);
  expect(effectiveProgress(0.3, override, '2026-11-20')).toBe(0.9);
  expect(effectiveProgress(0.3, override, '2026-11-21')).toBe(0.3);
  expect(effectiveProgress(null, null, '2026-11-21')).toBeNull();
});

test.each([
  [0.8, 0.2, true],
  [1, null, true],
  [0.79, 0, false],
  [0.9, 0.21, false],
  [null, null, false],
])('work at %s and an outcome at %s diverge: %s', (work, outcome, diverge) => {
  expect(tracksDiverge({ work, outcome })).toBe(diverge);
});

test('a full band before its due day is on track, and done from then on', () => {
  const full = { progress: 1, expected: 1, today: '2026-11-20', startDay: '2026-10-01' };
  expect(healthOf({ ...full, mayBeDone: false })).toBe('on-track');
  expect(healthOf({ ...full, mayBeDone: true })).toBe('done');
});

test('a plan is settled after both the day it starts and the day it was written', () => {
  expect(isSettled({ startDay: '2026-10-01', createdDay: '2026-09-20' }, '2026-10-01')).toBe(false);
  expect(isSettled({ startDay: '2026-10-01', createdDay: '2026-09-20' }, '2026-10-02')).toBe(true);
  expect(isSettled({ startDay: '2026-10-01', createdDay: '2026-11-12' }, '2026-11-12')).toBe(false);
});

test('progress against the baseline goes by the weights then; who has no credit gives nothing', () => {
  const frozen = [
    { issueId: '1', weight: 3 },
    { issueId: '2', weight: 1 },
    { issueId: 'gone', weight: 4 },
  ];
  expect(
    baselineProgress(
      frozen,
      new Map([
        ['1', 1],
        ['2', 0.5],
      ]),
    ),
  ).toBe(3.5 / 8);
  expect(baselineProgress([], new Map())).toBeNull();
});

test('growth is weight now over weight then, less one', () => {
  expect(growth(13, 10)).toBeCloseTo(0.3);
  expect(growth(5, 10)).toBe(-0.5);
  expect(growth(5, 0)).toBeNull();
});
