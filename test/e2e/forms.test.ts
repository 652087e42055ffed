import type { FrameLocator, Locator, Page } from 'playwright-core';
import { people } from '../../local/demo/demo-people';
import { describeInChromium } from './support/chromium';
import { eventually } from './support/eventually';
import { useLocalTabs } from './support/local-tabs';
import { dialog, okrRow, openProjectOkrs } from './support/okr-screens';

jest.setTimeout(180_000);

/** Presses Tab until the control has the focus: what cannot be reached so, cannot be reached by keyboard. */
async function tabTo(page: Page, control: Locator): Promise<void> {
  await control.waitFor();
  for (let presses = 0; presses < 120; presses += 1) {
    if (await control.evaluate((element) => element === element.ownerDocument.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`120 presses of Tab do not reach ${String(control)}`);
}

/** A radio button takes the focus where its group is entered, at the one that is chosen; the arrow keys go on from there. */
async function choose(page: Page, form: Locator, chosen: RegExp, wanted: RegExp): Promise<void> {
  await tabTo(page, form.getByRole('radio', { name: chosen }));
  const radio = form.getByRole('radio', { name: wanted });
  for (let presses = 0; presses < 6 && !(await radio.isChecked()); presses += 1) await page.keyboard.press('ArrowDown');
  expect(await radio.isChecked()).toBe(true);
}

async function type(page: Page, field: Locator, text: string): Promise<void> {
  await tabTo(page, field);
  await page.keyboard.press('Control+A');
  await page.keyboard.type(text);
}

describeInChromium('Forms by keyboard', () => {
  const { site, openTab } = useLocalTabs();

  const openOkrs = async (): Promise<{ page: Page; okrs: FrameLocator }> => {
    const page = await openTab(people.tomas.accountId);
    const okrs = await openProjectOkrs(page, site().url, 'WEB');
    await okrRow(okrs, 'Checkout feels instant').first().waitFor();
    return { page, okrs };
  };
  /** Opens the form of a new key result with the keyboard, and writes its title. */
  const newKeyResult = async (page: Page, okrs: FrameLocator, title: string): Promise<Locator> => {
    await okrs
      .getByRole('button', { name: /^Add key result to O-/ })
      .first()
      .focus();
    await page.keyboard.press('Enter');
    const form = dialog(okrs, /^New key result/);
    await form.getByRole('textbox').first().waitFor();
    await page.keyboard.type(title);
    return form;
  };

  it('one key result of each kind is written', async () => {
    const { page, okrs } = await openOkrs();

    await newKeyResult(page, okrs, 'Every receipt is one page');
    await page.keyboard.press('Enter');
    await dialog(okrs, /^Scope of KR-/).waitFor();
    await page.keyboard.press('Escape');
    await okrRow(okrs, 'Every receipt is one page').getByText('no issues in scope yet').waitFor();

    const metric = await newKeyResult(page, okrs, 'Open bugs of the shop from 30 to 2');
    await choose(page, metric, /^Work/, /^Metric/);
    await type(page, metric.getByRole('spinbutton', { name: /^Start/ }), '30');
    await type(page, metric.getByRole('spinbutton', { name: /^Target/ }), '2');
    await choose(page, metric, /^People type it in/, /^Jira says it/);
    await type(page, metric.getByRole('textbox', { name: /^Query/ }), 'project = WEB AND issuetype = Bugg AND statusCategory != Done');
    await metric.getByRole('alert').filter({ hasText: 'Bugg' }).waitFor();
    await type(page, metric.getByRole('textbox', { name: /^Query/ }), 'project = WEB AND issuetype = Bug AND statusCategory != Done');
    const now = Number(/^\d+/.exec((await metric.getByText(/^\d+ issues? now$/).textContent()) ?? '')?.[0]);
    await tabTo(page, metric.getByRole('button', { name: 'Add key result' }));
    await page.keyboard.press('Enter');
    await okrRow(okrs, 'Open bugs of the shop')
      .getByText(new RegExp(`^${now} on `))
      .waitFor();

    const band = await newKeyResult(page, okrs, 'Refunds stay between 1 and 3 %');
    await choose(page, band, /^Work/, /^Band/);
    await type(page, band.getByRole('spinbutton', { name: /^At least/ }), '1');
    await type(page, band.getByRole('spinbutton', { name: /^At most/ }), '3');
    await type(page, band.getByRole('spinbutton', { name: 'Value today' }), '2');
    await page.keyboard.press('Enter');
    await okrRow(okrs, 'Refunds stay').getByText('100 %').first().waitFor();

    const milestones = await newKeyResult(page, okrs, 'Wallets of all three makers work');
    await choose(page, milestones, /^Work/, /^Milestones/);
    await tabTo(page, milestones.getByRole('textbox', { name: 'New milestone' }));
    for (const name of ['First maker', 'Second maker', 'Third maker']) {
      await page.keyboard.type(name);
      await page.keyboard.press('Enter');
    }
    await tabTo(page, milestones.getByRole('button', { name: 'Add key result' }));
    await page.keyboard.press('Enter');
    await okrRow(okrs, 'Wallets of all three').getByText('0 of 3 milestones reached').waitFor();
  });

  it('a counting rule shows what it would do before it is saved, asks why, and moves the number', async () => {
    const { page, okrs } = await openOkrs();
    const row = okrRow(okrs, 'Replace the three-step checkout');
    await row.focus();
    await page.keyboard.press('Enter');
    const edit = okrs.getByRole('button', { name: 'Edit', exact: true });
    await tabTo(page, edit);
    await page.keyboard.press('Enter');
    const form = dialog(okrs, /^Edit KR-/);
    await choose(page, form, /^Its story points/, /^1, whatever its size/);
    const progress = form.getByRole('row', { name: /^Progress/ });
    await progress.waitFor();
    const [before, after] = ((await progress.textContent()) ?? '').match(/\d+/g) ?? [];
    expect(after).not.toBe(before);

    await tabTo(page, form.getByRole('button', { name: 'Save' }));
    await page.keyboard.press('Enter');
    const why = form.getByRole('textbox', { name: /^Why does the plan change/ });
    await eventually(async () => expect(await why.evaluate((element) => element === document.activeElement)).toBe(true));
    await page.keyboard.type('The team no longer estimates');
    await page.keyboard.press('Enter');
    await form.waitFor({ state: 'detached' });
    await page.goto(`${site().url}/projects/WEB/okrs`);
    await row.getByText(`${after}\u00a0%`).first().waitFor();
  });

  it('an objective is aligned to one of another project', async () => {
    const { page, okrs } = await openOkrs();
    const objective = okrRow(okrs, 'Merchants solve their problems').first();
    await objective.focus();
    await page.keyboard.press('Enter');
    await tabTo(page, okrs.getByRole('button', { name: 'Edit', exact: true }));
    await page.keyboard.press('Enter');
    const form = dialog(okrs, /^Edit O-/);
    await tabTo(page, form.getByRole('combobox', { name: 'Aligned to' }));
    await page.keyboard.type('shoppers trust');
    await form.getByRole('option', { name: /Shoppers trust the app/ }).waitFor();
    await eventually(async () => expect(await form.getByRole('option', { name: /^O-/ }).count()).toBe(1));
    await page.keyboard.press('Enter');
    await form.getByRole('group', { name: 'Aligned to' }).getByText('Shoppers trust the app').waitFor();
    await type(page, form.getByRole('textbox', { name: /^Why does the plan change/ }), 'Merchants are shoppers too');
    await page.keyboard.press('Enter');
    await form.waitFor({ state: 'detached' });

    await page.goto(`${site().url}/projects/WEB/okrs`);
    await objective.locator('.okr-row__title').click();
    await okrs.getByRole('button', { name: 'Edit', exact: true }).click();
    await form.getByRole('group', { name: 'Aligned to' }).getByText('Shoppers trust the app').waitFor();
  });
});
