import { people } from '../../local/demo/demo-people';
import { describeInChromium } from './support/chromium';
import { eventually } from './support/eventually';
import { findIssue } from './support/find-issue';
import { useLocalTabs } from './support/local-tabs';
import {
  countsOf,
  dialog,
  framesAreStillMarked,
  linkDialog,
  markFrames,
  moveIssue,
  okrRow,
  openIssue,
  openKeyResult,
  openProjectOkrs,
} from './support/okr-screens';

jest.setTimeout(120_000);

describeInChromium('In the browser', () => {
  const { site, openTab } = useLocalTabs();

  it('an issue that closes, reopens and is cancelled moves the numbers on pages that are open already', async () => {
    const title = 'Finish everything on the checkout speed list';
    const key = await findIssue(site(), 'project = WEB AND labels = checkout-speed AND issuetype = Story AND statusCategory != Done');
    const projectTab = await openTab(people.tomas.accountId);
    const row = okrRow(await openProjectOkrs(projectTab, site().url, 'WEB'), title);
    await row.waitFor();
    const before = await countsOf(row);
    const issueTab = await openTab(people.bo.accountId);
    const panel = await openIssue(issueTab, site().url, key);
    const card = panel.getByRole('article').filter({ hasText: title });
    await card.getByText('Closing this issue:').waitFor();
    await markFrames(projectTab);
    await markFrames(issueTab);

    await moveIssue(issueTab, 'Done', 'Done');
    await card.getByText('This issue is done and counts.').waitFor();
    await eventually(async () => expect(await countsOf(row)).toEqual({ ...before, done: before.done + 1 }));

    await moveIssue(issueTab, 'In Progress');
    await card.getByText('Closing this issue:').waitFor();
    await eventually(async () => expect(await countsOf(row)).toEqual(before));

    await moveIssue(issueTab, 'Done', "Won't Do");
    await card.getByText('Cancelled: out of scope.').waitFor();
    await eventually(async () =>
      expect(await countsOf(row)).toEqual({ done: before.done, counted: before.counted - 1, cancelled: before.cancelled + 1 }),
    );

    expect(await framesAreStillMarked(projectTab)).toBe(true);
    expect(await framesAreStillMarked(issueTab)).toBe(true);
  });

  it('a lead writes an objective, measures it by a filter, changes it and archives it', async () => {
    const page = await openTab(people.wilhelmina.accountId);
    const okrs = await openProjectOkrs(page, site().url, 'MOB');
    await okrs.getByRole('button', { name: 'New objective' }).click();
    const objective = dialog(okrs, 'New objective');
    await objective.getByRole('textbox').first().fill('Bugs do not survive the quarter');
    await objective.getByRole('button', { name: 'Add objective' }).click();
    const objectiveRow = okrRow(okrs, 'Bugs do not survive the quarter');
    await objectiveRow.waitFor();

    await objectiveRow.getByRole('button', { name: /^Add key result/ }).click();
    const keyResult = dialog(okrs, /^New key result/);
    await keyResult.getByRole('textbox').first().fill('Every reported bug is closed');
    await keyResult.getByRole('button', { name: 'Add key result' }).click();

    const scope = dialog(okrs, /^Scope/);
    await scope.getByLabel('A filter (JQL)').check();
    await scope.getByLabel('Filter', { exact: true }).fill('project = MOB AND issuetype = Bugg');
    await scope.getByRole('alert').filter({ hasText: 'Bugg' }).waitFor();
    await scope.getByLabel('Filter', { exact: true }).fill('project = MOB AND issuetype = Bug');
    const save = scope.getByRole('button', { name: 'Save' });
    await eventually(async () => expect(await save.isEnabled()).toBe(true));
    const keyResultRow = okrRow(okrs, 'Every reported bug is closed');
    await keyResultRow.getByText('no issues in scope yet').waitFor();
    await save.click();
    await scope.getByText(/counted issues? done/).waitFor();
    await scope.getByRole('button', { name: 'Close' }).last().click();
    await eventually(async () => expect((await countsOf(keyResultRow)).counted).toBeGreaterThan(10));

    await openKeyResult(okrs, 'Every reported bug is closed');
    await okrs.getByRole('button', { name: 'Edit' }).click();
    const edit = dialog(okrs, /^Edit KR-/);
    await edit.getByRole('textbox').first().fill('Every reported bug is closed or answered');
    await edit.getByRole('button', { name: 'Save' }).click();
    await okrs.getByRole('heading', { level: 1, name: 'Every reported bug is closed or answered' }).waitFor();
    await page.goBack();
    await okrRow(okrs, 'Every reported bug is closed or answered').waitFor();

    await objectiveRow.locator('.okr-row__title').click();
    await dialog(okrs, 'Bugs do not survive the quarter').getByRole('button', { name: 'Archive' }).click();
    await dialog(okrs, /^Archive O-/)
      .getByRole('button', { name: 'Archive' })
      .click();
    await objectiveRow.waitFor({ state: 'detached' });
  });

  it('a developer links an issue from its menu after seeing the effect, and takes the link back in the panel', async () => {
    const key = await findIssue(
      site(),
      'project = WEB AND issuetype = Bug AND parent is EMPTY AND labels is EMPTY AND statusCategory != Done',
    );
    const page = await openTab(people.bo.accountId);
    const panel = await openIssue(page, site().url, key);
    await panel.getByText('This issue serves no key result yet.').waitFor();

    await page.getByRole('button', { name: 'Actions' }).click();
    await page.getByRole('menuitem', { name: 'Link to key result' }).click();
    const link = linkDialog(page);
    await link.getByLabel('Find a key result').fill('audit');
    await link.getByRole('radio', { name: /Publish the statement/ }).check();
    await link.getByText(/[Aa]dds 1 issue/).waitFor();
    await link.getByRole('button', { name: 'Link', exact: true }).click();

    const card = panel.getByRole('article').filter({ hasText: 'Publish the statement' });
    await card.getByText('Closing this issue:').waitFor();
    await card.getByRole('button', { name: /^Unlink from/ }).click();
    await card.getByRole('button', { name: 'Unlink', exact: true }).click();
    await panel.getByText('This issue serves no key result yet.').waitFor();
  });
});
