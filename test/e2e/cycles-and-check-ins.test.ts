import { people } from '../../local/demo/demo-people';
import { accessibilityProblems } from './support/accessibility';
import { describeInChromium } from './support/chromium';
import { eventually } from './support/eventually';
import { useLocalTabs } from './support/local-tabs';
import { dialog, openProjectOkrs } from './support/okr-screens';

jest.setTimeout(180_000);

const dayMs = 86_400_000;

describeInChromium('Cycles and check-ins', () => {
  const { site, openTab } = useLocalTabs();

  const invokeAs = (accountId: string) => (name: string, input: unknown) =>
    site().command('invoke', name, JSON.stringify(input), '--project', 'WEB', '--as', accountId);
  /** The day so many days from today. */
  const dayIn = (days: number): string => new Date(Date.now() + days * dayMs).toISOString().slice(0, 10);

  it('five key results are checked in on with the keyboard alone, in under a minute', async () => {
    const asAdmin = invokeAs(people.ines.accountId);
    await asAdmin('createCycle', { id: 'e2e-cycle', name: 'Ninety days', startDay: dayIn(-10), endDay: dayIn(80) });
    await asAdmin('startCycle', { id: 'e2e-cycle', version: 1 });
    const owner = people.tomas.accountId;
    const invoke = invokeAs(owner);
    await invoke('createObjective', { id: 'e2e-objective', cycleId: 'e2e-cycle', title: 'Five things are kept', ownerAccountId: owner });
    for (const number of [1, 2, 3, 4, 5]) {
      const keyResult = { id: `e2e-key-result-${number}`, objectiveId: 'e2e-objective', title: `Kept ${number}`, ownerAccountId: owner };
      await invoke('createKeyResult', { kind: 'metric', ...keyResult, start: 0, target: 10 });
    }
    await site().command('clock', `${dayIn(7)}T09:00:00Z`);

    const page = await openTab(owner);
    const okrs = await openProjectOkrs(page, site().url, 'WEB');
    await okrs.getByRole('button', { name: 'Check-ins' }).click();
    const forms = okrs.getByRole('form');
    await forms.first().waitFor();
    const due = await forms.count();
    const startedAt = Date.now();
    await forms.first().locator('input').first().focus();
    for (let left = due; left > 0; left -= 1) {
      await page.keyboard.press('Enter');
      await eventually(async () => expect(await forms.count()).toBe(left - 1));
    }
    expect(Date.now() - startedAt).toBeLessThan(60_000);
    expect(due).toBeGreaterThanOrEqual(5);
    await okrs.getByText('All checked in').waitFor();
    expect(await accessibilityProblems(page)).toEqual([]);
  });

  it('an administrator closes the cycle: the page can only be read, until it is reopened', async () => {
    const page = await openTab(people.ines.accountId);
    await page.goto(`${site().url}/settings/okr-settings`);
    const admin = page.frameLocator('iframe[data-module="okr-settings"]');
    const close = admin.getByRole('button', { name: /^Close Q/ }).last();
    await close.waitFor();
    expect(await accessibilityProblems(page)).toEqual([]);
    const name = ((await close.getAttribute('aria-label')) ?? '').replace('Close ', '');
    await close.click();
    const closing = dialog(admin, `Close ${name}?`);
    await closing.getByRole('textbox', { name: /^Why is it closed without grades/ }).fill('It is reopened at once');
    await closing.getByRole('button', { name: 'Close the cycle' }).click();
    const reopen = admin.getByRole('button', { name: `Reopen ${name}` });
    await reopen.waitFor();
    await reopen.click();
    await dialog(admin, `Reopen ${name}?`).getByRole('button', { name: 'Reopen', exact: true }).click();
    await admin.getByRole('button', { name: `Close ${name}` }).waitFor();

    for (const view of ['Counting', 'Health', 'Calendar', 'Check-ins']) {
      await admin.getByRole('button', { name: view, exact: true }).click();
      await admin.getByRole('heading', { name: view, level: 2 }).waitFor();
      expect(await accessibilityProblems(page)).toEqual([]);
    }
  });

  it('who does not administer the site is not shown its settings', async () => {
    const page = await openTab(people.bo.accountId);
    await page.goto(`${site().url}/projects/WEB/issues`);
    expect(await page.getByRole('link', { name: 'OKR settings' }).count()).toBe(0);
    const response = await page.request.get(`${site().url}/settings/okr-settings`);
    expect(response.status()).toBe(403);
  });
});
