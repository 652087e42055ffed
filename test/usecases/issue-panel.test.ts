/** What an issue's panel, its lozenge and its link dialog show, and what they keep to themselves. */
import { openTestSite, type TestSite } from '../support/test-site';
import { addMilestones, addObjective, addWork, ask, bring, failureOf, issueIds, SEC, workOn } from './support/okr-steps';

let site: TestSite;
beforeEach(async () => {
  site = await openTestSite();
});
afterEach(() => site.close());

const panelOf = (issue: string, as?: string) => ask(site, 'getIssueKeyResults', {}, { issue, ...(as === undefined ? {} : { as }) });

describe('the panel', () => {
  it('of an issue that serves nothing is empty', async () => {
    expect(await panelOf('WEB-6')).toEqual({ issueId: issueIds.flicker, cards: [], hidden: 0 });
  });

  it('shows the key result with its objective and cycle, why the issue is in scope, and what closing it would do', async () => {
    const keyResult = await workOn(site, ['WEB-6', 'WEB-2']);
    await bring(site, keyResult, 'labels = checkout');
    const { cards } = await panelOf('WEB-6');
    expect(cards).toEqual([
      {
        keyResult: expect.objectContaining({ id: keyResult.id, key: 'KR-1', progress: 1 / 3 }) as unknown,
        objective: {
          id: keyResult.objectiveId,
          key: 'O-1',
          title: 'A checkout people finish',
          home: { level: 'project', projectId: '10000' },
          hasOpened: false,
          hasAcknowledged: false,
        },
        cycle: {
          id: '2026-q4',
          name: 'Q4 2026',
          startDay: '2026-10-01',
          endDay: '2026-12-31',
          state: 'running',
          closedDay: null,
          themes: [],
          capacity: null,
          version: 1,
        },
        standing: 'counted',
        ifClosed: { from: 1 / 3, to: 2 / 3 },
        chanceIfClosed: null,
        sources: [
          expect.objectContaining({ type: 'issue', issueId: issueIds.flicker }),
          expect.objectContaining({ type: 'jql', jql: 'labels = checkout' }),
        ],
      },
    ]);
  });

  it('says why closing moves nothing', async () => {
    await workOn(site, ['project = WEB'], {
      rule: { weightBy: 'points', unestimated: 'leave-out', inProgressCredit: 0, wanted: null, shared: 'repeat' },
    });
    const seen = async (issue: string) => {
      const [card] = (await panelOf(issue)).cards;
      return [card?.standing, card?.ifClosed];
    };
    expect(await seen('WEB-1')).toEqual(['through-children', null]);
    expect(await seen('WEB-4')).toEqual(['unestimated', null]);
    expect(await seen('WEB-7')).toEqual(['cancelled', null]);
    expect(await seen('WEB-2')).toEqual(['counted', null]);
  });

  it('lists key results by number, also of other cycles, each once', async () => {
    const later = await addObjective(site, { cycleId: '2027-q1' });
    for (const keyResult of [await addWork(site, later), await addWork(site, await addObjective(site))]) {
      await bring(site, keyResult, 'WEB-6');
      await bring(site, keyResult, 'project = WEB');
    }
    expect((await panelOf('WEB-6')).cards.map(({ keyResult, cycle }) => [keyResult.key, cycle.id])).toEqual([
      ['KR-1', '2027-q1'],
      ['KR-2', '2026-q4'],
    ]);
  });

  it('counts key results of a project the viewer may not see, and tells nothing of them', async () => {
    await workOn(site, ['WEB-6']);
    const secret = await addWork(site, await addObjective(site, { projectId: SEC, title: 'Undisclosed goal' }), {
      title: 'Undisclosed number',
    });
    await bring(site, secret, 'WEB-6');
    const seen = await panelOf('WEB-6', 'cleo');
    expect(seen).toMatchObject({ cards: [{ keyResult: { key: 'KR-1' } }], hidden: 1 });
    expect(JSON.stringify(seen)).not.toMatch(/Undisclosed|KR-2|10001/);
    expect((await panelOf('WEB-6', 'dan')).cards).toHaveLength(2);
    expect((await panelOf('WEB-6', 'dan')).hidden).toBe(0);
  });

  it('of another issue than the open one is shown to those who may see that issue', async () => {
    await workOn(site, ['WEB-2']);
    expect((await ask(site, 'getIssueKeyResults', { issueId: issueIds.card }, { issue: 'WEB-6', as: 'cleo' })).cards).toHaveLength(1);
    const hidden = await site.invoke('getIssueKeyResults', { issueId: issueIds.secret }, { issue: 'WEB-6', as: 'cleo' });
    const missing = await site.invoke('getIssueKeyResults', { issueId: '99999' }, { issue: 'WEB-6', as: 'cleo' });
    expect(failureOf(hidden)).toEqual(failureOf(missing));
    expect(failureOf(hidden).code).toBe('NOT_FOUND');
  });

  it('needs an issue', async () => {
    expect(failureOf(await site.invoke('getIssueKeyResults', {}))).toMatchObject({ code: 'INVALID', field: 'issueId' });
  });
});

