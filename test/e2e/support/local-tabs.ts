/**
 * A local site and a browser for one suite, with tabs that are watched: at the end of each test they are photographed, had no problem, and are closed
 * unless the suite keeps one for each person. Call it inside a describe block; knows no screen.
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

type Options = {
  /** Adds to the folder of the site before it opens. */
  readonly prepare?: (folder: string) => Promise<void>;
  /** A person who has a tab goes on in it, also in the tests that follow. */
  readonly keepTabs?: boolean;
};

export function useLocalTabs({ prepare, keepTabs = false }: Options = {}): LocalTabs {
  let browser: Browser;
  let site: LocalSite;
  const open: { readonly accountId: string; readonly watched: WatchedPage }[] = [];

  beforeAll(async () => {
    [browser, site] = await Promise.all([launchChromium(), startLocalSite(prepare)]);
  });
  afterAll(async () => {
    await Promise.all([browser?.close(), site?.stop()]);
  });
  afterEach(async () => {
    for (const [i, { watched }] of open.entries()) await keepScreenshot(watched.page, `${expect.getState().currentTestName} ${i + 1}`);
    const problems = open.flatMap(({ watched }) => watched.takeProblems());
    if (!keepTabs) await Promise.all(open.splice(0).map(({ watched }) => watched.close()));
    expect(problems).toEqual([]);
  });

  return {
    site: () => site,
    openTab: async (accountId) => {
      const kept = keepTabs ? open.find((tab) => tab.accountId === accountId) : undefined;
      if (kept) return kept.watched.page;
      const watched = await openWatchedPage(browser, site.url, { accountId });
      open.push({ accountId, watched });
      return watched.page;
    },
  };
}
