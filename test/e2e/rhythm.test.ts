import { people } from '../../local/demo/demo-people';
import { accessibilityProblems } from './support/accessibility';
import { describeInChromium } from './support/chromium';
import { eventually } from './support/eventually';
import { useLocalTabs } from './support/local-tabs';
import { openInbox, openProjectOkrs } from './support/okr-screens';

jest.setTimeout(180_000);

const dayMs = 86_400_000;

/** The next Wednesday after so many days, so that no weekend is in the way. */
const wednesdayAfter = (days: number): string => {
  const from = Date.now() + days * dayMs;
  const ahead = (10 - new Date(from).getUTCDay()) % 7;
  return new Date(from + ahead * dayMs).toISOString().slice(0, 10);
};

describeInChromium('Reminders and the meeting', () => {
  const { site, openTab } = useLocalTabs();

  it('a day passes: the owner finds it behind the bell, checks in there, and it is done; then the meeting walks by key', async () => {
    const owner = people.tomas.accountId;
    const invoke = (name: string, input: unknown) =>
      site().command('invoke', name, JSON.stringify(input), '--project', 'WEB', '--as', people.ines.accountId);
    const cycle = { startDay: new Date(Date.now() - dayMs).toISOString().slice(0, 10), endDay: wednesdayAfter(60) };
    await invoke('createCycle', { id: 'e2e-rhythm', name: 'Sixty days', ...cycle });
    await invoke('startCycle', { id: 'e2e-rhythm', version: 1 });
    await invoke('createObjective', { id: 'rhythm-objective', cycleId: 'e2e-rhythm', title: 'The beat is kept', ownerAccountId: owner });
    const metric = { kind: 'metric', objectiveId: 'rhythm-objective', ownerAccountId: owner, start: 0, target: 10 };
    for (const number of [1, 2])
      await invoke('createKeyResult', { ...metric, id: `rhythm-kr-${number}`, title: `Beat ${number} of the drum` });
    await site().command('clock', `${wednesdayAfter(8)}T09:00:00Z`);

    const page = await openTab(owner);
    const okrs = await openProjectOkrs(page, site().url, 'WEB');
    const bell = okrs.getByRole('button', { name: /^Inbox, \d+ new$/ });
    await bell.waitFor();
    const before = await bell.getAttribute('aria-label');
    const inbox = await openInbox(okrs);
    expect(await accessibilityProblems(page)).toEqual([]);
    await inbox.getByRole('button', { name: /^New: .*Beat 1 of the drum/ }).click();
    await okrs.getByRole('textbox', { name: 'Why, in one line' }).fill('It swings');
    await page.keyboard.press('Enter');
    await inbox.getByRole('listitem').filter({ hasText: 'Beat 1 of the drum' }).getByText('Done').waitFor();
    await page.keyboard.press('Escape');
    await eventually(async () => expect(await okrs.getByRole('button', { name: /^Inbox/ }).getAttribute('aria-label')).not.toBe(before));

    await okrs.getByLabel('Cycle').selectOption({ label: 'Sixty days' });
    await okrs.getByRole('button', { name: 'Check-ins', exact: true }).click();
    await okrs.getByRole('button', { name: 'Run the meeting' }).click();
    await okrs.getByRole('heading', { level: 2, name: /Beat 2 of the drum/ }).waitFor();
    expect(await accessibilityProblems(page)).toEqual([]);
    await okrs.getByRole('textbox', { name: 'What stands in the way' }).fill('The sticks are lost');
    await page.keyboard.press('Enter');
    await okrs.getByText('Checked in.').waitFor();
    await okrs.getByRole('button', { name: 'Go on with the other 1' }).click();
    await okrs.getByRole('heading', { level: 2, name: /Beat 1 of the drum/ }).waitFor();
    await page.keyboard.press('ArrowLeft');
    await okrs.getByRole('heading', { level: 2, name: /Beat 2 of the drum/ }).waitFor();
    await okrs.getByRole('button', { name: 'End the meeting' }).click();
    const decided = okrs.getByRole('textbox', { name: 'What was decided' });
    expect(await decided.inputValue()).toContain('In the way: The sticks are lost');
    await okrs.getByRole('button', { name: 'Copy' }).click();
    await okrs.getByText(/^(Copied|The text is selected)/).first().waitFor(); // prettier-ignore
  });
});
