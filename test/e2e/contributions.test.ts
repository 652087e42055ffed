/** Two people agree on a contribution: one aligns, the other declines with a reason, the first asks again, it is accepted, and the number moves. */
import { people } from '../../local/demo/demo-people';
import { accessibilityProblems } from './support/accessibility';
import { describeInChromium } from './support/chromium';
import { eventually } from './support/eventually';
import { useLocalTabs } from './support/local-tabs';
import { dialog, okrRow, openCompanyOkrs, openObjective, openProjectOkrs } from './support/okr-screens';

jest.setTimeout(180_000);

describeInChromium('Contributions', () => {
  const { site, openTab } = useLocalTabs();
  const invokeAs = (accountId: string) => (name: string, input: unknown) =>
    site().command('invoke', name, JSON.stringify(input), '--project', 'WEB', '--as', accountId);

  it('are asked for, declined, asked for again and accepted, by two people who watch the same number', async () => {
    const [asker, keeper] = [people.tomas.accountId, people.ines.accountId];
    const asKeeper = invokeAs(keeper);
    const today = new Date().toISOString().slice(0, 10);
    const cycle = { id: 'e2e-cycle', name: 'Agreed', startDay: today, endDay: `${String(Number(today.slice(0, 4)) + 1)}-12-31` };
    await asKeeper('createCycle', cycle);
    await asKeeper('startCycle', { id: cycle.id, version: 1 });
    const words = { cycleId: cycle.id, ownerAccountId: keeper };
    await asKeeper('createObjective', { id: 'e2e-above', home: { level: 'company' }, title: 'Everybody pays with us', ...words });
    await asKeeper('editObjective', { id: 'e2e-above', version: 1, rollUp: 'with-children', reason: 'It is the whole' });
    await asKeeper('createObjective', { id: 'e2e-below', title: 'Paying works on every phone', ...words, ownerAccountId: asker });
    const milestone = { id: 'e2e-milestone', title: 'All of it', weight: 1, reachedDay: today };
    const keyResult = { id: 'e2e-key-result', objectiveId: 'e2e-below', title: 'It is there', ownerAccountId: asker };
    await asKeeper('createKeyResult', { kind: 'milestones', ...keyResult, milestones: [milestone] });

    const askerPage = await openTab(asker);
    const project = await openProjectOkrs(askerPage, site().url, 'WEB');
    await project.getByLabel('Cycle').selectOption(cycle.id);
    await openObjective(project, 'Paying works on every phone');
    const below = dialog(project, 'Paying works on every phone');
    await below.getByRole('button', { name: 'Edit' }).click();
    const edit = dialog(project, /^Edit O-/);
    await edit.getByRole('combobox', { name: 'Aligned to' }).fill('everybody pays');
    await edit
      .getByRole('option', { name: /Everybody pays with us/ })
      .first()
      .click();
    await edit.getByRole('button', { name: 'Save' }).click();
    await below.getByText('Waiting to be accepted').waitFor();

    const keeperPage = await openTab(keeper);
    const company = await openCompanyOkrs(keeperPage, site().url, `?cycle=${cycle.id}&mine=yes`);
    const request = company.getByRole('listitem', { name: /Paying works on every phone/ });
    await request.getByRole('button', { name: /^Decline/ }).click();
    await request.getByRole('textbox', { name: /Why not/ }).fill('Say what it brings');
    expect(await accessibilityProblems(keeperPage)).toEqual([]);
    await request.getByRole('button', { name: 'Decline', exact: true }).click();
    await request.waitFor({ state: 'detached' });

    await below.getByText('Say what it brings').waitFor();
    expect(await accessibilityProblems(askerPage)).toEqual([]);
    await below.getByRole('button', { name: 'Ask again' }).click();
    await below.getByRole('textbox', { name: 'What should they know?' }).fill('It brings every phone');
    await below.getByRole('button', { name: 'Ask', exact: true }).click();

    await request.getByText('It brings every phone').waitFor();
    const above = okrRow(company, 'Everybody pays with us');
    expect(await above.textContent()).not.toContain('100');
    await request.getByRole('button', { name: /^Accept/ }).click();
    await eventually(async () => expect(await above.textContent()).toContain('100'));
  });
});
