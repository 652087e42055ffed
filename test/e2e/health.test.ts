/** From a score to what it names, to the fix, and back to a better score, in Chromium. */
import { people } from '../../local/demo/demo-people';
import { describeInChromium } from './support/chromium';
import { eventually } from './support/eventually';
import { useLocalTabs } from './support/local-tabs';
import { openHealth, openProjectOkrs, scoreOf } from './support/okr-screens';

jest.setTimeout(120_000);

describeInChromium('In the browser', () => {
  const { site, openTab } = useLocalTabs();

  it('evidence of the ten scores opens what it names, and the score rises once that is seen to', async () => {
    const page = await openTab(people.tomas.accountId);
    const okrs = await openProjectOkrs(page, site().url, 'WEB');
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
    const page = await openTab(people.tomas.accountId);
    const okrs = await openProjectOkrs(page, site().url, 'WEB');
    await openHealth(okrs);
    await okrs.getByRole('button', { name: 'Rewrite it: Well put' }).click();
    const form = okrs.getByRole('dialog', { name: /^Edit (KR|O)-\d+$/ });
    await form.getByRole('button', { name: 'Cancel' }).click();
    await okrs.getByRole('button', { name: 'Well put', exact: true }).waitFor();
  });
});
