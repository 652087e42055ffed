/** From a score to what it names, to the fix, and back to a better score, in Chromium. */
import { okrAdmin, people } from '../../local/demo/demo-people';
import { describeInChromium } from './support/chromium';
import { eventually } from './support/eventually';
import { useLocalTabs } from './support/local-tabs';
import { dialog, goToOkrs, openHealth, scoreOf } from './support/okr-screens';

jest.setTimeout(120_000);

describeInChromium('In the browser', () => {
  const { site, openTab } = useLocalTabs({ keepTabs: true });

  it('evidence of the ten scores opens what it names, and the score rises once that is seen to', async () => {
    const okrs = await goToOkrs(await openTab(people.tomas.accountId), site().url, 'WEB');
    await openHealth(okrs);
    const before = await scoreOf(okrs, 'Owned');
    expect(before).toBeLessThan(100);
    await okrs.getByRole('button', { name: 'Owned', exact: true }).click();
    await okrs
      .getByRole('button', { name: /^KR-\d+ has no owner$/ })
      .first()
      .click();
    await okrs.getByRole('button', { name: 'Take ownership' }).click();
    await okrs.getByRole('button', { name: 'Take ownership' }).waitFor({ state: 'detached' });
    await okrs.getByRole('button', { name: 'OKRs', exact: true }).click();
    await openHealth(okrs);
    await eventually(async () => expect(await scoreOf(okrs, 'Owned')).toBeGreaterThan(before));
  });

  it('a fix opens its form over the scores, which are there again when it is closed', async () => {
    const okrs = await goToOkrs(await openTab(people.tomas.accountId), site().url, 'WEB');
    await openHealth(okrs);
    await okrs.getByRole('button', { name: 'Rewrite it: Well put' }).click();
    const form = okrs.getByRole('dialog', { name: /^Edit (KR|O)-\d+$/ });
    await form.getByRole('button', { name: 'Cancel' }).click();
    await okrs.getByRole('button', { name: 'Well put', exact: true }).waitFor();
  });

  it('the set-up of the cycle is read by anybody, and what is missing is written down by an OKR admin', async () => {
    const member = await goToOkrs(await openTab(people.tomas.accountId), site().url, 'WEB');
    await openHealth(member);
    await member.getByRole('button', { name: 'Planned', exact: true }).click();
    await member.getByText('Open set-up: for OKR admins').first().waitFor();
    await member.getByRole('button', { name: /began without a look at capacity/ }).click();
    const read = dialog(member, 'Set-up of the cycle');
    await read.getByText('Cycles are set up by OKR admins.').waitFor();
    expect(await read.getByRole('button', { name: 'Write down what you found' }).count()).toBe(0);

    const okrs = await goToOkrs(await openTab(okrAdmin.accountId), site().url, null);
    await openHealth(okrs);
    const before = await scoreOf(okrs, 'Planned');
    await okrs.getByRole('button', { name: 'Open set-up: Planned' }).click();
    const setUp = dialog(okrs, 'Set-up of the cycle');
    await setUp.getByRole('button', { name: 'Write down what you found' }).click();
    const form = dialog(okrs, /^Edit Q\d/);
    await form.getByRole('textbox', { name: /^Capacity/ }).fill('Two people less from November on');
    await form.getByRole('button', { name: 'Save' }).click();
    await form.waitFor({ state: 'detached' });
    await setUp.getByText('Two people less from November on').waitFor();
    await setUp.getByRole('button', { name: 'Close', exact: true }).click();
    await eventually(async () => expect(await scoreOf(okrs, 'Planned')).toBeGreaterThan(before));
  });
});
