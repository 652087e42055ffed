/** Line of sight through the real SDK on the stand-in: whose work reaches a key result, what a link changes, and who sees which issues. */
import { openTestSite, type TestSite } from '../support/test-site';
import { addObjective, addWork, ask, bring, outcomeOf, Q4, SEC, WEB, workOn } from './support/okr-steps';

let site: TestSite;
beforeEach(async () => {
  site = await openTestSite();
  await give('WEB-3', 'cleo');
  await give('WEB-6', 'ben');
  await site.transition('WEB-6', 'In Progress');
});
afterEach(() => site.close());

const give = async (key: string, accountId: string): Promise<void> => {
  site.site.jira.door.updateIssue('ada', key, { assignee: { accountId } });
  await site.settle();
};
const count = async (): Promise<void> => {
  await ask(site, 'askForCount', { projectId: WEB, cycleId: Q4 });
  await site.settle();
};
const sight = (as = 'ada') => ask(site, 'getLineOfSight', { projectId: WEB, cycleId: Q4 }, { as });
/** `cleo 0/1: WEB-3`. */
const told = async (as?: string) =>
  (await sight(as)).people.map(({ accountId, issues, serving, orphans }) =>
    `${accountId} ${serving}/${issues}: ${orphans.map(({ key }) => key).join(' ')}`.trim(),
  );

it('is not there before the work has been counted', async () => {
  expect(await sight()).toMatchObject({ countedAt: null, people: [], total: 0, inSight: 0, unassigned: 0 });
});

it('follows a link at once: those without it are listed first, with their work', async () => {
  await count();
  expect(await told()).toEqual(['ben 0/1: WEB-6', 'cleo 0/1: WEB-3']);
  const keyResult = await workOn(site, ['WEB-6']);
  expect(await told()).toEqual(['cleo 0/1: WEB-3', 'ben 1/1:']);
  expect(await sight()).toMatchObject({ total: 2, inSight: 1, unassigned: 0 });
  await bring(site, keyResult, 'WEB-3');
  expect(await sight()).toMatchObject({ total: 2, inSight: 2 });
});

it('counts the work of nobody apart', async () => {
  await site.transition('WEB-4', 'In Progress');
  await count();
  expect(await sight()).toMatchObject({ total: 2, unassigned: 1 });
});

it('shows issues as the viewer: what they may not see is in the count alone', async () => {
  await count();
  site.site.jira.door.moveIssue('ada', 'WEB-3', 'SEC');
  expect(await told('ben')).toEqual(['ben 0/1: WEB-6', 'cleo 0/1:']);
});

it('is the same for everyone where a private objective has the work; only who knows of it is told so', async () => {
  await count();
  const before = await told('cleo');
  const objective = await addObjective(site, { ownerAccountId: 'ben', audience: ['ben'] });
  await bring(site, await addWork(site, objective), 'WEB-6');
  expect([await told('cleo'), await told('ben')]).toEqual([before, before]);
  const privately = async (as: string) => (await sight(as)).people.map(({ orphans }) => orphans.map((orphan) => orphan.privately));
  expect(await privately('cleo')).toEqual([[[]], [[]]]);
  expect(await privately('ben')).toEqual([[['KR-1']], [[]]]);
});

it('does not exist for those who may not see the project', async () => {
  expect(outcomeOf(await site.invoke('getLineOfSight', { projectId: SEC, cycleId: Q4 }, { as: 'cleo' }))).toBe('NOT_FOUND');
});
