/** The past that is rebuilt from changelogs, held against the past that was seen: by a key result that has been there all along. */
import type { HistoryDay, ProgressHistory } from '../../src/contract/history';
import type { Input } from '../../src/contract/api';
import { openTestSite, type TestSite } from '../support/test-site';
import { addMetric, addMilestones, addObjective, addWork, ask, bring, newId, see } from './support/okr-steps';

const dayMs = 86_400_000;
const firstDay = Date.parse('2026-10-01T00:00:00Z');

let site: TestSite;
beforeEach(async () => {
  site = await openTestSite({ now: '2026-10-01T09:00:00.000Z' });
});
afterEach(() => site.close());

type Edit = (site: TestSite) => unknown;
const edit =
  (key: string, fields: Readonly<Record<string, unknown>>): Edit =>
  () => {
    const { status, body } = site.jira('PUT', `/rest/api/3/issue/${key}`, { fields });
    if (status !== 204) throw new Error(JSON.stringify(body));
  };
const move =
  (key: string, status: string, resolution?: string): Edit =>
  () =>
    site.transition(key, status, resolution === undefined ? {} : { resolution });

/** What happens in Jira, by day after the first of October. */
const work: Readonly<Record<number, readonly Edit[]>> = {
  2: [move('WEB-3', 'Done'), edit('WEB-4', { labels: ['checkout'] })],
  4: [edit('WEB-6', { labels: [] })],
  5: [move('WEB-3', 'In Progress'), edit('WEB-4', { parent: null })],
  7: [edit('WEB-6', { labels: ['checkout', 'later'] }), edit('WEB-6', { parent: { key: 'WEB-1' } })],
  9: [edit('WEB-4', { customfield_19016: 8 }), move('WEB-4', 'In Progress')],
  10: [move('WEB-4', 'Done', "Won't Do")],
  11: [edit('WEB-5', { labels: ['checkout'] }), move('WEB-5', 'Done')],
  12: [edit('WEB-3', { labels: [] })],
  14: [move('WEB-6', 'Done'), edit('WEB-6', { customfield_19016: 13 })],
};
const LAST = 16;

/** Plays October from tomorrow on, with a run of the hourly pass at the end of each day; stands in the morning of the 17th afterwards. */
async function playOctober(): Promise<void> {
  for (let day = 0; day < LAST; day += 1) {
    site.site.clock.set(firstDay + day * dayMs + 14 * 3_600_000);
    for (const step of work[day] ?? []) await step(site);
    await site.settle();
    site.site.clock.set(firstDay + day * dayMs + 23 * 3_600_000);
    await site.site.host.schedule('hourly');
    await site.settle();
  }
  site.site.clock.set(firstDay + LAST * dayMs + 9 * 3_600_000);
}

async function letPass(ms: number): Promise<void> {
  site.site.clock.set(site.site.clock.now() + ms);
  await site.settle();
}

const historyOf = (id: string, type: 'key-result' | 'objective' = 'key-result'): Promise<ProgressHistory> =>
  ask(site, 'getHistory', { subject: { type, id } });

/** The days before today, without what says how they came to be known. */
const pastOf = async (id: string, type: 'key-result' | 'objective' = 'key-result'): Promise<readonly Omit<HistoryDay, 'origin'>[]> => {
  const { days, today } = await historyOf(id, type);
  return days.filter(({ day }) => day < today).map(({ day, progress, scope, done, value }) => ({ day, progress, scope, done, value }));
};

const originsOf = async (id: string): Promise<readonly string[]> => {
  const { days, today } = await historyOf(id);
  return [...new Set(days.filter(({ day }) => day < today).map(({ origin }) => origin))];
};

type Rule = NonNullable<Extract<Input<'createKeyResult'>, { kind: 'work' }>['rule']>;
const byPoints: Rule = { weightBy: 'points', unestimated: 'leave-out', inProgressCredit: 0.25, wanted: null, shared: 'repeat' };

