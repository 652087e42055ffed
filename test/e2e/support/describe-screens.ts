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

export const describeScreens = (colorMode: 'light' | 'dark', views: readonly View[]): void =>
  describeInChromium('Every screen', () => {
    let browser: Browser;
    let site: LocalSite;

    beforeAll(async () => {
      [browser, site] = await Promise.all([launchChromium(), startLocalSite()]);
    });
    afterAll(async () => {
      await Promise.all([browser?.close(), site?.stop()]);
    });

    describe.each(views)(`in ${colorMode} colours, $width px wide, text at $textPercent %`, ({ width, textPercent }) => {
      let watched: WatchedPage;
      beforeEach(async () => {
        watched = await openWatchedPage(browser, site.url, { accountId: people.tomas.accountId, colorMode, width, textPercent });
      });
      afterEach(() => watched.close());

      it.each(Object.entries(screens))(
        '%s is whole: no error, no barrier, no breach of the content policy, no sideways scroll',
        async (name, open) => {
          const { page } = watched;
          await open({ page, url: site.url, issue: (jql) => findIssue(site, jql) });
          // A frame takes the height of its content a moment after the content is there.
          await page.waitForTimeout(300);
          const barriers = await accessibilityProblems(page);
          const sideways = await sidewaysScroll(page);
          await keepScreenshot(page, `${name} ${width} ${colorMode}${textPercent === 100 ? '' : ' large text'}`);
          expect({ problems: watched.problems(), barriers, sideways }).toEqual({
            problems: [],
            barriers: [],
            sideways: [],
          });
        },
      );
    });
  });
