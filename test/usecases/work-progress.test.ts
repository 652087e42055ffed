/** The numbers of work key results over the small company: each standing, each rule, and that closing an issue does what was promised. */
import type { Input } from '../../src/contract/api';
import { openTestSite, type TestSite } from '../support/test-site';
import { ask, bring, issueIds, progressOf, see, standingsOf, workOn } from './support/okr-steps';

let site: TestSite;
beforeEach(async () => {
  site = await openTestSite();
});
afterEach(() => site.close());

type Rule = NonNullable<Extract<Input<'createKeyResult'>, { kind: 'work' }>['rule']>;
const byCount: Rule = { weightBy: 'count', unestimated: 'leave-out', inProgressCredit: 0, wanted: null, shared: 'repeat' };
const byPoints: Rule = { weightBy: 'points', unestimated: 'leave-out', inProgressCredit: 0, wanted: null, shared: 'repeat' };
const everyWebIssue = 'project = WEB';

describe('the web project', () => {
  it.each([
    ['by count', byCount, 1 / 4],
    ['by points, the unestimated left out', byPoints, 3 / (3 + 1 + 2)],
    ['by points, the unestimated taken for 4', { ...byPoints, unestimated: 4 }, 3 / (3 + 4 + 1 + 2)],
    ['by points, the unestimated taken for nothing', { ...byPoints, unestimated: 0 }, 3 / (3 + 1 + 2)],
  ] as const)('as a whole is measured on its lowest issues: %s', async (_, rule, progress) => {
    const keyResult = await workOn(site, [everyWebIssue], { rule });
    expect(await progressOf(site, keyResult)).toBeCloseTo(progress, 12);
  });

  it('shows each issue for what it does', async () => {
    const keyResult = await workOn(site, [everyWebIssue], { rule: byPoints });
    expect(await see(site, keyResult)).toMatchObject({
      work: { inScope: 7, counted: 3, done: 1, inProgress: 0, cancelled: 1, throughChildren: 2, unestimated: 1 },
    });
    expect(await standingsOf(site, keyResult)).toEqual({
      [issueIds.epic]: 'through-children',
      [issueIds.card]: 'counted',
      [issueIds.bank]: 'through-children',
      [issueIds.funnel]: 'unestimated',
      [issueIds.talk]: 'counted',
      [issueIds.flicker]: 'counted',
      [issueIds.cheque]: 'cancelled',
    });
  });

  it('lists open work first, then done, then what is left out', async () => {
    const keyResult = await workOn(site, [everyWebIssue], { rule: byPoints });
    const { issues, totalIssues, hiddenOnPage, nextOffset } = await ask(site, 'getKeyResult', { keyResultId: keyResult.id });
    expect(issues.map(({ key }) => key)).toEqual(['WEB-5', 'WEB-6', 'WEB-2', 'WEB-1', 'WEB-3', 'WEB-4', 'WEB-7']);
    expect(issues[0]).toMatchObject({
      summary: 'Talk to the bank',
      statusName: 'To Do',
      statusCategory: 'todo',
      resolution: null,
      weight: 1,
      credit: 0,
    });
    expect(issues[6]).toMatchObject({ resolution: "Won't Do", weight: null, credit: null });
    expect({ totalIssues, hiddenOnPage, nextOffset }).toEqual({ totalIssues: 7, hiddenOnPage: 0, nextOffset: null });
  });
});

describe('credit for work in progress', () => {
  it('is given to issues in progress and no others', async () => {
    const keyResult = await workOn(site, ['WEB-2', 'WEB-3', 'WEB-6'], {
      rule: { ...byPoints, inProgressCredit: 0.5, wanted: null, shared: 'repeat' },
    });
    expect(await progressOf(site, keyResult)).toBeCloseTo((3 + 0.5 * 5) / 10, 12);
    expect(await see(site, keyResult)).toMatchObject({ work: { done: 1, inProgress: 1 } });
  });
});