describe('a key result whose source is added late', () => {
  test.each<[string, readonly string[], Rule | undefined]>([
    ['a query', ['labels = checkout'], undefined],
    ['a query with a project', ['project = WEB AND labels = checkout AND status != Done'], undefined],
    ['children', ['children of WEB-1'], undefined],
    ['picked issues', ['WEB-3', 'WEB-6', 'WEB-4'], undefined],
    ['several sources at once, by points', ['children of WEB-1', 'labels = checkout', 'WEB-5'], byPoints],
  ])('has the past it would have been seen with: %s', async (_, sources, rule) => {
    const input = rule === undefined ? {} : { rule };
    const early = await addWork(site, await addObjective(site), input);
    for (const source of sources) await bring(site, early, source);
    await site.settle();
    await playOctober();
    const late = await addWork(site, await addObjective(site), input);
    for (const source of sources) await bring(site, late, source);
    expect((await historyOf(late.id)).rebuilding).toBe(true);
    await site.settle();

    expect(await historyOf(late.id)).toMatchObject({ rebuilding: false, untold: [] });
    const seen = await pastOf(early.id);
    expect(seen).toHaveLength(LAST);
    expect(new Set(seen.map(({ progress, scope }) => `${progress} ${scope}`)).size).toBeGreaterThan(2);
    expect(await pastOf(late.id)).toEqual(seen);
    expect(await originsOf(early.id)).toEqual(['seen']);
    expect(await originsOf(late.id)).toEqual(['rebuilt']);
  });

  it('lifts the days of its objective, and of the objective that counts that one', async () => {
    const early = await addObjective(site);
    const earlyAbove = await addObjective(site);
    const align = async (below: { id: string; version: number }, above: { id: string; version: number }) => {
      await ask(site, 'editObjective', { id: below.id, version: below.version, parentId: above.id, reason: 'It belongs there' });
      await ask(site, 'editObjective', { id: above.id, version: above.version, rollUp: 'with-children', reason: 'It counts' });
    };
    await align(early, earlyAbove);
    await bring(site, await addWork(site, early, { weight: 2 }), 'labels = checkout');
    await bring(site, await addWork(site, early), 'children of WEB-1');
    await playOctober();
    const [late, lateAbove] = [await addObjective(site), await addObjective(site)];
    await align(late, lateAbove);
    await bring(site, await addWork(site, late, { weight: 2 }), 'labels = checkout');
    await bring(site, await addWork(site, late), 'children of WEB-1');
    await site.settle();

    const seen = await pastOf(early.id, 'objective');
    expect(new Set(seen.map(({ progress }) => progress)).size).toBeGreaterThan(3);
    expect(await pastOf(late.id, 'objective')).toEqual(seen);
    expect(await pastOf(lateAbove.id, 'objective')).toEqual(await pastOf(earlyAbove.id, 'objective'));
  });

  it('shows its past in the trend of the page', async () => {
    await playOctober();
    const keyResult = await addWork(site, await addObjective(site));
    await bring(site, keyResult, 'children of WEB-1');
    await site.settle();
    const page = await ask(site, 'getProjectOkrs', {}, { project: 'WEB' });
    const past = await pastOf(keyResult.id);
    const trend = page.objectives[0]?.keyResults[0]?.trend;
    expect(trend?.map(({ day }) => day)).toEqual(['2026-10-03', '2026-10-10']);
    expect(trend).toEqual(
      past.filter(({ day }) => trend?.some((point) => point.day === day)).map(({ day, progress }) => ({ day, progress })),
    );
  });
});

