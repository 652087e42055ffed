/** Notes of pasts to rebuild, pasts of issues that are kept, and the days that are written from them. */
import type { IssuePast } from '../../src/domain/past/issue-state';
import { pastByDay } from '../../src/domain/past/state-at';
import { describeOnEveryEngine } from '../support/engines';
import { at, labelled, moved, now, pastOf, status } from '../domain/past/sample-past';
import { openStore, type OpenStore } from './support/open-store';
import { alignedTo, cycle, measured, noCounts, noon, numbered, objective, workKeyResult } from './support/records';

describeOnEveryEngine('the store of pasts', (openEngine) => {
  let site: OpenStore;
  beforeAll(async () => {
    site = await openStore(await openEngine());
  });
  beforeEach(() => site.clear());
  afterAll(() => site.close());

  describe('notes of pasts to rebuild', () => {
    const note = (id: string, mark: string, when: number, isOpen = false) =>
      site.store.pendingHistory.note([id], { mark, at: when, isOpen });

    test('come by how long they wait, then by id', async () => {
      await note('k2', 'b', noon);
      await note('k3', 'c', noon - 1);
      await note('k1', 'a', noon);
      const order: string[] = [];
      for (let next = await site.store.pendingHistory.findNext(0); next !== null; next = await site.store.pendingHistory.findNext(0)) {
        order.push(next.keyResultId);
        await site.store.pendingHistory.strike(next);
      }
      expect(order).toEqual(['k3', 'k1', 'k2']);
    });

    test('that are open wait until whoever opened them can no longer be under way', async () => {
      await note('k1', 'a', noon, true);
      await expect(site.store.pendingHistory.findNext(noon)).resolves.toBeNull();
      await expect(site.store.pendingHistory.findNext(noon + 1)).resolves.toEqual({ keyResultId: 'k1', mark: 'a' });
      await note('k1', 'b', noon);
      await expect(site.store.pendingHistory.findNext(0)).resolves.toEqual({ keyResultId: 'k1', mark: 'b' });
    });

    test('written again while they are worked on stay', async () => {
      await note('k1', 'old', noon);
      await note('k1', 'new', noon);
      await site.store.pendingHistory.strike({ keyResultId: 'k1', mark: 'old' });
      await expect(site.store.pendingHistory.findNext(0)).resolves.toEqual({ keyResultId: 'k1', mark: 'new' });
    });

    test('that are put off come last, unless they were written again', async () => {
      await note('k1', 'a', noon);
      await note('k2', 'b', noon + 1);
      await site.store.pendingHistory.postpone({ keyResultId: 'k1', mark: 'a' }, noon + 2);
      await expect(site.store.pendingHistory.findNext(0)).resolves.toMatchObject({ keyResultId: 'k2' });
      await site.store.pendingHistory.postpone({ keyResultId: 'k2', mark: 'gone' }, noon + 3);
      await expect(site.store.pendingHistory.findNext(0)).resolves.toMatchObject({ keyResultId: 'k2' });
    });

    test('of nobody are none', async () => {
      await site.store.pendingHistory.note([], { mark: 'a', at: noon, isOpen: false });
      await expect(site.store.pendingHistory.findNext(Infinity)).resolves.toBeNull();
    });
  });

  describe('pasts of issues', () => {
    const past = (issueId: string): IssuePast =>
      pastByDay(
        pastOf(
          now(issueId, { status: status.done, labels: ['🎯 ä'], parent: { id: '7', name: null }, numbers: { f: 0.5 } }),
          moved('2026-10-05T10:00:00', status.todo, status.done),
          labelled('2026-10-07T10:00:00', 'a b', '🎯 ä'),
        ),
        at('2026-10-01T00:00:00'),
      );
    const keep = (issueIds: readonly string[], fromDay = '2026-10-01', readAt = noon) =>
      site.store.issuePasts.replace(issueIds.map(past), fromDay, readAt);

    test('come back as they were written, those that were asked for', async () => {
      await keep(['1', '2', '3']);
      await expect(site.store.issuePasts.list(['3', '1', '9'], '2026-10-01', noon)).resolves.toEqual([past('1'), past('3')]);
      await expect(site.store.issuePasts.list([], '2026-10-01', noon)).resolves.toEqual([]);
    });

    test('serve days they reach back to, and runs that they are young enough for', async () => {
      await keep(['1'], '2026-10-03', noon);
      const found = async (fromDay: string, since: number) => (await site.store.issuePasts.list(['1'], fromDay, since)).length;
      expect([await found('2026-10-02', noon), await found('2026-10-03', noon), await found('2026-10-04', noon)]).toEqual([0, 1, 1]);
      expect([await found('2026-10-03', noon + 1), await found('2026-10-03', noon - 1)]).toEqual([0, 1]);
    });

    test('are kept once an issue, the later one', async () => {
      await keep(['1']);
      await keep(['1'], '2026-10-02', noon + 1);
      await expect(site.select('SELECT issue_id, from_day FROM issue_past')).resolves.toEqual([{ issue_id: '1', from_day: '2026-10-02' }]);
    });

    test('by the thousand travel in requests of their own size', async () => {
      const many = numbered(1500, (number) => number);
      await keep(many);
      const read = await site.store.issuePasts.list(many, '2026-10-01', noon);
      expect(read.map(({ issueId }) => issueId)).toEqual(many);
    });

    test('go when they were read before a moment', async () => {
      await keep(['1'], '2026-10-01', noon - 1);
      await keep(['2'], '2026-10-01', noon);
      await site.store.issuePasts.removeReadBefore(noon);
      await expect(site.select('SELECT issue_id FROM issue_past')).resolves.toEqual([{ issue_id: '2' }]);
    });
  });

  describe('rebuilt days', () => {
    const day = (on: string, progress: number | null, inScope = 1) => ({
      day: on,
      progress,
      counts: { ...noCounts, inScope },
      creditSum: 1,
      divisor: 2,
      value: null,
    });

    beforeEach(async () => {
      await site.store.cycles.add(cycle);
      await site.store.objectives.insert(objective());
      await site.store.keyResults.insert(workKeyResult());
      await site.store.keyResults.insert(workKeyResult({ id: 'key-result-2', weight: 3 }));
    });

    test('stand in the place of days that were seen', async () => {
      await site.store.numbers.writeMeasures([measured('key-result-1', { progress: 0.1 })], noon);
      await site.store.snapshots.take('2026-11-02');
      await site.store.snapshots.writeKeyResultDays('key-result-1', [day('2026-11-01', null, 0), day('2026-11-02', 0.5)]);
      await expect(site.store.snapshots.listDays('key-result-1', '2026-10-01')).resolves.toEqual([
        { day: '2026-11-01', progress: null, scope: null, done: null, value: null, origin: 'rebuilt' },
        { day: '2026-11-02', progress: 0.5, scope: 2, done: 1, value: null, origin: 'rebuilt' },
      ]);
    });

    test('keep the chance that was forecast on them', async () => {
      await site.store.numbers.writeMeasures([measured('key-result-1', { progress: 0.1, chance: 0.25 })], noon);
      await site.store.snapshots.take('2026-11-02');
      await site.store.snapshots.writeKeyResultDays('key-result-1', [day('2026-11-01', 0.4), day('2026-11-02', 0.5)]);
      await expect(
        site.select("SELECT day, progress, chance FROM snapshot WHERE subject_id = 'key-result-1' ORDER BY day"),
      ).resolves.toEqual([
        { day: '2026-11-01', progress: 0.4, chance: null },
        { day: '2026-11-02', progress: 0.5, chance: 0.25 },
      ]);
    });

    test('of the parts of an objective come by day, in the order in which they roll up', async () => {
      await site.store.snapshots.writeKeyResultDays('key-result-2', [day('2026-11-01', 0.5), day('2026-11-02', 0.75)]);
      await site.store.snapshots.writeKeyResultDays('key-result-1', [day('2026-11-02', null), day('2026-11-03', 1)]);
      await expect(site.store.snapshots.listPartDays('objective-1', '2026-11-01', '2026-11-02')).resolves.toEqual([
        { day: '2026-11-01', weight: 3, progress: 0.5 },
        { day: '2026-11-02', weight: 1, progress: null },
        { day: '2026-11-02', weight: 3, progress: 0.75 },
      ]);
    });

    test('of an aligned objective belong to the one that counts it, and only to that', async () => {
      await site.store.objectives.insert(objective({ id: 'above', weight: 2 }));
      await site.store.objectives.update('objective-1', 1, { alignment: alignedTo('above') });
      await site.store.snapshots.writeObjectiveDays('objective-1', [{ day: '2026-11-01', progress: 0.25 }]);
      await expect(site.store.snapshots.listPartDays('above', '2026-11-01', '2026-11-01')).resolves.toEqual([]);
      await site.store.objectives.update('above', 1, { rollUp: 'with-children' });
      await expect(site.store.snapshots.listPartDays('above', '2026-11-01', '2026-11-01')).resolves.toEqual([
        { day: '2026-11-01', weight: 1, progress: 0.25 },
      ]);
    });

    test('know on which days somebody’s word stood in the place of the progress', async () => {
      const override = { progress: 0.9, reason: 'We know better', untilDay: '2026-11-03', byAccountId: 'anna' };
      await site.store.objectives.update('objective-1', 1, { override });
      for (const on of ['2026-11-02', '2026-11-03', '2026-11-04']) await site.store.snapshots.take(on);
      await expect(site.store.snapshots.listOverriddenDays('objective-1')).resolves.toEqual(['2026-11-02', '2026-11-03']);
    });
  });

  test('what could not be told is kept by key result, and whether its past is being rebuilt', async () => {
    await site.store.objectives.insert(objective());
    await site.store.keyResults.insert(workKeyResult());
    await site.store.keyResults.insert(workKeyResult({ id: 'key-result-2' }));
    await site.store.rebuiltPasts.write('key-result-1', ['text ~ "a"']);
    await site.store.pendingHistory.note(['key-result-2'], { mark: 'a', at: noon, isOpen: true });
    const first = { keyResultId: 'key-result-1', isPending: false, untold: ['text ~ "a"'] };
    await expect(site.store.rebuiltPasts.list({ type: 'objective', id: 'objective-1' })).resolves.toEqual([
      first,
      { keyResultId: 'key-result-2', isPending: true, untold: [] },
    ]);
    await expect(site.store.rebuiltPasts.list({ type: 'key-result', id: 'key-result-1' })).resolves.toEqual([first]);
    await site.store.rebuiltPasts.write('key-result-1', []);
    await expect(site.store.rebuiltPasts.list({ type: 'key-result', id: 'key-result-1' })).resolves.toEqual([{ ...first, untold: [] }]);
  });
});
