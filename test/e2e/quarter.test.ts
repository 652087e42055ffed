/**
 * A quarter of a company in Chromium, each step by whoever would take it: an OKR admin sets it up, two projects write what they give to it (the
 * second with the keyboard alone), the company answers, an objective changes hands, and the cycle is closed.
 */
import type { FrameLocator, Locator, Page } from 'playwright-core';
import { people } from '../../local/demo/demo-people';
import { describeInChromium } from './support/chromium';
import { eventually } from './support/eventually';
import { useLocalTabs } from './support/local-tabs';
import { dialog, okrRow, openCompanyOkrs, openObjective, openProjectOkrs } from './support/okr-screens';

jest.setTimeout(180_000);

const dayMs = 86_400_000;
const dayIn = (days: number): string => new Date(Date.now() + days * dayMs).toISOString().slice(0, 10);

const cycle = 'Ninety days';
const goal = 'Whoever comes back finds everything as they left it';
const fromWeb = 'A basket is never lost';
const fromMobile = 'The app opens where one was';

/** Presses Tab until the focus is there. */
async function tabTo(page: Page, wanted: Locator): Promise<void> {
  for (let stops = 0; stops < 20; stops += 1) {
    if (await wanted.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error('Tab does not lead there.');
}

describeInChromium('A quarter', () => {
  const { site, openTab } = useLocalTabs();

  const inCycle = async (okrs: FrameLocator): Promise<void> => {
    const choice = okrs.getByLabel('Cycle', { exact: true });
    await choice.selectOption(await choice.locator('option', { hasText: cycle }).getAttribute('value'));
  };
  const projectIn = async (page: Page, key: string): Promise<FrameLocator> => {
    const okrs = await openProjectOkrs(page, site().url, key);
    await inCycle(okrs);
    return okrs;
  };

  it('is set up by an OKR admin who does not administer Jira: a cycle, a group of two projects, a goal of the company', async () => {
    const page = await openTab(people.margit.accountId);
    const okrs = await openCompanyOkrs(page, site().url);
    await okrs.getByRole('button', { name: 'Cycles and settings' }).click();
    await okrs.getByRole('button', { name: 'New cycle' }).click();
    const made = dialog(okrs, 'New cycle');
    await made.getByRole('radio', { name: 'Own dates' }).check();
    await made.getByLabel('Name').fill(cycle);
    await made.getByLabel('First day').fill(dayIn(-10));
    await made.getByLabel('Last day').fill(dayIn(79));
    await made.getByRole('button', { name: 'Make the cycle' }).click();
    await okrs.getByRole('button', { name: `Start ${cycle}` }).click();
    await dialog(okrs, `Start ${cycle}?`).getByRole('button', { name: 'Start', exact: true }).click();
    await okrs.getByRole('button', { name: `Close ${cycle}` }).waitFor();

    await okrs.getByRole('button', { name: 'Groups and roles' }).click();
    await okrs.getByRole('button', { name: 'New group' }).click();
    const group = dialog(okrs, 'New group');
    await group.getByRole('textbox', { name: /^Name/ }).fill('Those who come back');
    for (const project of ['Acme Web', 'Acme Mobile']) {
      await group.getByLabel('Add a project').fill(project);
      await group.getByRole('list', { name: 'Projects found' }).getByRole('button').first().click();
    }
    await group.getByRole('button', { name: 'Create' }).click();
    await okrs.getByText('Those who come back').waitFor();

    await okrs.getByRole('button', { name: 'OKRs', exact: true }).click();
    await inCycle(okrs);
    await okrs.getByRole('button', { name: 'New objective' }).first().click();
    const written = dialog(okrs, 'New objective');
    await written.getByRole('textbox', { name: /^Objective/ }).fill(goal);
    await written.getByRole('button', { name: 'Add objective' }).click();
    await okrRow(okrs, goal).waitFor();
  });

  it('is given an objective by one project, which asks to serve that goal', async () => {
    const page = await openTab(people.tomas.accountId);
    const okrs = await projectIn(page, 'WEB');
    await okrs.getByRole('button', { name: 'New objective' }).first().click();
    const written = dialog(okrs, 'New objective');
    await written.getByRole('textbox', { name: /^Objective/ }).fill(fromWeb);
    await written.getByRole('combobox', { name: 'Aligned to' }).fill('comes back');
    await written
      .getByRole('option', { name: new RegExp(goal) })
      .first()
      .click();
    await written.getByRole('button', { name: 'Add objective' }).click();
    await okrRow(okrs, fromWeb)
      .getByText(/waiting to be accepted/)
      .waitFor();
  });

  it('is given one by another project, with the keyboard alone', async () => {
    const page = await openTab(people.wilhelmina.accountId);
    const okrs = await projectIn(page, 'MOB');
    await okrs.getByRole('button', { name: 'New objective' }).first().focus();
    await page.keyboard.press('Enter');
    const written = dialog(okrs, 'New objective');
    await written.getByRole('textbox', { name: /^Objective/ }).waitFor();
    await page.keyboard.type(fromMobile);
    const parent = written.getByRole('combobox', { name: 'Aligned to' });
    await tabTo(page, parent);
    await page.keyboard.type('comes back');
    await written
      .getByRole('option', { name: new RegExp(goal) })
      .first()
      .waitFor();
    // Until its search has come to rest, Enter chooses nothing.
    await eventually(async () => {
      await page.keyboard.press('Enter');
      expect(await written.getByRole('button', { name: 'Change' }).count()).toBe(1);
    });
    await tabTo(page, written.getByRole('button', { name: 'Add objective' }));
    await page.keyboard.press('Enter');
    await written.waitFor({ state: 'detached' });
    await okrRow(okrs, fromMobile)
      .getByText(/waiting to be accepted/)
      .waitFor();
  });

  it('has one of the two accepted, and the other declined with a reason', async () => {
    const page = await openTab(people.margit.accountId);
    const okrs = await openCompanyOkrs(page, site().url);
    await inCycle(okrs);
    await okrs
      .getByRole('button', { name: /^Check-ins/ })
      .first()
      .click();
    const request = (title: string) => okrs.getByRole('listitem').filter({ hasText: title });
    await request(fromWeb)
      .getByRole('button', { name: /^Accept/ })
      .click();
    await request(fromWeb).waitFor({ state: 'detached' });
    await request(fromMobile)
      .getByRole('button', { name: /^Decline/ })
      .click();
    await request(fromMobile).getByLabel('Why not?').fill('The app comes next quarter.');
    await page.keyboard.press('Enter');
    await request(fromMobile).waitFor({ state: 'detached' });
  });

  it('has an objective handed over by its owner, who sees why it was declined', async () => {
    const page = await openTab(people.wilhelmina.accountId);
    const okrs = await projectIn(page, 'MOB');
    await okrRow(okrs, fromMobile)
      .getByText(/declined/)
      .waitFor();
    await openObjective(okrs, fromMobile);
    const shown = dialog(okrs, new RegExp(fromMobile));
    await shown.getByText('The app comes next quarter.').waitFor();
    await shown.getByRole('button', { name: 'Edit', exact: true }).click();
    const edit = dialog(okrs, /^Edit O-/);
    await edit.getByRole('combobox', { name: 'Owner' }).fill('Priya');
    await edit.getByRole('option', { name: /Priya Natarajan/ }).click();
    await edit.getByRole('button', { name: 'Save' }).click();
    await edit.waitFor({ state: 'detached' });
    await shown.getByText('Priya Natarajan').first().waitFor();
  });

  it('is closed, and from then on can only be read', async () => {
    const page = await openTab(people.margit.accountId);
    const okrs = await openCompanyOkrs(page, site().url);
    await okrs.getByRole('button', { name: 'Cycles and settings' }).click();
    await okrs.getByRole('button', { name: `Close ${cycle}` }).click();
    const closing = dialog(okrs, `Close ${cycle}?`);
    await closing.getByRole('textbox', { name: /^Why is it closed without grades/ }).fill('It was a try');
    await closing.getByRole('button', { name: 'Close the cycle' }).click();
    await okrs.getByRole('button', { name: `Reopen ${cycle}` }).waitFor();
    const lead = await projectIn(await openTab(people.tomas.accountId), 'WEB');
    await okrRow(lead, fromWeb).waitFor();
    await lead.getByText(/closed on .+, can only be read/).waitFor();
    expect(await lead.getByRole('button', { name: 'Write quickly' }).count()).toBe(0);
  });
});