describe('a rebuilding that is interrupted', () => {
  const nothingYet = async (id: string) => expect(await historyOf(id)).toMatchObject({ rebuilding: true });

  it('goes on when Jira has time again', async () => {
    await playOctober();
    const keyResult = await addWork(site, await addObjective(site));
    await bring(site, keyResult, 'children of WEB-1');
    site.site.jira.setFaults({ tooManyRequests: 20 });
    await site.settle();
    site.site.jira.setFaults({ tooManyRequests: 0 });
    await nothingYet(keyResult.id);
    await letPass(20 * 60_000);
    expect(await historyOf(keyResult.id)).toMatchObject({ rebuilding: false });
    expect(await pastOf(keyResult.id)).toHaveLength(LAST);
  });

  it('reads no issue twice on one day', async () => {
    await playOctober();
    const rebuild = async () => {
      const keyResult = await addWork(site, await addObjective(site));
      await bring(site, keyResult, 'children of WEB-1');
      const records = await site.recordsOf(() => site.settle());
      return records.flatMap(({ jira }) => jira).filter(({ path }) => path === '/rest/api/3/changelog/bulkfetch').length;
    };
    expect(await rebuild()).toBe(1);
    expect(await rebuild()).toBe(0);
    site.site.clock.set(firstDay + (LAST + 1) * dayMs + 9 * 3_600_000);
    expect(await rebuild()).toBe(1);
  });

  it('is taken up by the hourly pass when its job was lost', async () => {
    await playOctober();
    const keyResult = await addWork(site, await addObjective(site));
    await bring(site, keyResult, 'children of WEB-1');
    await site.settle();
    await site.sql('DELETE FROM snapshot');
    await site.sql(`INSERT INTO pending_history VALUES (?, 'lost', ?, 1)`, keyResult.id, site.site.clock.now());
    await site.site.host.schedule('hourly');
    await site.settle();
    // Whoever opened the note may still be under way.
    await nothingYet(keyResult.id);
    await letPass(30 * 60_000);
    await site.site.host.schedule('hourly');
    await site.settle();
    expect(await historyOf(keyResult.id)).toMatchObject({ rebuilding: false });
    expect(await pastOf(keyResult.id)).toHaveLength(LAST);
  });

  it('lets go of what it has read when the day is over', async () => {
    await playOctober();
    await bring(site, await addWork(site, await addObjective(site)), 'children of WEB-1');
    await site.settle();
    expect(await site.sql('SELECT issue_id FROM issue_past')).not.toEqual([]);
    await letPass(dayMs);
    await site.site.host.schedule('hourly');
    expect(await site.sql('SELECT issue_id FROM issue_past')).toEqual([]);
  });

  it('leaves out a key result that is archived by then', async () => {
    const keyResult = await addWork(site, await addObjective(site));
    await bring(site, keyResult, 'children of WEB-1');
    await ask(site, 'archiveKeyResult', { id: keyResult.id, version: keyResult.version });
    await site.settle();
    expect(await site.sql('SELECT * FROM pending_history')).toEqual([]);
  });
});

describe('a query that cannot be told', () => {
  it('is named, and today’s issues stand in from their creation on', async () => {
    await playOctober();
    const keyResult = await addWork(site, await addObjective(site));
    await bring(site, keyResult, 'summary ~ flickers');
    await site.settle();
    expect(await historyOf(keyResult.id)).toMatchObject({ rebuilding: false, untold: ['summary ~ flickers'] });
    const past = await pastOf(keyResult.id);
    expect(past.map(({ done }) => done).join('')).toBe('0000000000000011');
  });
});

describe('a key result whose plan is changed', () => {
  it('has its days told anew under the new rule, in the place of those that were seen', async () => {
    const keyResult = await addWork(site, await addObjective(site));
    await bring(site, keyResult, 'children of WEB-1');
    await site.settle();
    await playOctober();
    const other = await addWork(site, await addObjective(site), { rule: byPoints });
    await bring(site, other, 'children of WEB-1');
    await ask(site, 'editKeyResult', { id: keyResult.id, version: keyResult.version, rule: byPoints, reason: 'Points say more' });
    await site.settle();
    expect(await originsOf(keyResult.id)).toEqual(['rebuilt']);
    expect(await pastOf(keyResult.id)).toEqual(await pastOf(other.id));
  });

  it('keeps an issue that was moved to another project in the days before it left', async () => {
    const keyResult = await addWork(site, await addObjective(site));
    await bring(site, keyResult, 'project = WEB');
    await playOctober();
    const seen = await pastOf(keyResult.id);
    site.site.jira.door.moveIssue('ada', 'WEB-3', 'SEC');
    await site.settle();
    const { version } = await see(site, keyResult);
    const rule = { ...byPoints, weightBy: 'count' as const, inProgressCredit: 0 };
    await ask(site, 'editKeyResult', { id: keyResult.id, version, rule: { ...rule, inProgressCredit: 0.5 }, reason: 'Begun is something' });
    await site.settle();
    const now = await see(site, keyResult);
    await ask(site, 'editKeyResult', { id: keyResult.id, version: now.version, rule, reason: 'Done is done' });
    await site.settle();
    expect(await originsOf(keyResult.id)).toEqual(['rebuilt']);
    expect(await pastOf(keyResult.id)).toEqual(seen);
  });

  it('has its days told anew without a source that is removed', async () => {
    const keyResult = await addWork(site, await addObjective(site));
    await bring(site, keyResult, 'children of WEB-1');
    const { sourceId } = await bring(site, keyResult, 'labels = checkout');
    await site.settle();
    await playOctober();
    const other = await addWork(site, await addObjective(site));
    await bring(site, other, 'children of WEB-1');
    await ask(site, 'removeSource', { sourceId, reason: 'Labels are used for something else' });
    await site.settle();
    expect(await pastOf(keyResult.id)).toEqual(await pastOf(other.id));
  });

  it('is not told anew when only its words or its weight change', async () => {
    const keyResult = await addWork(site, await addObjective(site));
    await playOctober();
    await ask(site, 'editKeyResult', {
      id: keyResult.id,
      version: keyResult.version,
      weight: 3,
      title: 'Another',
      reason: 'It matters more',
    });
    expect((await historyOf(keyResult.id)).rebuilding).toBe(false);
  });
});

