/** A number is opened, its parts are added up, its past is looked at, and a change in Jira reaches all of it without a reload. */
import type { FrameLocator, Locator } from 'playwright-core';
import { people } from '../../local/demo/demo-people';
import { describeInChromium } from './support/chromium';
import { eventually } from './support/eventually';
import { findIssue } from './support/find-issue';
import { useLocalTabs } from './support/local-tabs';
import {
  dialog,
  framesAreStillMarked,
  markFrames,
  moveIssue,
  okrRow,
  openIssue,
  openKeyResult,
  openProjectOkrs,
} from './support/okr-screens';

jest.setTimeout(120_000);

const speedList = 'Finish everything on the checkout speed list';

/** The figures in the last cell of each row of the parts: what a part adds, or the credit it gives and the weight it has. */
async function figures(parts: Locator): Promise<readonly (readonly number[])[]> {
  const cells = await parts.locator('tr > :last-child').allTextContents();
  return cells.map((text) => (text.match(/\d+(?:[.,]\d+)?/g) ?? []).map((figure) => Number(figure.replace(',', '.'))));
}
const sumOf = (rows: readonly (readonly number[])[], at: number) => rows.reduce((sum, row) => sum + (row[at] ?? 0), 0);

describeInChromium('A number', () => {
  const { site, openTab } = useLocalTabs();
  /** `62` of a heading `Why 62 %?`. */
  const percentOf = async (frame: FrameLocator): Promise<number> =>
    Number(/\d+/.exec((await frame.getByRole('heading', { name: /^Why/ }).textContent()) ?? '')?.[0]);

  it('is the sum of its parts: all objectives, one of them, one of its key results, and back', async () => {
    const page = await openTab(people.tomas.accountId);
    const okrs = await openProjectOkrs(page, site().url, 'WEB');
    await okrRow(okrs, speedList).waitFor();
    await okrs.getByRole('button', { name: /why\? all objectives/ }).click();
    const explanation = dialog(okrs, /^Why/);

    const addsUp = async () => {
      await explanation.getByText('Together').waitFor();
      const parts = await figures(explanation.locator('tbody'));
      const [[together = Number.NaN] = []] = await figures(explanation.locator('tfoot'));
      expect(parts.length).toBeGreaterThan(1);
      expect(sumOf(parts, 0)).toBeCloseTo(together, 5);
      expect(Math.abs(together - (await percentOf(okrs)))).toBeLessThanOrEqual(0.5);
    };
    await addsUp();
    await explanation
      .getByRole('button', { name: /why\? O-/ })
      .first()
      .click();
    await explanation.getByRole('button', { name: 'Back' }).waitFor();
    await addsUp();

    await explanation.locator('tr', { hasText: speedList }).getByRole('button', { name: /why\?/ }).click();
    await explanation.getByRole('columnheader', { name: 'Credit / weight' }).waitFor();
    const issues = await figures(explanation.locator('tbody'));
    const [[credit = Number.NaN, weight = Number.NaN] = []] = await figures(explanation.locator('tfoot'));
    expect(sumOf(issues, 0)).toBeCloseTo(credit, 5);
    expect(sumOf(issues, 1)).toBeCloseTo(weight, 5);
    expect(Math.abs((credit / weight) * 100 - (await percentOf(okrs)))).toBeLessThanOrEqual(0.5);

    await explanation.getByRole('button', { name: /^Back to O-/ }).click();
    await addsUp();
    await page.keyboard.press('Escape');
    await explanation.waitFor({ state: 'detached' });
  });

  it('has a past from the first day, as a chart and as a table, under an address of its own', async () => {
    const page = await openTab(people.tomas.accountId);
    const okrs = await openProjectOkrs(page, site().url, 'WEB');
    await openKeyResult(okrs, speedList);
    const address = page.url();
    expect(address).toContain('keyResult=');
    await okrs.getByText(/rebuilt from Jira’s changelogs/).waitFor();
    await okrs.getByRole('button', { name: 'Show as table' }).click();
    const days = okrs.getByRole('region', { name: 'Burn-up as a table' }).locator('tbody tr');
    expect(await days.count()).toBeGreaterThan(20);
    const done = (await days.locator('td:nth-child(2)').allTextContents()).filter((text) => text !== '–').map(Number);
    // Newest first: work was done in the quarter, and the last day is today's number.
    expect(done.at(0)).toBeGreaterThan(done.at(-1) ?? Number.POSITIVE_INFINITY);

    await page.goBack();
    await okrRow(okrs, speedList).waitFor();
    await page.goto(address);
    await okrs.getByRole('heading', { level: 1, name: speedList }).waitFor();
    await okrs.getByRole('button', { name: 'OKRs', exact: true }).click();
    await okrRow(okrs, speedList).waitFor();
  });

  it('moves in an explanation, a chart and a panel that are open already when an issue closes', async () => {
    const key = await findIssue(site(), 'project = WEB AND labels = checkout-speed AND issuetype = Story AND statusCategory != Done');
    const page = await openTab(people.tomas.accountId);
    const okrs = await openProjectOkrs(page, site().url, 'WEB');
    await openKeyResult(okrs, speedList);
    const together = okrs.locator('.key-result-page__why tfoot');
    const doneNow = async () =>
      Number(
        /done (\d+)/.exec(
          (await okrs
            .getByText(/: done \d/)
            .first()
            .textContent()) ?? '',
        )?.[1],
      );
    const [[credit = Number.NaN] = []] = await figures(together);
    expect(await doneNow()).toBe(credit);

    const issueTab = await openTab(people.bo.accountId);
    const panel = await openIssue(issueTab, site().url, key);
    const card = panel.getByRole('article').filter({ hasText: speedList });
    await card.getByRole('button', { name: /^Why/ }).click();
    await card.getByText('Together').waitFor();
    await markFrames(page);
    await markFrames(issueTab);

    await moveIssue(issueTab, 'Done', 'Done');
    await eventually(async () => expect((await figures(together))[0]?.[0]).toBe(credit + 1));
    await eventually(async () => expect(await doneNow()).toBe(credit + 1));
    await eventually(async () => expect((await figures(card.locator('tfoot')))[0]?.[0]).toBe(credit + 1));
    await okrs.getByText(new RegExp(`^${String(credit + 1)} of \\d+ counted issues done`)).waitFor();

    expect(await framesAreStillMarked(page)).toBe(true);
    expect(await framesAreStillMarked(issueTab)).toBe(true);
  });
});
