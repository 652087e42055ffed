import type { FrameLocator, Page } from 'playwright-core';
import { people } from '../../local/demo/demo-people';
import { accessibilityProblems } from './support/accessibility';
import { describeInChromium } from './support/chromium';
import { eventually } from './support/eventually';
import { useLocalTabs } from './support/local-tabs';
import { dialog, okrRow, openProjectOkrs } from './support/okr-screens';

jest.setTimeout(240_000);

const sets = [
  ['Paying feels instant', 'Seconds to pay from 9 to 3 s', 'Abandoned carts from 40 to 25 %', 'The payment sheet is live'],
  ['Merchants help themselves', 'Tickets from 120 to 20 tickets', 'Cases solved alone from 22 to 45 %', 'The help centre is rewritten'],
  [
    'Anyone can shop here',
    'Barriers from 60 to 0 barriers',
    'Screen reader orders from 1 to 50 orders',
    'Every page has been tried by keyboard',
  ],
] as const;

describeInChromium('Writing a set of OKRs', () => {
  const { site, openTab } = useLocalTabs();

  const titlesOf = (okrs: FrameLocator): Promise<string[]> => okrs.locator('.okr-row--objective .okr-row__title').allTextContents();

  /** Writes one objective with its key results into the fast form; only keys are used once its button has the focus. */
  const write = async (page: Page, okrs: FrameLocator, lines: readonly string[]): Promise<void> => {
    await okrs.getByRole('button', { name: 'Write quickly' }).focus();
    await page.keyboard.press('Enter');
    await dialog(okrs, /^Write an objective/)
      .getByRole('textbox', { name: /^Objective in/ })
      .waitFor();
    for (const [index, line] of lines.entries()) {
      if (index > 0) await page.keyboard.press('Enter');
      await page.keyboard.type(line);
    }
    await page.keyboard.press('Control+Enter');
    await dialog(okrs, /^Write an objective/).waitFor({ state: 'detached' });
    await okrRow(okrs, lines.at(-1) ?? '').waitFor();
  };

  it('from an empty page to three objectives with nine key results, put in order, edited and changed together, by keyboard alone', async () => {
    const page = await openTab(people.tomas.accountId);
    const okrs = await openProjectOkrs(page, site().url, 'WEB');
    await okrs.getByLabel('Cycle').focus();
    await page.keyboard.press('End');
    await okrs.getByText(/^No objectives in/).waitFor();

    for (const lines of sets) await write(page, okrs, lines);
    expect(await titlesOf(okrs)).toEqual(sets.map(([title]) => title));
    expect(await okrs.locator('.okr-row--key-result').count()).toBe(9);
    await okrRow(okrs, 'Tickets from 120').getByText('from 120 tickets to 20 tickets').waitFor();

    // The last objective goes to the top, and the focus with it.
    await okrs.locator('.okr-row--objective').last().focus();
    await page.keyboard.press('Alt+ArrowUp');
    await eventually(async () => expect((await titlesOf(okrs))[1]).toBe(sets[2][0]));
    await page.keyboard.press('Alt+ArrowUp');
    await eventually(async () => expect((await titlesOf(okrs))[0]).toBe(sets[2][0]));
    await eventually(async () => expect(await page.getByText(/^O-\d+ moved$/).count()).toBe(2));
    expect(await okrs.locator('[data-row]:focus').textContent()).toContain(sets[2][0]);
    await page.reload();
    const again = await openProjectOkrs(page, site().url, 'WEB');
    await again.getByLabel('Cycle').focus();
    await page.keyboard.press('End');
    await okrRow(again, sets[2][0]).waitFor();
    await eventually(async () => expect(await titlesOf(again)).toEqual([sets[2][0], sets[0][0], sets[1][0]]));

    // A title is changed in its row.
    const row = again.locator('[data-row]').nth(1);
    await row.focus();
    await page.keyboard.press('F2');
    await again.getByRole('textbox', { name: 'Key result' }).waitFor();
    expect(await accessibilityProblems(page)).toEqual([]);
    await page.keyboard.press('Control+A');
    await page.keyboard.type('Barriers found by axe from 60 to 0');
    await page.keyboard.press('Enter');
    await okrRow(again, 'Barriers found by axe').waitFor();
    expect(await again.locator('[data-row]:focus').textContent()).toContain('Barriers found by axe');

    // Three key results get another owner at once, and are given back.
    await page.keyboard.press('x');
    await page.keyboard.press('Shift+ArrowDown');
    await page.keyboard.press('Shift+ArrowDown');
    await again.getByRole('region', { name: 'Selected rows' }).getByText('3 selected').waitFor();
    expect(await accessibilityProblems(page)).toEqual([]);
    await again.getByRole('region', { name: 'Selected rows' }).getByRole('button', { name: 'Owner' }).focus();
    await page.keyboard.press('Enter');
    await dialog(again, 'Change the owner of 3 rows').getByRole('combobox', { name: 'Owner' }).focus();
    await page.keyboard.type('Mei');
    await dialog(again, 'Change the owner of 3 rows').getByRole('option', { name: 'Mei-Ling Kuo' }).waitFor();
    await page.keyboard.press('Enter');
    await dialog(again, 'Change the owner of 3 rows').getByRole('button', { name: 'Change' }).focus();
    await page.keyboard.press('Enter');
    await page.getByText('Owner of 3 rows changed').first().waitFor();
    const owned = again.locator('.okr-row--key-result:has([title="Mei-Ling Kuo"])');
    await eventually(async () => expect(await owned.count()).toBe(3));
    await again.locator('[data-row]').first().focus();
    await page.keyboard.press('Control+z');
    await page.getByText('Taken back: Owner of 3 rows changed').waitFor();
    await eventually(async () => expect(await owned.count()).toBe(0));
  });
});