describe('the value of a metric', () => {
  it('is told for the days before its query was first asked', async () => {
    const source = { by: 'jira', jql: 'labels = checkout AND statusCategory != done', measure: 'count' } as const;
    const early = await addMetric(site, await addObjective(site), { source });
    await site.settle();
    await playOctober();
    const late = await addMetric(site, await addObjective(site), { source });
    await site.settle();
    const seen = await pastOf(early.id);
    expect(new Set(seen.map(({ value }) => value)).size).toBeGreaterThan(2);
    expect(await pastOf(late.id)).toEqual(seen);
  });

  it('sums a field as it was then', async () => {
    const source = { by: 'jira', jql: 'project = WEB', measure: 'sum', fieldId: 'customfield_19016' } as const;
    const early = await addMetric(site, await addObjective(site), { source });
    await site.settle();
    await playOctober();
    const late = await addMetric(site, await addObjective(site), { source });
    await site.settle();
    const seen = await pastOf(early.id);
    expect(new Set(seen.map(({ value }) => value)).size).toBeGreaterThan(2);
    expect(await pastOf(late.id)).toEqual(seen);
  });

  it('has a day without a number where its query cannot be told', async () => {
    await playOctober();
    const source = { by: 'jira', jql: 'summary ~ flickers', measure: 'count' } as const;
    const keyResult = await addMetric(site, await addObjective(site), { source });
    await site.settle();
    expect(await historyOf(keyResult.id)).toMatchObject({ untold: ['summary ~ flickers'] });
    expect((await pastOf(keyResult.id)).every(({ value, progress }) => value === null && progress === null)).toBe(true);
  });

  it('counts a value that is recorded late from its day on', async () => {
    const keyResult = await addMetric(site, await addObjective(site));
    await playOctober();
    await ask(site, 'recordValue', { id: newId(), keyResultId: keyResult.id, value: 50, day: '2026-10-05' });
    await ask(site, 'recordValue', { id: newId(), keyResultId: keyResult.id, value: 60, day: '2026-10-08' });
    await site.settle();
    const told = (await pastOf(keyResult.id)).map(({ progress }) => progress);
    expect(told).toEqual([null, null, null, null, 0.5, 0.5, 0.5, 1, 1, 1, 1, 1, 1, 1, 1, 1]);
  });
});

describe('milestones', () => {
  it('count from the day they were reached on', async () => {
    await playOctober();
    const keyResult = await addMilestones(site, await addObjective(site), [
      { id: newId(), title: 'Signed', weight: 1, reachedDay: '2026-10-14' },
      { id: newId(), title: 'Shipped', weight: 3, reachedDay: null },
    ]);
    await site.settle();
    expect((await pastOf(keyResult.id)).slice(-5).map(({ progress }) => progress)).toEqual([0, 0, 0.25, 0.25, 0.25]);
  });
});