describe('an issue', () => {
  it('counts once, whichever sources bring it', async () => {
    const keyResult = await workOn(site, ['WEB-2', 'WEB-6', 'project = WEB AND issuetype = Bug', 'labels = checkout']);
    expect(await see(site, keyResult)).toMatchObject({ progress: 1 / 3, work: { inScope: 3 } });
  });

  it('stands aside for its sub-task only while the sub-task is in scope', async () => {
    const keyResult = await workOn(site, ['WEB-3']);
    expect(await standingsOf(site, keyResult)).toEqual({ [issueIds.bank]: 'counted' });
    const { sourceId } = await bring(site, keyResult, 'WEB-5');
    expect(await standingsOf(site, keyResult)).toEqual({ [issueIds.bank]: 'through-children', [issueIds.talk]: 'counted' });
    await ask(site, 'removeSource', { sourceId });
    expect(await standingsOf(site, keyResult)).toEqual({ [issueIds.bank]: 'counted' });
  });

  it('counts through a grandchild whose own parent is not in scope', async () => {
    const keyResult = await workOn(site, ['WEB-1', 'WEB-5']);
    expect(await standingsOf(site, keyResult)).toEqual({ [issueIds.epic]: 'through-children', [issueIds.talk]: 'counted' });
  });

  it('that is cancelled leaves the sum and comes back when reopened', async () => {
    const keyResult = await workOn(site, ['WEB-2', 'WEB-6']);
    await site.transition('WEB-6', 'Done', { resolution: "Won't Do" });
    expect(await see(site, keyResult)).toMatchObject({ progress: 1, work: { counted: 1, cancelled: 1 } });
    await site.transition('WEB-6', 'To Do');
    expect(await see(site, keyResult)).toMatchObject({ progress: 1 / 2, work: { counted: 2, cancelled: 0 } });
  });

  it('that is deleted is out, and the list does not show it', async () => {
    const keyResult = await workOn(site, ['WEB-2', 'WEB-6']);
    expect(site.jira('DELETE', '/rest/api/3/issue/WEB-6').status).toBe(204);
    await site.settle();
    expect(await see(site, keyResult)).toMatchObject({ progress: 1, work: { inScope: 1 } });
    expect(await standingsOf(site, keyResult)).toEqual({ [issueIds.card]: 'counted' });
  });

  it('gets new points, and the weights follow', async () => {
    const keyResult = await workOn(site, ['WEB-2', 'WEB-6'], { rule: byPoints });
    site.jira('PUT', '/rest/api/3/issue/WEB-6', { fields: { customfield_19016: 9 } });
    await site.settle();
    expect(await progressOf(site, keyResult)).toBe(3 / 12);
  });

  it('brought into a second key result while its change is on the way moves the first one too', async () => {
    const first = await workOn(site, ['WEB-6']);
    site.jira('POST', '/rest/api/3/issue/WEB-6/transitions', { transition: { id: transitionTo('WEB-6', 'Done') } });
    const second = await workOn(site, ['WEB-6']);
    await site.settle();
    expect([await progressOf(site, first), await progressOf(site, second)]).toEqual([1, 1]);
  });

  it('brought into a second key result after it got another parent is placed anew in the first one too', async () => {
    const first = await workOn(site, ['WEB-1', 'WEB-6']);
    site.jira('PUT', '/rest/api/3/issue/WEB-6', { fields: { parent: { key: 'WEB-1' } } });
    await workOn(site, ['WEB-6']);
    await site.settle();
    expect(await see(site, first)).toMatchObject({ work: { counted: 1, throughChildren: 1 } });
  });
});

const transitionTo = (issue: string, status: string): string => {
  const { body } = site.jira('GET', `/rest/api/3/issue/${issue}/transitions`);
  const { transitions } = body as { transitions: readonly { id: string; to: { name: string } }[] };
  const found = transitions.find(({ to }) => to.name === status);
  if (found === undefined) throw new Error(`${issue} cannot go to ${status}`);
  return found.id;
};

describe('what the panel promises for closing an issue', () => {
  const rules: readonly (readonly [string, Rule])[] = [
    ['by count', byCount],
    ['by points', byPoints],
    [
      'by points with 3 assumed and half a credit',
      { weightBy: 'points', unestimated: 3, inProgressCredit: 0.5, wanted: null, shared: 'repeat' },
    ],
  ];

  it.each(rules)('is what happens then, for every issue of the project: %s', async (_, rule) => {
    const keyResult = await workOn(site, [everyWebIssue], { rule });
    for (const issue of ['WEB-6', 'WEB-5', 'WEB-4', 'WEB-3', 'WEB-1', 'WEB-2', 'WEB-7']) {
      const { cards } = await ask(site, 'getIssueKeyResults', {}, { issue });
      const promise = cards[0]?.ifClosed;
      const before = await progressOf(site, keyResult);
      await site.transition(issue, 'Done');
      const after = await progressOf(site, keyResult);
      expect({ issue, ...(promise ?? { from: before, to: before }) }).toEqual({ issue, from: before, to: after });
    }
  });
});