describe('the scope of a key result', () => {
  it('shows nobody titles of issues they may not see, and counts those', async () => {
    const keyResult = await workOn(site, ['status = "To Do"', 'SEC-1', 'children of SEC-1']);
    const seen = await ask(site, 'getKeyResult', { keyResultId: keyResult.id }, { as: 'cleo' });
    expect(seen).toMatchObject({ totalIssues: 4, hiddenOnPage: 1, keyResult: { work: { inScope: 4 } } });
    expect(seen.issues.map(({ key }) => key)).toEqual(['WEB-4', 'WEB-5', 'WEB-6']);
    expect(seen.sources.slice(1)).toMatchObject([
      { type: 'issue', issueKey: null, issueTitle: null },
      { type: 'children', issueKey: null, issueTitle: null },
    ]);
    expect(JSON.stringify(seen)).not.toMatch(/SEC-1|Rotate/);
    expect(await ask(site, 'getKeyResult', { keyResultId: keyResult.id }, { as: 'dan' })).toMatchObject({ hiddenOnPage: 0 });
  });

  it('counts the same for everybody', async () => {
    const keyResult = await workOn(site, ['SEC-1', 'WEB-2']);
    const seenBy = async (as: string) => (await ask(site, 'getKeyResult', { keyResultId: keyResult.id }, { as })).keyResult;
    expect(await seenBy('cleo')).toEqual(await seenBy('dan'));
  });
});

describe('the link dialog', () => {
  it('offers the key results of the current cycle, in order, and says which have the issue already', async () => {
    const first = await workOn(site, ['labels = checkout']);
    const objective = await addObjective(site, { title: 'Fewer carts left' });
    await addMilestones(site, objective);
    const second = await addWork(site, objective, {
      title: 'No flicker',
      rule: { weightBy: 'points', unestimated: 1, inProgressCredit: 0, wanted: null, shared: 'repeat' },
    });
    await addWork(site, await addObjective(site, { cycleId: '2027-q1' }));
    await addWork(site, await addObjective(site, { projectId: SEC }));
    const targets = await ask(site, 'listLinkTargets', {}, { issue: 'WEB-6', as: 'cleo' });
    expect(targets).toMatchObject([
      { id: first.id, key: 'KR-1', progress: 0, alreadyLinked: true, weightBy: 'count', objective: { key: 'O-1' } },
      {
        id: second.id,
        key: 'KR-3',
        progress: null,
        health: 'not-measured',
        alreadyLinked: false,
        weightBy: 'points',
        objective: { key: 'O-2' },
      },
    ]);
    expect(targets).toHaveLength(2);
  });

  it('offers those of groups and the company after the project’s own, also of a cycle that spans this one', async () => {
    const company = await addObjective(site, { home: { level: 'company' }, title: 'For everybody' });
    const wide = await addWork(site, company);
    const own = await workOn(site, []);
    await ask(site, 'createCycle', { id: 'the-year', name: '2026', startDay: '2026-01-01', endDay: '2026-12-31' });
    const yearly = await addWork(site, await addObjective(site, { home: { level: 'company' }, cycleId: 'the-year' }));
    const targets = await ask(site, 'listLinkTargets', {}, { issue: 'WEB-6', as: 'cleo' });
    expect(targets.map(({ id, objective }) => [id, objective.level])).toEqual([
      [own.id, 'project'],
      [wide.id, 'company'],
      [yearly.id, 'company'],
    ]);
  });

  it.each([
    ['kr-2', ['KR-2']],
    ['flicker NO', ['KR-2']],
    ['o-1 live', ['KR-1']],
    ['checkout', ['KR-1', 'KR-2']],
    ['carts', []],
  ])('finds by keys and words of the key result and its objective: %s', async (query, keys) => {
    await workOn(site, []);
    await workOn(site, [], { title: 'No flicker' });
    expect((await ask(site, 'listLinkTargets', { query }, { issue: 'WEB-6' })).map(({ key }) => key)).toEqual(keys);
  });

  it('does not tell whether an issue one may not see is linked', async () => {
    await workOn(site, ['SEC-1']);
    const linked = async (as: string) =>
      (await ask(site, 'listLinkTargets', { issueId: issueIds.secret }, { project: 'WEB', as })).map(({ alreadyLinked }) => alreadyLinked);
    expect([await linked('cleo'), await linked('dan')]).toEqual([[false], [true]]);
  });
});

