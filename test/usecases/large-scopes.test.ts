/** Scopes near their limits stay within what Forge SQL answers in one response. */
import { openTestSite, type TestSite } from '../support/test-site';
import { ask, draftOf, failureOf, issueIds, newId, progressOf, WEB, workOn } from './support/okr-steps';

let site: TestSite;
beforeEach(async () => {
  site = await openTestSite();
});
afterEach(() => site.close());

const rows = (count: number, row: (index: number) => string): string => Array.from({ length: count }, (_, index) => row(index)).join(', ');

/** Puts so many issues that Jira does not know into a scope, as a source of this name. */
const fill = async (keyResultId: string, sourceId: string, count: number, firstId: number): Promise<void> => {
  const id = (index: number): string => String(1_234_567_890 + firstId + index);
  await site.sql(`REPLACE INTO issue_fact (issue_id, project_id, parent_id, status_category, cancelled, gone, points, numbers, updated_at, checked_at)
    VALUES ${rows(count, (index) => `('${id(index)}', '${WEB}', '9', 'in-progress', 0, 0, 3, '{}', 0, 1793000000000)`)}`);
  await site.sql(`INSERT INTO scope_source (id, key_result_id, type, jql, created_at, created_by, listed_at)
    VALUES ('${sourceId}', '${keyResultId}', 'jql', 'labels = "${sourceId}"', 0, 'ada', 0)`);
  await site.sql(`INSERT INTO scope_issue (source_id, issue_id, key_result_id, added_at)
    VALUES ${rows(count, (index) => `('${sourceId}', '${id(index)}', '${keyResultId}', 0)`)}`);
};

it('a key result is refused a source that would bring it beyond fifteen thousand issues, and measured below that', async () => {
  const keyResult = await workOn(site, ['WEB-2']);
  for (const index of [0, 1, 2]) await fill(keyResult.id, `source-${String(index)}`, index === 2 ? 4998 : 5000, index * 5000);
  await ask(site, 'addSource', { id: newId(), keyResultId: keyResult.id, source: draftOf('WEB-6') });
  expect(await progressOf(site, keyResult)).toBeCloseTo(1 / 15_000, 12);
  const refusal = failureOf(await site.invoke('addSource', { id: newId(), keyResultId: keyResult.id, source: draftOf('WEB-4') }));
  expect(refusal).toMatchObject({ code: 'LIMIT', message: expect.stringContaining('Narrow this one down') });
}, 60_000);

it('the panel of an issue in eight scopes of five thousand shows them all', async () => {
  for (let index = 0; index < 8; index += 1) {
    const keyResult = await workOn(site, []);
    await fill(keyResult.id, `source-${String(index)}`, 4999, 0);
    await ask(site, 'addSource', { id: newId(), keyResultId: keyResult.id, source: draftOf('WEB-6') });
  }
  const { cards } = await ask(site, 'getIssueKeyResults', { issueId: issueIds.flicker }, { issue: 'WEB-6' });
  expect(cards.map(({ ifClosed }) => ifClosed)).toEqual(Array.from({ length: 8 }, () => ({ from: 0, to: 1 / 5000 })));
}, 60_000);
