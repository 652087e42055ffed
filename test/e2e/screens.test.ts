import type { Browser, Page } from 'playwright-core';
import { z } from 'zod';
import { people } from '../../local/demo/demo-people';
import { accessibilityProblems } from './support/accessibility';
import { describeInChromium, launchChromium } from './support/chromium';
import { startLocalSite, type LocalSite } from './support/local-site';
import { dialog, linkDialog, okrRow, openIssue, openKeyResult, openProjectOkrs } from './support/okr-screens';
import { keepScreenshot } from './support/screenshots';
import { openWatchedPage, type WatchedPage } from './support/watched-page';

jest.setTimeout(120_000);

type Place = { readonly page: Page; readonly url: string; issue(jql: string): Promise<string> };

const issueList = z.object({ issues: z.array(z.object({ key: z.string() })) });

/** A reported bug that no source of the demo brings into a scope. */
const unserved = 'project = WEB AND issuetype = Bug AND parent is EMPTY AND labels is EMPTY AND statusCategory != Done';

/** How to get to each screen, and how to know that it is there. */
const screens: Record<string, (place: Place) => Promise<void>> = {
  'the list of projects': async ({ page, url }) => {
    await page.goto(`${url}/projects`);
    await page
      .getByRole('link', { name: /Acme Mobile/ })
      .first()
      .waitFor();
  },
  'the list of issues': async ({ page, url }) => {
    await page.goto(`${url}/projects/WEB/issues`);
    await page
      .getByRole('link', { name: /^WEB-\d+$/ })
      .first()
      .waitFor();
  },
  'the inspector': async ({ page, url }) => {
    await page.goto(`${url}/inspector`);
    await page.getByRole('heading', { level: 1 }).waitFor();
  },
  'the project page': async ({ page, url }) => {
    await okrRow(await openProjectOkrs(page, url, 'WEB'), 'Checkout feels instant').waitFor();
  },
  'the project page with long names': async ({ page, url }) => {
    await okrRow(await openProjectOkrs(page, url, 'MOB'), 'An old phone with little memory').waitFor();
  },
  'the project page of a cycle without objectives': async ({ page, url }) => {
    const okrs = await openProjectOkrs(page, url, 'WEB');
    await okrs.getByLabel('Cycle').selectOption({ index: 2 });
    await okrs.getByText(/^No objectives in/).waitFor();
  },
  'an objective': async ({ page, url }) => {
    const okrs = await openProjectOkrs(page, url, 'WEB');
    await okrRow(okrs, 'Checkout feels instant').click();
    await dialog(okrs, 'Checkout feels instant on every phone').getByRole('img', { name: 'Progress', exact: true }).waitFor();
    await dialog(okrs, 'Checkout feels instant on every phone').getByText('Together').waitFor();
  },
  'a key result measured by work': async ({ page, url }) => {
    const okrs = await openProjectOkrs(page, url, 'WEB');
    await openKeyResult(okrs, 'Keep the shop open');
  },
  'a key result measured by a value': async ({ page, url }) => {
    const okrs = await openProjectOkrs(page, url, 'WEB');
    await openKeyResult(okrs, 'Time to pay');
  },
  'a key result measured by milestones': async ({ page, url }) => {
    await openKeyResult(await openProjectOkrs(page, url, 'WEB'), 'The shop carries the accessibility certificate');
  },
  'a key result with two tracks that diverge': async ({ page, url }) => {
    const okrs = await openProjectOkrs(page, url, 'WEB');
    await openKeyResult(okrs, 'Barriers that people report from 14 to 3 a month');
    await okrs.getByText('The work is nearly done, and the outcome has hardly moved').waitFor();
  },
  'a key result’s days as a table': async ({ page, url }) => {
    const okrs = await openProjectOkrs(page, url, 'WEB');
    await openKeyResult(okrs, 'Finish everything on the checkout speed list');
    await okrs.getByRole('button', { name: 'Show as table' }).click();
    await okrs.getByRole('region', { name: 'Burn-up as a table' }).waitFor();
  },
  'why the objectives stand where they stand': async ({ page, url }) => {
    const okrs = await openProjectOkrs(page, url, 'WEB');
    await okrs.getByRole('button', { name: /why\? all objectives/ }).click();
    await dialog(okrs, /^Why/).getByText('Together').waitFor();
  },
  'why a key result stands where it stands': async ({ page, url }) => {
    const okrs = await openProjectOkrs(page, url, 'WEB');
    await okrRow(okrs, 'Finish everything on the checkout speed list').getByRole('button', { name: /why\?/ }).click();
    await dialog(okrs, /^Why/).getByText('Together').waitFor();
  },
  'an issue whose key result is explained': async ({ page, url, issue }) => {
    const panel = await openIssue(page, url, await issue('labels = checkout-speed AND issuetype = Story AND statusCategory != Done'));
    await panel.getByRole('button', { name: /^Why/ }).first().click();
    await panel.getByText('Together').first().waitFor();
  },
  'the scope of a key result': async ({ page, url }) => {
    const okrs = await openProjectOkrs(page, url, 'WEB');
    await openKeyResult(okrs, 'Finish everything on the checkout speed list');
    await okrs.getByRole('button', { name: 'Change scope' }).click();
    const scope = dialog(okrs, /^Scope of KR-/);
    await scope.getByLabel('A filter (JQL)').check();
    await scope.getByLabel('Filter', { exact: true }).fill('project = WEB AND labels = accessibility');
    await scope.getByText(/^Adds \d+ issues/).waitFor();
  },
  'a new objective': async ({ page, url }) => {
    const okrs = await openProjectOkrs(page, url, 'WEB');
    await okrs.getByRole('button', { name: 'New objective' }).click();
    await dialog(okrs, 'New objective').getByRole('textbox').first().waitFor();
  },
  'a new key result': async ({ page, url }) => {
    const okrs = await openProjectOkrs(page, url, 'WEB');
    await okrRow(okrs, 'Merchants solve')
      .getByRole('button', { name: /^Add key result/ })
      .click();
    await dialog(okrs, /^New key result/)
      .getByRole('textbox')
      .first()
      .waitFor();
  },
  'a new key result whose value Jira says': async ({ page, url }) => {
    const okrs = await openProjectOkrs(page, url, 'WEB');
    await okrRow(okrs, 'Merchants solve')
      .getByRole('button', { name: /^Add key result/ })
      .click();
    const form = dialog(okrs, /^New key result/);
    await form.getByRole('radio', { name: /^Metric/ }).check();
    await form.getByRole('radio', { name: /^Jira says it/ }).check();
    await form.getByRole('textbox', { name: /^Query/ }).fill('project = WEB AND issuetype = Bug AND statusCategory != Done');
    await form.getByText(/^\d+ issues now$/).waitFor();
  },
  'a new key result of milestones': async ({ page, url }) => {
    const okrs = await openProjectOkrs(page, url, 'WEB');
    await okrRow(okrs, 'Merchants solve')
      .getByRole('button', { name: /^Add key result/ })
      .click();
    const form = dialog(okrs, /^New key result/);
    await form.getByRole('radio', { name: /^Milestones/ }).check();
    for (const name of ['Agreed with three merchants', 'Everybody is on it']) {
      await form.getByRole('textbox', { name: 'New milestone' }).fill(name);
      await form.getByRole('textbox', { name: 'New milestone' }).press('Enter');
    }
    await form.getByRole('button', { name: 'Move Everybody is on it up' }).waitFor();
  },
  'a counting rule that is being changed': async ({ page, url }) => {
    const okrs = await openProjectOkrs(page, url, 'WEB');
    await okrRow(okrs, 'Keep the shop open').click();
    await okrs.getByRole('button', { name: 'Edit', exact: true }).click();
    const form = dialog(okrs, /^Edit KR-/);
    await form.getByRole('radio', { name: /^Its story points/ }).check();
    await form.getByRole('row', { name: /^Progress/ }).waitFor();
    await form.getByRole('textbox', { name: /^Why does the plan change/ }).waitFor();
  },
  'an objective that is being aligned': async ({ page, url }) => {
    const okrs = await openProjectOkrs(page, url, 'WEB');
    await okrRow(okrs, 'Merchants solve').first().click();
    await okrs.getByRole('button', { name: 'Edit', exact: true }).click();
    const form = dialog(okrs, /^Edit O-/);
    await form.getByRole('radio', { name: /^Written in for a while/ }).check();
    await form.getByRole('combobox', { name: 'Aligned to' }).fill('check');
    await form.getByRole('option', { name: /^O-/ }).first().waitFor();
  },
  'an open issue that serves a key result': async ({ page, url, issue }) => {
    const panel = await openIssue(page, url, await issue('labels = checkout-speed AND issuetype = Story AND statusCategory != Done'));
    await panel.getByText('Closing this issue:').first().waitFor();
  },
  'an issue that serves none': async ({ page, url, issue }) => {
    const panel = await openIssue(page, url, await issue(unserved));
    await panel.getByText('This issue serves no key result yet.').waitFor();
  },
  'the dialog that links an issue': async ({ page, url, issue }) => {
    await openIssue(page, url, await issue(unserved));
    await page.getByRole('button', { name: 'Actions' }).click();
    await page.getByRole('menuitem', { name: 'Link to key result' }).click();
    const link = linkDialog(page);
    await link.getByRole('radio', { name: /Publish the statement/ }).check();
    await link.getByText(/[Aa]dds 1 issue/).waitFor();
  },
};

