/** Where things are on the screens of the site and the app: addresses, frames, rows. What a test does with them is its own. */
import type { FrameLocator, Locator, Page } from 'playwright-core';
import { eventually } from './eventually';

const projectOkrs = (page: Page): FrameLocator => page.frameLocator('iframe[data-module="project-okrs"]');
const companyOkrs = (page: Page): FrameLocator => page.frameLocator('iframe[data-module="company-okrs"]');
const issuePanel = (page: Page): FrameLocator => page.frameLocator('iframe[data-module="issue-okrs"]');
export const linkDialog = (page: Page): FrameLocator => page.frameLocator('iframe[data-module="link-to-key-result"]');

export async function openProjectOkrs(page: Page, siteUrl: string, projectKey: string): Promise<FrameLocator> {
  await page.goto(`${siteUrl}/projects/${projectKey}/okrs`);
  const frame = projectOkrs(page);
  await frame.getByRole('heading', { name: 'OKRs', level: 1 }).waitFor();
  return frame;
}

export async function openCompanyOkrs(page: Page, siteUrl: string, search = ''): Promise<FrameLocator> {
  await page.goto(`${siteUrl}/apps/okrs${search}`);
  const frame = companyOkrs(page);
  await frame.getByRole('heading', { name: 'OKRs', level: 1 }).waitFor();
  return frame;
}

/** The list of a project's OKRs (null: of the company's) in a tab that may be there already: whatever is open over it or in its place is left. */
export async function goToOkrs(page: Page, siteUrl: string, projectKey: string | null): Promise<FrameLocator> {
  const path = new URL(page.url(), siteUrl).pathname;
  if (path !== (projectKey === null ? '/apps/okrs' : `/projects/${projectKey}/okrs`))
    return projectKey === null ? openCompanyOkrs(page, siteUrl) : openProjectOkrs(page, siteUrl, projectKey);
  const frame = projectKey === null ? companyOkrs(page) : projectOkrs(page);
  const dialogs = frame.getByRole('dialog');
  // A page that has just heard of a change may move under the click.
  await eventually(async () => {
    if ((await dialogs.count()) > 0)
      await dialogs.last().getByRole('button', { name: 'Close', exact: true }).first().click({ timeout: 2_000 });
    expect(await dialogs.count()).toBe(0);
  });
  // On the page of a key result it is the way back, on the list it is the first of its views.
  await frame.getByRole('button', { name: /^(OKRs|Objectives)$/ }).click();
  await frame.getByRole('heading', { name: 'OKRs', level: 1 }).waitFor();
  return frame;
}

/** Opens the alignment on a page of OKRs, as a map or as a list; resolves to that. */
export async function openAlignment(frame: FrameLocator, form: 'Map' | 'List'): Promise<Locator> {
  await frame.getByRole('button', { name: 'Alignment', exact: true }).click();
  await frame.getByRole('button', { name: form, exact: true }).click();
  const shown = form === 'Map' ? frame.getByRole('group', { name: 'Alignment map' }) : frame.getByRole('treegrid', { name: 'Alignment' });
  await shown.waitFor();
  return shown;
}

/** The issue view with its panel loaded. */
export async function openIssue(page: Page, siteUrl: string, issueKey: string): Promise<FrameLocator> {
  await page.goto(`${siteUrl}/browse/${issueKey}`);
  const frame = issuePanel(page);
  await frame.getByRole('button', { name: 'Link to key result' }).waitFor();
  return frame;
}

/** The row of the tree grid whose title contains the words. */
export const okrRow = (frame: FrameLocator, title: string): Locator => frame.getByRole('row').filter({ hasText: title });

/** Opens an objective from its row, by its title: the middle of a row is the button of its percentage. */
export const openObjective = (frame: FrameLocator, title: string): Promise<void> => okrRow(frame, title).locator('.okr-row__title').click();

/** Opens the page of a key result from its row, whose title contains the words; resolves once its parts are there. */
export async function openKeyResult(frame: FrameLocator, title: string): Promise<void> {
  // The middle of a row may be a button of its own.
  await okrRow(frame, title).getByText(title).first().click();
  await frame.getByRole('heading', { level: 1, name: title }).waitFor();
  await frame
    .getByRole('img', { name: /^(Burn-up|Value|Milestones|Outcome)/ })
    .first()
    .waitFor();
  await frame.getByText(/^As of/).waitFor();
}

/** Opens the ten scores on a page of OKRs. */
export async function openHealth(frame: FrameLocator): Promise<void> {
  await frame.getByRole('button', { name: 'Health', exact: true }).click();
  await frame.getByRole('button', { name: 'Realistic', exact: true }).waitFor();
}

/** The score of one of the ten, by its name; NaN where it has none. */
export async function scoreOf(frame: FrameLocator, title: string): Promise<number> {
  const told = (await frame.getByRole('img', { name: /^Ten scores/ }).getAttribute('aria-label')) ?? '';
  return Number(new RegExp(`${title} (\\d+)`).exec(told)?.[1] ?? NaN);
}

/** Opens the inbox of a page of OKRs; resolves once an item of it is there. */
export async function openInbox(frame: FrameLocator): Promise<Locator> {
  await frame.getByRole('button', { name: /^Inbox/ }).click();
  const inbox = dialog(frame, 'Inbox');
  await inbox.getByRole('listitem').first().waitFor();
  return inbox;
}

/** The dialog on top whose heading is `name`. */
export const dialog = (frame: FrameLocator, name: string | RegExp): Locator => frame.getByRole('dialog', { name });

/** `8 of 23 counted issues done`, as a row says it to the ear, and the cancelled ones of its note. Rejects where the row counts nothing. */
export async function countsOf(row: Locator): Promise<{ done: number; counted: number; cancelled: number }> {
  const work = (await row.getByText(/^\d+ of \d+ counted issues? done$/).textContent()) ?? '';
  const [done, counted] = (work.match(/\d+/g) ?? []).map(Number);
  const [, cancelled = '0'] = /(\d+) cancelled/.exec((await row.textContent()) ?? '') ?? [];
  return { done: done ?? Number.NaN, counted: counted ?? Number.NaN, cancelled: Number(cancelled) };
}

/** Moves the open issue through the status menu; into Done with the resolution given. */
export async function moveIssue(page: Page, status: string, resolution?: string): Promise<void> {
  await page.getByRole('button', { name: /^Change the status/ }).click();
  await page.getByRole('menuitem', { name: status, exact: true }).click();
  if (resolution === undefined) return;
  await page.getByLabel('Resolution').selectOption(resolution);
  await page.getByRole('button', { name: `Move to ${status}` }).click();
}

/** Leaves a mark in every frame of the page that a reload would lose. */
export async function markFrames(page: Page): Promise<void> {
  for (const frame of page.frames()) await frame.evaluate(() => void (document.documentElement.dataset.marked = 'true'));
}

export async function framesAreStillMarked(page: Page): Promise<boolean> {
  const marks = await Promise.all(page.frames().map((frame) => frame.evaluate(() => document.documentElement.dataset.marked === 'true')));
  return marks.every(Boolean);
}
