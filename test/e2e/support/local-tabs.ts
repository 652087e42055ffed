/**
 * A local site and a browser for one suite, with tabs that are watched: at the end of each test they are photographed, closed, and had no problem.
 * Call it inside a describe block; knows no screen.
 */
import type { Browser, Page } from 'playwright-core';
import { launchChromium } from './chromium';
import { startLocalSite, type LocalSite } from './local-site';
import { keepScreenshot } from './screenshots';
import { openWatchedPage, type WatchedPage } from './watched-page';

type LocalTabs = {
  /** There once the suite has begun. */
  readonly site: () => LocalSite;
  readonly openTab: (accountId: string) => Promise<Page>;
};

/** `prepare` adds to the folder of the site before it opens. */
export function useLocalTabs(prepare?: (folder: string) => Promise<void>): LocalTabs {
  let browser: Browser;
  let site: LocalSite;
  const open: WatchedPage[] = [];

  beforeAll(async () => {
    [browser, site] = await Promise.all([launchChromium(), startLocalSite(prepare)]);
  });
  afterAll(async () => {
    await Promise.all([browser?.close(), site?.stop()]);
  });
  afterEach(async () => {
    for (const [i, { page }] of open.entries()) await keepScreenshot(page, `${expect.getState().currentTestName} ${i + 1}`);
    const problems = open.flatMap((watched) => watched.problems());
    await Promise.all(open.splice(0).map((watched) => watched.close()));
    expect(problems).toEqual([]);
  });

  return {
    site: () => site,
    openTab: async (accountId) => {
      const watched = await openWatchedPage(browser, site.url, { accountId });
      open.push(watched);
      return watched.page;
    },
  };
}
