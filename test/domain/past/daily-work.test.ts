import { dailyValue } from '../../../src/domain/past/daily-value';
import { dailyWork, type PastWork } from '../../../src/domain/past/daily-work';
import { pastQuery } from '../../../src/domain/past/past-query';
import { wasEverBrought, type PastSource } from '../../../src/domain/past/past-source';
import type { IssueThen } from '../../../src/domain/past/issue-then';
import type { IssuePast } from '../../../src/domain/past/issue-state';
import type { CountingRule } from '../../../src/domain/model';
import { at, directoryOf, entry, item, labelled, moved, now, pastOf, points, status } from './sample-past';

const rule: CountingRule = { weightBy: 'count', unestimated: 'leave-out', inProgressCredit: 0, wanted: null, shared: 'repeat' };
const span = { fromDay: '2026-10-01', toDay: '2026-10-06' };

const workOf = (pasts: readonly IssuePast[], sources: readonly PastSource[], given: Partial<PastWork> = {}) =>
  dailyWork({
    pasts,
    sources,
    rule,
    span,
    directory: directoryOf(...pasts),
    pointsFieldIds: [points.id],
    excludedResolutions: ["Won't Do"],
    sharedBy: new Map(),
    ...given,
  });

/** `done of counted` by day, `–` where nothing is measured. */
const shown = (...args: Parameters<typeof workOf>): readonly string[] =>
  workOf(...args).map(({ work }) => (work.progress === null ? '–' : `${work.creditSum}/${work.divisor}`));

const query = async (jql: string): Promise<PastSource> => {
  const told = await pastQuery(jql);
  if ('untold' in told) throw new Error(told.untold);
  return { type: 'query', tell: told.tell };
};
const picked = (...issueIds: readonly string[]): PastSource => ({ type: 'issues', issueIds: new Set(issueIds) });

const parented = (when: string, from: string | null, to: string | null) =>
  entry(when, item('IssueParentAssociation', { from, fromText: from && `WEB-${from}`, to, toText: to && `WEB-${to}` }));