describeInChromium('Every screen', () => {
  let browser: Browser;
  let site: LocalSite;

  beforeAll(async () => {
    [browser, site] = await Promise.all([launchChromium(), startLocalSite()]);
  });
  afterAll(async () => {
    await Promise.all([browser?.close(), site?.stop()]);
  });

  const findIssue = async (jql: string): Promise<string> => {
    const reply = await site.command(
      'jira',
      'POST',
      '/rest/api/3/search/jql',
      JSON.stringify({ jql: `${jql} ORDER BY key`, fields: ['summary'] }),
    );
    const [issue] = issueList.parse(JSON.parse(reply)).issues;
    if (!issue) throw new Error(`The demo site has no issue for: ${jql}`);
    return issue.key;
  };

  describe.each([
    ['light', 320],
    ['light', 1024],
    ['light', 1600],
    ['dark', 320],
    ['dark', 1024],
    ['dark', 1600],
  ] as const)('in %s colours, %d px wide', (colorMode, width) => {
    let watched: WatchedPage;
    beforeEach(async () => {
      watched = await openWatchedPage(browser, site.url, { accountId: people.tomas.accountId, colorMode, width });
    });
    afterEach(() => watched.close());

    it.each(Object.entries(screens))(
      '%s is whole: no error, no barrier, no breach of the content policy, no sideways scroll',
      async (name, open) => {
        const { page } = watched;
        await open({ page, url: site.url, issue: findIssue });
        // A frame takes the height of its content a moment after the content is there.
        await page.waitForTimeout(300);
        const barriers = await accessibilityProblems(page);
        const sideways = await sidewaysScroll(page);
        await keepScreenshot(page, `${name} ${width} ${colorMode}`);
        expect({ problems: watched.problems(), barriers, sideways }).toEqual({
          problems: [],
          barriers: [],
          sideways: [],
        });
      },
    );
  });
});

/** The frames whose content is wider than they are, by address. */
async function sidewaysScroll(page: Page): Promise<string[]> {
  const wide: string[] = [];
  for (const frame of page.frames()) {
    const overflow = await frame.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    if (overflow > 0) wide.push(`${new URL(frame.url()).pathname}: ${overflow} px`);
  }
  return wide;
}
