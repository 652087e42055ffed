import type { KeyResultView } from '../../../src/contract/okr';
import { keyResultChart, objectiveChart } from '../../../static/features/history/chart-models';
import { createFormat } from '../../../static/ui/format';
import type { ChartModel } from '../../../static/ui/chart/chart-model';
import { metric, work } from '../project-okrs/sample-okrs';
import { day, history } from './sample-history';

const format = createFormat('en-GB', 'UTC', () => Date.parse('2026-11-22T12:00:00Z'));
const lines = (model: ChartModel) => Object.fromEntries(model.lines.map(({ name, points }) => [name, points.map(({ value }) => value)]));
const chart = (keyResult: KeyResultView, of = history(), baseline: Parameters<typeof keyResultChart>[2] = null) =>
  keyResultChart(of, keyResult, baseline, format);

describe('a burn-up', () => {
  it('shows what is done, the scope, the planned scope, and a pace that ends at today’s scope', () => {
    const model = chart(work('KR-1', 'Work'), history(), { day: '2026-10-01', weight: 44 });
    expect(lines(model)).toEqual({ done: [0, 16, 31, 33], scope: [44, 47, 52, 53], 'planned scope': [44, 44], expected: [0, 26.5, 53] });
    expect(model.write(26.5)).toBe('26.5');
  });

  it('writes estimates in hours', () => {
    const rule = { weightBy: 'estimate', unestimated: 'leave-out', inProgressCredit: 0, wanted: null, shared: 'repeat' } as const;
    const model = chart(work('KR-1', 'Work', { rule }), history({ days: [day('2026-11-22', { done: 5400, scope: 36_000 })] }));
    expect(lines(model)).toMatchObject({ done: [1.5], scope: [10] });
    expect(model.write(1.5)).toBe('1.5\u00a0h');
  });

  it('says wanted instead of scope where an amount is wanted', () => {
    const rule = { weightBy: 'count', unestimated: 'leave-out', inProgressCredit: 0, wanted: 40, shared: 'repeat' } as const;
    expect(Object.keys(lines(chart(work('KR-1', 'Work', { rule }), history(), { day: '2026-10-01', weight: 44 })))).toEqual([
      'done',
      'wanted',
      'expected',
    ]);
  });

  it('goes on to today when the due day is over', () => {
    expect(chart(work('KR-1', 'Work'), history({ today: '2027-01-09' }))).toMatchObject({ from: '2026-10-01', to: '2027-01-09' });
  });
});

it('draws a metric on its way from start to target, downwards too, and leaves gaps where there is no value', () => {
  const model = chart(
    metric('KR-2', 'Time'),
    history({ days: [day('2026-11-01', { value: 4 }), day('2026-11-02'), day('2026-11-22', { value: 3.3 })] }),
  );
  expect(lines(model)['value']).toEqual([4, null, 3.3]);
  expect(lines(model)['expected']?.map((value) => value?.toFixed(1))).toEqual(['4.2', '3.0', '1.8']);
  expect(model.reaches).toEqual([4.2, 1.8]);
  expect(model.write(2.7449)).toBe('2.74\u00a0s');
});

it('draws a band as a range, without a pace', () => {
  const { metric: value, ...rest } = metric('KR-3', 'Crash-free');
  const band = { current: 99.8, currentDay: '2026-11-18', unit: '%', source: value.source, low: 99.7, high: 100 };
  const model = chart({ ...rest, kind: 'band', band });
  expect(model.band).toEqual({ name: 'within 99.7\u00a0% to 100\u00a0%', low: 99.7, high: 100 });
  expect(Object.keys(lines(model))).toEqual(['value']);
});

it('draws milestones in steps, and an objective against its pace, both in percent', () => {
  const { metric: _metric, track: _track, ...rest } = metric('KR-4', 'Launch');
  const steps = chart({ ...rest, kind: 'milestones', milestones: [] });
  expect(steps.lines[0]).toMatchObject({ name: 'reached', steps: true });
  const objective = objectiveChart(
    history({ days: [day('2026-11-01', { progress: 0.285 }), day('2026-11-22', { progress: null })] }),
    format,
  );
  expect(lines(objective)).toEqual({ progress: [28.499999999999996, null], expected: [0, 50, 100] });
  expect(objective.reaches).toEqual([0, 100]);
});