describe('the work of a key result day by day', () => {
  it('counts an issue from the day it was created, and as done from the day it was done', () => {
    const first = pastOf(now('1', { status: status.done }), moved('2026-10-03T23:59:59', status.todo, status.done));
    const second = pastOf(now('2', {}, at('2026-10-02T12:00:00')));
    expect(shown([first, second], [picked('1', '2')])).toEqual(['0/1', '0/2', '1/2', '1/2', '1/2', '1/2']);
  });

  it('goes back when an issue was reopened', () => {
    const past = pastOf(
      now('1'),
      moved('2026-10-02T10:00:00', status.todo, status.done),
      moved('2026-10-04T10:00:00', status.done, status.todo),
    );
    expect(shown([past], [picked('1')])).toEqual(['0/1', '1/1', '1/1', '0/1', '0/1', '0/1']);
  });

  it('follows the issues a query found then, not those it finds today', async () => {
    const joined = pastOf(now('1', { labels: ['checkout'] }), labelled('2026-10-03T10:00:00', '', 'checkout'));
    const left = pastOf(now('2'), labelled('2026-10-04T10:00:00', 'checkout', ''));
    expect(workOf([joined, left], [await query('labels = checkout')]).map(({ work }) => work.counts.inScope)).toEqual([1, 1, 2, 1, 1, 1]);
  });

  it('follows the children a parent had then', () => {
    const parent = pastOf(now('7'));
    const left = pastOf(now('1'), parented('2026-10-03T10:00:00', '7', null));
    const came = pastOf(now('2', { parent: { id: '7', name: 'WEB-7' } }), parented('2026-10-05T10:00:00', null, '7'));
    expect(shown([parent, left, came], [{ type: 'children', issueId: '7' }])).toEqual(['0/1', '0/1', '–', '–', '0/1', '0/1']);
  });

  it('takes a parent for counted through its children only while it had them', () => {
    const epic = pastOf(now('7'));
    const story = pastOf(now('1', { parent: { id: '7', name: 'WEB-7' } }), parented('2026-10-03T10:00:00', null, '7'));
    const counted = workOf([epic, story], [picked('1', '7')]).map(({ work }) => work.counts.counted);
    expect(counted).toEqual([2, 2, 1, 1, 1, 1]);
  });

  it('finds the ancestor above an issue that is not in scope itself', () => {
    const epic = pastOf(now('7'));
    const story = pastOf(now('5', { parent: { id: '7', name: 'WEB-7' } }));
    const task = pastOf(now('1', { parent: { id: '5', name: 'WEB-5' } }));
    expect(shown([epic, story, task], [picked('1', '7')])).toEqual(['0/1', '0/1', '0/1', '0/1', '0/1', '0/1']);
  });

  it('leaves an issue out from the day it was cancelled', () => {
    const dropped = pastOf(
      now('1', { status: status.done, resolution: { id: '9', name: "Won't Do" } }),
      entry(
        '2026-10-03T10:00:00',
        item('status', { fieldId: 'status', from: '1', to: '3' }),
        item('resolution', { fieldId: 'resolution', to: '9', toText: "Won't Do" }),
      ),
    );
    expect(shown([dropped], [picked('1')])).toEqual(['0/1', '0/1', '–', '–', '–', '–']);
  });

  it('weighs an issue with the points it had then', () => {
    const past = pastOf(
      now('1', { numbers: { [points.id]: 5 } }),
      entry('2026-10-02T10:00:00', item('Story Points', { fieldId: points.id, toText: '3' })),
      entry('2026-10-04T10:00:00', item('Story Points', { fieldId: points.id, fromText: '3', toText: '5' })),
    );
    expect(shown([past], [picked('1')], { rule: { ...rule, weightBy: 'points' } })).toEqual(['–', '0/3', '0/3', '0/5', '0/5', '0/5']);
  });

  it('divides a shared issue by those who share it today', () => {
    const work = workOf([pastOf(now('1'))], [picked('1')], { rule: { ...rule, shared: 'split' }, sharedBy: new Map([['1', 4]]) });
    expect(work.map(({ work: { weightSum } }) => weightSum)).toEqual([0.25, 0.25, 0.25, 0.25, 0.25, 0.25]);
  });

  it('has no day when the span is empty', () => {
    expect(workOf([pastOf(now('1'))], [picked('1')], { span: { fromDay: '2026-10-02', toDay: '2026-10-01' } })).toEqual([]);
  });

  it('says of an issue whether it was ever brought', async () => {
    const left = pastOf(now('2'), labelled('2026-10-04T10:00:00', 'checkout', ''));
    const never = pastOf(now('3'), labelled('2026-10-04T10:00:00', 'payment', ''));
    const directory = directoryOf(left, never);
    const sources = [await query('labels = checkout')];
    expect([left, never].map((past) => wasEverBrought(sources, past, directory))).toEqual([true, false]);
  });
});

describe('the value of a query day by day', () => {
  const open = pastOf(
    now('1', { numbers: { [points.id]: 3 }, status: status.done }),
    moved('2026-10-03T10:00:00', status.todo, status.done),
  );
  const later = pastOf(now('2', { numbers: { [points.id]: 5 } }, at('2026-10-02T12:00:00')));
  const bare = pastOf(now('3', {}, at('2026-10-05T12:00:00')));
  const pasts = [open, later, bare];
  const valuesOf = async (measure: 'count' | 'sum' | 'average') => {
    const told = await pastQuery('statusCategory != done');
    if ('untold' in told) throw new Error(told.untold);
    const valueOf = (issue: IssueThen): number | null => issue.numbers[points.id] ?? null;
    return dailyValue({ pasts, tell: told.tell, measure, valueOf, span, directory: directoryOf(...pasts) }).map(({ value }) => value);
  };

  it('counts what the query found then', async () => {
    expect(await valuesOf('count')).toEqual([1, 2, 1, 1, 2, 2]);
  });

  it('sums and averages over what carried a number then', async () => {
    expect(await valuesOf('sum')).toEqual([3, 8, 5, 5, 5, 5]);
    expect(await valuesOf('average')).toEqual([3, 4, 5, 5, 5, 5]);
  });
});
