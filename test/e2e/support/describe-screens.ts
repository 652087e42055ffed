/** Opens every screen and holds it to one measure: no error, no barrier, no breach of the content policy, no sideways scroll. */
import type { Browser, Page } from 'playwright-core';
import { people } from '../../../local/demo/demo-people';
import { accessibilityProblems } from './accessibility';
import { describeInChromium, launchChromium } from './chromium';
import { findIssue } from './find-issue';
import { startLocalSite, type LocalSite } from './local-site';
import { screens } from './screens';
import { keepScreenshot } from './screenshots';
import { openWatchedPage, type Viewer, type WatchedPage } from './watched-page';

jest.setTimeout(120_000);

/** The frames whose content is wider than they are, by address. */
async function sidewaysScroll(page: Page): Promise<string[]> {
  const wide: string[] = [];
  for (const frame of page.frames()) {
    const overflow = await frame.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    if (overflow > 0) wide.push(`${new URL(frame.url()).pathname}: ${overflow} px`);
  }
  return wide;
}

type View = Required<Pick<Viewer, 'width' | 'textPercent'>>;

/** The window takes another width, and the viewer's text another size, as a person would change them on the open screen. */
async function changeView(page: Page, { width, textPercent }: View): Promise<void> {
  await page.setViewportSize({ width, height: 900 });
  for (const frame of page.frames())
    await frame.evaluate((percent) => (document.documentElement.style.fontSize = `${percent}%`), textPercent);
}

/** Each screen is opened in the first view and then shown in the others, one after the other: opening it takes longest. */
export const describeScreens = (colorMode: 'light' | 'dark', views: readonly [View, ...View[]]): void =>
  describeInChromium('Every screen', () => {
    let browser: Browser;
    let site: LocalSite;

    beforeAll(async () => {
      [browser, site] = await Promise.all([launchChromium(), startLocalSite()]);
    });
    afterAll(async () => {
      await Promise.all([browser?.close(), site?.stop()]);
    });

    describe.each(Object.entries(screens))(`%s in ${colorMode} colours`, (name, open) => {
      let watched: WatchedPage;
      beforeAll(async () => {
        watched = await openWatchedPage(browser, site.url, { accountId: people.tomas.accountId, colorMode, ...views[0] });
        await open({ page: watched.page, url: site.url, issue: (jql) => findIssue(site, jql) });
      });
      afterAll(() => watched?.close());

      it.each(views)(
        'is whole $width px wide with text at $textPercent %: no error, no barrier, no breach of the content policy, no sideways scroll',
        async (view) => {
          const { page } = watched;
          if (view !== views[0]) await changeView(page, view);
          // A frame takes the height of its content a moment after the content is there.
          await page.waitForTimeout(300);
          const barriers = await accessibilityProblems(page);
          const sideways = await sidewaysScroll(page);
          await keepScreenshot(page, `${name} ${view.width} ${colorMode}${view.textPercent === 100 ? '' : ' large text'}`);
          expect({ problems: watched.problems(), barriers, sideways }).toEqual({
            problems: [],
            barriers: [],
            sideways: [],
          });
        },
      );
    });
  });
