/**
 * The ten ways in which OKRs derail, one by one, in the demo company: each is found in one objective and not in another, and the next step, taken
 * by whoever would take it, makes the score better.
 */
import type { FrameLocator } from 'playwright-core';
import { okrAdmin, people } from '../../local/demo/demo-people';
import { describeInChromium } from './support/chromium';
import { eventually } from './support/eventually';
import { useLocalTabs } from './support/local-tabs';
import { dialog, openCompanyOkrs, openProjectOkrs, scoreOf } from './support/okr-screens';

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
  { title: 'Realistic', found: 'checkout', notFound: 'badDay' },
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

  it('Communicated: an objective nobody but its owner had opened is opened by somebody', async () => {
    const before = await scoreOf(await look(people.oluwaseun, 'anyone'), 'Communicated');
    await look(people.priya, 'anyone');
    const okrs = await look(people.oluwaseun, 'anyone');
    await eventually(async () => expect(await scoreOf(okrs, 'Communicated')).toBeGreaterThan(before));
  });

  /** Takes the step with the objective open; true: the page was left for it, so that the objective has to be opened again. */
  type Step = (okrs: FrameLocator) => Promise<boolean>;
  const spoke = (okrs: FrameLocator, title: string) => okrs.getByRole('button', { name: title, exact: true });
  const leadsTo = async (okrs: FrameLocator, title: string, sentence: RegExp) => {
    await spoke(okrs, title).click();
    await okrs.getByRole('button', { name: sentence }).first().click();
  };

  const steps: readonly { readonly title: string; readonly of: Name; readonly by: { readonly accountId: string }; readonly step: Step }[] =
    [
      {
        title: 'Realistic',
        of: 'checkout',
        by: people.tomas,
        step: async (okrs) => {
          await leadsTo(okrs, 'Realistic', /has a chance of/);
          await okrs.getByRole('button', { name: /^Try it: A target of/ }).click();
          await okrs.getByRole('button', { name: 'Change the plan' }).click();
          const form = dialog(okrs, /^Edit KR-/);
          await form.getByRole('textbox', { name: /^Why does the plan change/ }).fill('We can do half of it this quarter');
          await form.getByRole('button', { name: 'Save' }).click();
          await form.waitFor({ state: 'detached' });
          return true;
        },
      },
      {
        title: 'Planned',
        of: 'badDay',
        by: okrAdmin,
        step: async (okrs) => {
          await okrs.getByRole('button', { name: 'Add key result', exact: true }).click();
          const form = dialog(okrs, /^New key result/);
          await form.getByRole('textbox', { name: /^Key result/ }).fill('Merchants who hear of an incident from us first');
          await form.getByRole('button', { name: 'Add key result' }).click();
          await form.waitFor({ state: 'detached' });
          return true;
        },
      },
      {
        title: 'Monitored',
        of: 'merchants',
        by: people.tomas,
        step: async (okrs) => {
          await leadsTo(okrs, 'Monitored', /has no data/);
          await okrs.getByRole('spinbutton', { name: /^New value/ }).fill('38');
          await okrs.getByRole('button', { name: 'Record value' }).click();
          await okrs.getByText(/^Now 38\sNPS/).waitFor();
          return true;
        },
      },
      {
        title: 'Known',
        of: 'anyone',
        by: people.bo,
        step: async (okrs) => {
          await okrs.getByRole('button', { name: 'Acknowledge', exact: true }).click();
          return false;
        },
      },
      {
        title: 'Well put',
        of: 'checkout',
        by: people.tomas,
        step: async (okrs) => {
          await okrs.getByRole('button', { name: 'Rewrite it: Well put' }).click();
          const form = dialog(okrs, /^Edit KR-/);
          await form.getByRole('textbox', { name: /^Key result/ }).fill('Shoppers with a slow phone wait for nothing at the checkout');
          await form.getByRole('button', { name: 'Save' }).click();
          await form.waitFor({ state: 'detached' });
          return false;
        },
      },
      {
        title: 'Owned',
        of: 'bill',
        by: people.solrun,
        step: async (okrs) => {
          await okrs.getByRole('button', { name: 'Take ownership' }).click();
          return false;
        },
      },
      {
        title: 'Bought into',
        of: 'checkout',
        by: people.tomas,
        step: async (okrs) => {
          await okrs.getByRole('button', { name: 'Settle', exact: true }).click();
          await okrs.getByRole('textbox', { name: /What was done about it/ }).fill('Two more are on call in December');
          await okrs.getByRole('button', { name: 'Settle', exact: true }).click();
          return false;
        },
      },
    ];

  it.each(steps)('$title: the next step makes it better', async ({ title, of, by, step }) => {
    const okrs = await look(by, of);
    const before = await scoreOf(okrs, title);
    const seen = (await step(okrs)) ? await look(by, of) : okrs;
    await eventually(async () => expect(await scoreOf(seen, title)).toBeGreaterThan(before));
  });

  it('Aligned: an objective that was aligned to nothing asks to serve a goal, which is accepted', async () => {
    const okrs = await look(people.tomas, 'merchants');
    const before = await scoreOf(okrs, 'Aligned');
    await okrs.getByRole('button', { name: 'Align it: Aligned' }).click();
    const form = dialog(okrs, /^Edit O-/);
    await form.getByRole('combobox', { name: 'Aligned to' }).fill('easiest');
    await form
      .getByRole('option', { name: /Buying from us is the easiest part/ })
      .first()
      .click();
    await form.getByRole('textbox', { name: /^Why does the plan change/ }).fill('Merchants who are not waiting sell more');
    await form.getByRole('button', { name: 'Save' }).click();
    await form.waitFor({ state: 'detached' });
    const company = await openCompanyOkrs(await openTab(okrAdmin.accountId), site().url, '?view=check-ins');
    const request = company.getByRole('listitem', { name: /Merchants solve their problems/ });
    await request.getByRole('button', { name: /^Accept/ }).click();
    await request.waitFor({ state: 'detached' });
    await eventually(async () => expect(await scoreOf(okrs, 'Aligned')).toBeGreaterThan(before));
  });

  it('Followed up: its owner checks in on what is overdue', async () => {
    const okrs = await look(people.bo, 'checkout');
    const before = await scoreOf(okrs, 'Followed up');
    await leadsTo(okrs, 'Followed up', /overdue for/);
    await okrs.getByRole('heading', { level: 1, name: /Shoppers with a slow phone/ }).waitFor();
    const queue = await openProjectOkrs(await openTab(people.bo.accountId), site().url, 'WEB');
    await queue.getByRole('button', { name: /^Check-ins/ }).click();
    const form = queue.getByRole('form', { name: /Shoppers with a slow phone/ });
    await form.getByRole('textbox', { name: /^Why/ }).fill('The last third waits for review');
    await form.getByRole('button', { name: 'Confirm' }).click();
    await form.waitFor({ state: 'detached' });
    expect(await scoreOf(await look(people.bo, 'checkout'), 'Followed up')).toBeGreaterThan(before);
  });
});
