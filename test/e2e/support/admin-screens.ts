/** The screens of those who set up the site: in Jira's own administration, and on the company page for OKR admins who cannot open that. */
import type { FrameLocator, Page } from 'playwright-core';
import { okrAdmin, people } from '../../../local/demo/demo-people';
import type { JiraUser } from '../../../local/seams';
import { dialog, openCompanyOkrs } from './okr-screens';

type Place = { readonly page: Page; readonly url: string };

/** Whoever opens pages from now on. */
export const becomes = (page: Page, url: string, { accountId }: JiraUser): Promise<void> =>
  page.context().addCookies([{ name: 'user', value: accountId, url }]);

/** The settings, with one of their groups open. */
async function openSettings({ page, url }: Place, group: string): Promise<FrameLocator> {
  await becomes(page, url, people.ines);
  await page.goto(`${url}/settings/okr-settings`);
  const settings = page.frameLocator('iframe[data-module="okr-settings"]');
  await settings.getByRole('button', { name: group, exact: true }).click();
  return settings;
}

export const adminScreens: Record<string, (place: Place) => Promise<void>> = {
  'the settings on the company page': async ({ page, url }) => {
    await becomes(page, url, okrAdmin);
    const okrs = await openCompanyOkrs(page, url, '?view=settings');
    await okrs.getByRole('region', { name: 'Cycles of the site' }).waitFor();
  },
  'a cycle that is about to be closed': async (place) => {
    const settings = await openSettings(place, 'Cycles');
    await settings
      .getByRole('button', { name: /^Close Q4/ })
      .first()
      .click();
    await dialog(settings, /^Close Q4/)
      .getByText(/that you can see stand still/)
      .waitFor();
  },
  'a cycle that is to be prepared': async (place) => {
    const settings = await openSettings(place, 'Cycles');
    await settings
      .getByRole('button', { name: /^Prepare Q/ })
      .first()
      .click();
    await settings.getByText(/things are settled/).waitFor();
  },
  'the objectives that are to be graded': async ({ page, url }) => {
    await becomes(page, url, okrAdmin);
    const okrs = await openCompanyOkrs(page, url, '?view=closing');
    await okrs
      .getByRole('button', { name: /^Grade O-/ })
      .first()
      .click();
    await dialog(okrs, /^Grade O-/)
      .getByText('Step 1 of 4')
      .waitFor();
  },
  'the report of a closed cycle': async (place) => {
    const settings = await openSettings(place, 'Cycles');
    await settings
      .getByRole('button', { name: /^Report of Q/ })
      .first()
      .click();
    await settings.getByRole('article', { name: /what it was worth$/ }).waitFor();
  },
  'what was learned': async ({ page, url }) => {
    await becomes(page, url, okrAdmin);
    const okrs = await openCompanyOkrs(page, url, '?view=learning');
    await okrs.getByRole('heading', { name: 'What we learned' }).waitFor();
  },
  'groups and roles': async (place) => {
    const settings = await openSettings(place, 'Groups and roles');
    await settings.getByText('Shopping').waitFor();
    await settings.getByText(okrAdmin.displayName).waitFor();
  },
  'when people are reminded': async (place) => {
    const settings = await openSettings(place, 'Reminders');
    await settings.getByRole('spinbutton', { name: 'Days until it is said again' }).waitFor();
  },
  'the limits of the radar': async (place) => {
    const settings = await openSettings(place, 'Radar');
    await settings.getByLabel('Too hard below this chance').waitFor();
  },
  'the words of the coach': async (place) => {
    const settings = await openSettings(place, 'Wording');
    await settings.getByRole('textbox', { name: 'Verbs of tasks' }).waitFor();
  },
  'the history of the settings': async (place) => {
    const settings = await openSettings(place, 'History');
    await settings.getByRole('list', { name: 'History' }).getByRole('listitem').first().waitFor();
  },
  'the demo set before it is loaded': async (place) => {
    const settings = await openSettings(place, 'Demo set');
    await settings.getByRole('searchbox', { name: /^Add a project/ }).fill('acme');
    await settings.getByRole('button', { name: 'Add WEB' }).click();
    await settings.getByRole('list', { name: 'Projects of the demo set' }).getByText('Acme Web').waitFor();
  },
};
