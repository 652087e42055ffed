/**
 * The ten ways in which OKRs derail, one by one, in the demo company: each is found in one objective and not in another.
 */
import type { FrameLocator } from 'playwright-core';
import { people } from '../../local/demo/demo-people';
import { describeInChromium } from './support/chromium';
import { useLocalTabs } from './support/local-tabs';
import { openCompanyOkrs, openProjectOkrs, scoreOf } from './support/okr-screens';

jest.setTimeout(180_000);

const objectives = {
  checkout: { project: 'WEB', title: 'Checkout feels instant on every phone' },
  merchants: { project: 'WEB', title: 'Merchants solve their problems without having to ask us' },
  anyone: { project: 'WEB', title: 'Anyone can shop with us, whatever they see, hear or hold' },
  incidents: { project: 'OPS', title: 'Incidents are rare, short and never the same twice' },
  bill: { project: 'OPS', title: 'The bill grows slower than the orders' },
  badDay: { project: null, title: 'A bad day of ours is never a bad day of theirs' },
} as const;
type Name = keyof typeof objectives;

const derailers: readonly { readonly title: string; readonly found: Name; readonly notFound: Name }[] = [
  { title: 'Realistic', found: 'checkout', notFound: 'merchants' },
  { title: 'Planned', found: 'badDay', notFound: 'checkout' },
  { title: 'Aligned', found: 'merchants', notFound: 'checkout' },
  { title: 'Communicated', found: 'anyone', notFound: 'incidents' },
  { title: 'Monitored', found: 'merchants', notFound: 'checkout' },
  { title: 'Known', found: 'anyone', notFound: 'incidents' },
  { title: 'Well put', found: 'checkout', notFound: 'bill' },
  { title: 'Followed up', found: 'checkout', notFound: 'incidents' },
  { title: 'Owned', found: 'bill', notFound: 'incidents' },
  { title: 'Bought into', found: 'checkout', notFound: 'merchants' },
];

describeInChromium('In the browser', () => {
  const { site, openTab } = useLocalTabs();

  /** The page on which an objective lives, with its details open and its scores there. */
  const look = async (as: { readonly accountId: string }, name: Name): Promise<FrameLocator> => {
    const page = await openTab(as.accountId);
    const { project, title } = objectives[name];
    const okrs = project === null ? await openCompanyOkrs(page, site().url) : await openProjectOkrs(page, site().url, project);
    await okrs.getByTitle(title, { exact: true }).click();
    await okrs.getByText('What could derail it', { exact: true }).click();
    await okrs.getByRole('button', { name: 'Realistic', exact: true }).waitFor();
    return okrs;
  };
  it('each of the ten is found where it should be, and not where it should not', async () => {
    const scores = new Map<Name, ReadonlyMap<string, number>>();
    for (const name of Object.keys(objectives) as Name[]) {
      // Its owner, for whom nothing changes by looking.
      const okrs = await look(name === 'anyone' ? people.oluwaseun : people.ines, name);
      scores.set(name, new Map(await Promise.all(derailers.map(async ({ title }) => [title, await scoreOf(okrs, title)] as const))));
    }
    const told = derailers.map(({ title, found, notFound }) => ({
      title,
      isFound: (scores.get(found)?.get(title) ?? NaN) < 100,
      where: scores.get(notFound)?.get(title),
    }));
    expect(told).toEqual(derailers.map(({ title }) => ({ title, isFound: true, where: 100 })));
  });
});
