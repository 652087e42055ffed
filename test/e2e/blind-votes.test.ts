/** Three people and an objective: one asks, two vote without seeing each other, the vote is closed and they lie apart; one acknowledges it in the panel of an issue. */
import { people } from '../../local/demo/demo-people';
import { accessibilityProblems } from './support/accessibility';
import { describeInChromium } from './support/chromium';
import { findIssue } from './support/find-issue';
import { useLocalTabs } from './support/local-tabs';
import { dialog, openCompanyOkrs, openIssue, openObjective, openProjectOkrs } from './support/okr-screens';

jest.setTimeout(180_000);

describeInChromium('Blind votes', () => {
  const { site, openTab } = useLocalTabs();
  const invokeAs = (accountId: string) => (name: string, input: unknown) =>
    site().command('invoke', name, JSON.stringify(input), '--project', 'WEB', '--as', accountId);

  it('are asked for, given by people who see nothing of each other, and closed: the spread is there to talk about', async () => {
    const [asker, first, second] = [people.tomas.accountId, people.bo.accountId, people.meiLing.accountId];
    const asKeeper = invokeAs(people.ines.accountId);
    const today = new Date().toISOString().slice(0, 10);
    const cycle = { id: 'e2e-cycle', name: 'Voted', startDay: today, endDay: `${String(Number(today.slice(0, 4)) + 1)}-12-31` };
    await asKeeper('createCycle', cycle);
    await asKeeper('startCycle', { id: cycle.id, version: 1 });
    await asKeeper('createObjective', { id: 'e2e-voted', cycleId: cycle.id, title: 'Everybody knows where we go', ownerAccountId: asker });

    const askerPage = await openTab(asker);
    const project = await openProjectOkrs(askerPage, site().url, 'WEB');
    await project.getByLabel('Cycle').selectOption(cycle.id);
    await openObjective(project, 'Everybody knows where we go');
    const objective = dialog(project, 'Everybody knows where we go');
    await objective.getByRole('button', { name: 'Ask for votes' }).click();
    const form = objective.getByRole('form', { name: 'Ask for votes' });
    for (const name of ['Bo Li', 'Mei-Ling Kuo']) {
      await form.getByRole('combobox', { name: 'Ask somebody else' }).fill(name);
      await form.getByRole('option', { name }).click();
    }
    expect(await accessibilityProblems(askerPage)).toEqual([]);
    await form.getByRole('button', { name: 'Ask 3 people' }).click();
    await objective.getByText('0 of 3').waitFor();

    for (const [voter, confidence, words] of [
      [first, '2', 'The bank is slow'],
      [second, '9', ''],
    ] as const) {
      const page = await openTab(voter);
      const company = await openCompanyOkrs(page, site().url, `?cycle=${cycle.id}&mine=yes`);
      const waiting = company.getByRole('listitem', { name: /Everybody knows where we go/ });
      await waiting.getByRole('radio', { name: confidence, exact: true }).check();
      await waiting.getByRole('textbox', { name: /Why/ }).fill(words);
      expect(await accessibilityProblems(page)).toEqual([]);
      await waiting.getByRole('button', { name: 'Vote', exact: true }).click();
      await waiting.waitFor({ state: 'detached' });
    }

    await objective.getByText('2 of 3').waitFor();
    expect(await objective.textContent()).not.toContain('The bank is slow');
    await objective.getByRole('radio', { name: '6', exact: true }).check();
    await objective.getByRole('button', { name: 'Vote', exact: true }).click();
    await objective.getByText('3 of 3').waitFor();
    await objective.getByRole('button', { name: 'Close the vote' }).click();
    await objective.getByRole('button', { name: 'Close now' }).click();
    await objective.getByText('Talk about it').waitFor();
    await objective.getByText('The bank is slow').waitFor();
    await objective.getByRole('img', { name: /^Votes from 2 to 9, mean 5[.,]7$/ }).waitFor();
    expect(await accessibilityProblems(askerPage)).toEqual([]);
  });

  it('come with a word of one’s own in the panel of an issue, which counts in the objective', async () => {
    const page = await openTab(people.oluwaseun.accountId);
    const issueKey = await findIssue(site(), 'project = WEB AND labels = checkout-speed AND statusCategory != Done');
    const panel = await openIssue(page, site().url, issueKey);
    await panel
      .getByRole('button', { name: /acknowledge O-/ })
      .first()
      .click();
    await panel
      .getByText(/^✓ You know what O-\d+ means/)
      .first()
      .waitFor();
    const project = await openProjectOkrs(page, site().url, 'WEB');
    await openObjective(project, 'Checkout feels instant');
    await dialog(project, 'Checkout feels instant on every phone').getByText('You know this goal').waitFor();
  });
});
