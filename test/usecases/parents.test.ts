/** What an objective can be aligned to, and what of that is suggested: nothing that is private, closed, unseen or below it. */
import { openTestSite, type TestSite } from '../support/test-site';
import { addObjective, addWork, ask, Q4, SEC, WEB } from './support/okr-steps';

let site: TestSite;
beforeEach(async () => {
  site = await openTestSite();
});
afterEach(() => site.close());

const company = { level: 'company' } as const;
const about = { home: { level: 'project', projectId: WEB }, cycleId: Q4 } as const;

it('are objectives with their key results, by level, for one that is still being written', async () => {
  const own = await addObjective(site, { title: 'Of the project' });
  const above = await addObjective(site, { home: company, title: 'Of the company' });
  const key = await addWork(site, above, { title: 'Checkout on phones' });
  const options = await ask(site, 'listParents', about, { as: 'cleo' });
  expect(options.map(({ id, keyResults }) => [id, keyResults.map((each) => each.id)])).toEqual([
    [above.id, [key.id]],
    [own.id, []],
  ]);
  expect((await ask(site, 'listParents', { ...about, query: 'phones' }, { as: 'cleo' })).map(({ id }) => id)).toEqual([above.id]);
});

it('are suggested by the words of what is being written, with the key result that is meant', async () => {
  const above = await addObjective(site, { home: company, title: 'Of the company' });
  const key = await addWork(site, above, { title: 'Checkout on phones' });
  const [option] = await ask(site, 'listParents', { ...about, title: 'A phone checkout people finish' }, { as: 'cleo' });
  expect(option?.suggested).toEqual({ rank: 0, keyResultId: key.id, words: ['phone', 'checkout'], siblings: 0, isJustAbove: true });
});

it('are suggested where others of the project are aligned', async () => {
  const above = await addObjective(site, { home: company, title: 'Of the company' });
  await addObjective(site, { title: 'Sibling', parentId: above.id });
  const { id } = await addObjective(site, { title: 'New' });
  const options = await ask(site, 'listParents', { objectiveId: id });
  expect(options.find((option) => option.id === above.id)?.suggested).toMatchObject({ siblings: 1 });
});

it('leave out, also among what is suggested, what is private, below it, or where one may not look', async () => {
  const title = 'A checkout people finish';
  const { id } = await addObjective(site, { title });
  await addObjective(site, { home: company, title, audience: ['ben'] });
  await addObjective(site, { projectId: SEC, title });
  await addObjective(site, { title, parentId: id });
  expect(await ask(site, 'listParents', { objectiveId: id }, { as: 'cleo' })).toEqual([]);
});

it('are none of a closed cycle', async () => {
  await addObjective(site, { home: company, title: 'Of the company' });
  const cycle = (await ask(site, 'listCycles', {})).find((each) => each.id === Q4);
  await ask(site, 'closeCycle', { id: Q4, version: cycle?.version ?? 0, reason: 'Nobody grades in this test' });
  expect(await ask(site, 'listParents', about)).toEqual([]);
});