describe('the lozenge beside the closed panel', () => {
  const lozenge = async (issue: string, projectId = '10000') => {
    const found = site.site.jira.findIssue(issue);
    return site.site.host.dynamicProperties('issue-okrs', 'cleo', {
      type: 'jira:issueContext',
      issue: { id: found?.id, key: issue },
      project: { id: projectId },
    });
  };
  const shows = (label: string, type: string) => ({ status: { type: 'lozenge', value: { label, type } } });

  it('is not there where the issue serves nothing', async () => {
    expect(await lozenge('WEB-6')).toEqual({});
  });

  it('shows the one key result with its percentage, coloured by its health', async () => {
    await workOn(site, ['WEB-6', 'WEB-2', 'WEB-3']);
    expect(await lozenge('WEB-6')).toEqual(shows('KR-1 33%', 'moved'));
    await site.transition('WEB-3', 'Done');
    expect(await lozenge('WEB-6')).toEqual(shows('KR-1 67%', 'success'));
    await site.transition('WEB-3', 'To Do');
    await site.transition('WEB-2', 'To Do');
    expect(await lozenge('WEB-6')).toEqual(shows('KR-1 0%', 'removed'));
  });

  it('shows only the key of one that is not measured', async () => {
    await workOn(site, ['WEB-4'], {
      rule: { weightBy: 'points', unestimated: 'leave-out', inProgressCredit: 0, wanted: null, shared: 'repeat' },
    });
    expect(await lozenge('WEB-4')).toEqual(shows('KR-1', 'default'));
  });

  it('counts several and takes the colour of the worst', async () => {
    await workOn(site, ['WEB-2']);
    expect(await lozenge('WEB-2')).toEqual(shows('KR-1 100%', 'success'));
    await workOn(site, ['WEB-2', 'WEB-6', 'WEB-4', 'WEB-5']);
    expect(await lozenge('WEB-2')).toEqual(shows('2 key results', 'removed'));
  });

  it('keeps quiet about key results of other projects', async () => {
    await bring(site, await addWork(site, await addObjective(site, { projectId: SEC })), 'WEB-6');
    expect(await lozenge('WEB-6')).toEqual({});
  });

  it('is not there, rather than broken, when something is wrong', async () => {
    await workOn(site, ['WEB-6']);
    expect(await site.site.host.dynamicProperties('issue-okrs', 'cleo', { type: 'jira:issueContext' })).toEqual({});
    site.leaveUnexplained('its key results are thrown away');
    await site.sql('DROP TABLE key_result');
    const [record] = await site.recordsOf(async () => expect(await lozenge('WEB-6')).toEqual({}));
    expect(record).toMatchObject({ error: null, logs: [{ level: 'warn' }] });
  });
});
