/** The work of a project and what it serves, in Chromium: finding and linking what serves nothing, making an issue that counts, and moving it from the page of its key result. */
import { people } from '../../local/demo/demo-people';
import { describeInChromium } from './support/chromium';
import { eventually } from './support/eventually';
import { useLocalTabs } from './support/local-tabs';
import { dialog, openKeyResult, openProjectOkrs } from './support/okr-screens';

jest.setTimeout(120_000);

const title = 'Finish everything on the checkout speed list';

describeInChromium('In the browser', () => {
  const { site, openTab } = useLocalTabs();

  it('work that serves nothing is found, linked after its effect was seen, and the coverage moves', async () => {
    const page = await openTab(people.tomas.accountId);
    const okrs = await openProjectOkrs(page, site().url, 'WEB');
    const open = okrs.getByRole('button', { name: /orphan issues?$/ });
    const before = Number(/\d+/.exec((await open.textContent()) ?? '')?.[0]);
    expect(before).toBeGreaterThan(0);
    await open.click();
    const list = dialog(okrs, 'Work that serves no key result');
    await list.getByRole('checkbox', { name: /^WEB-\d+/ }).first().check(); // prettier-ignore
    await list.getByRole('button', { name: 'Link to a key result' }).click();
    const link = dialog(okrs, 'Link to a key result');
    await link.getByRole('radio', { name: new RegExp(title) }).check();
    await link.getByText(/^Adds 1 issue/).waitFor();
    await link.getByRole('button', { name: 'Link', exact: true }).click();
    await list.getByRole('button', { name: `In progress (${String(before - 1)})` }).waitFor();
    await list.getByRole('button', { name: 'Close' }).last().click();
    if (before > 1) await okrs.getByRole('button', { name: new RegExp(`^${String(before - 1)} orphan issues?$`) }).waitFor();
  });

  it('an issue is made on the page of a key result, counts for it at once, and closing it there moves the number', async () => {
    const page = await openTab(people.tomas.accountId);
    const okrs = await openProjectOkrs(page, site().url, 'WEB');
    await openKeyResult(okrs, title);
    const counted = okrs.getByText(/^\d+ of \d+ counted issues? done/);
    const figures = async () => ((await counted.first().textContent()) ?? '').match(/\d+/g)?.slice(0, 2).map(Number) ?? [];
    const [done = NaN, all = NaN] = await figures();

    await okrs.getByRole('button', { name: 'Create issue' }).click();
    const form = page.getByRole('dialog', { name: 'Create issue in Acme Web' });
    await form.getByLabel('Summary').fill('Answer before the shopper asks');
    await form.getByRole('button', { name: 'Create', exact: true }).click();
    // The scope's record names it, too.
    const row = okrs.getByRole('row', { name: /Answer before the shopper asks .*move it/ });
    await row.waitFor();
    await eventually(async () => expect(await figures()).toEqual([done, all + 1]));

    await row.getByRole('button', { name: /move it$/ }).click();
    await row.getByRole('menuitem', { name: /^Done/ }).click();
    await eventually(async () => expect(await figures()).toEqual([done + 1, all + 1]));
    await row.getByRole('button', { name: /is Done: move it$/ }).waitFor();
  });
});
