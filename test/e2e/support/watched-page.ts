/**
 * A browser tab of one person that keeps what went wrong in it and in the app's frames: console errors, uncaught errors,
 * violations of the content policy, failed requests. A test ends by asking that there was nothing.
 */
import type { Browser, BrowserContext, Page } from 'playwright-core';

export type WatchedPage = {
  readonly page: Page;
  /** What went wrong since that was asked last, in order. */
  takeProblems(): readonly string[];
  close(): Promise<void>;
};

export type Viewer = {
  readonly accountId: string;
  readonly colorMode?: 'light' | 'dark';
  /** Pixels. */
  readonly width?: number;
  /** How much larger than usual the viewer has set text to be, in percent. */
  readonly textPercent?: number;
};

async function newContext(browser: Browser, siteUrl: string, viewer: Viewer): Promise<BrowserContext> {
  const context = await browser.newContext({
    viewport: { width: viewer.width ?? 1280, height: 900 },
    locale: 'en-GB',
    timezoneId: 'UTC',
    reducedMotion: 'reduce',
  });
  await context.addCookies([
    { name: 'user', value: viewer.accountId, url: siteUrl },
    { name: 'theme', value: viewer.colorMode ?? 'light', url: siteUrl },
  ]);
  await context.addInitScript(() => {
    addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI, sourceFile }) => {
      console.error(`Content policy: ${violatedDirective} refused ${blockedURI} in ${sourceFile}`);
    });
  });
  await context.addInitScript((percent) => {
    if (percent !== undefined) addEventListener('DOMContentLoaded', () => (document.documentElement.style.fontSize = `${percent}%`));
  }, viewer.textPercent);
  return context;
}

/** The profiles of a browser by viewer and site: a person who comes back has the app's files already. They end with the browser. */
const contexts = new WeakMap<Browser, Map<string, Promise<BrowserContext>>>();

function contextOf(browser: Browser, siteUrl: string, viewer: Viewer): Promise<BrowserContext> {
  const known = contexts.get(browser) ?? new Map<string, Promise<BrowserContext>>();
  contexts.set(browser, known);
  const key = JSON.stringify([siteUrl, viewer.accountId, viewer.colorMode, viewer.width, viewer.textPercent]);
  const context = known.get(key) ?? newContext(browser, siteUrl, viewer);
  known.set(key, context);
  return context;
}

export async function openWatchedPage(browser: Browser, siteUrl: string, viewer: Viewer): Promise<WatchedPage> {
  const context = await contextOf(browser, siteUrl, viewer);
  const page = await context.newPage();
  const found: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') found.push(`console: ${message.text()}`);
  });
  page.on('pageerror', (error) => found.push(`uncaught: ${error.message}`));
  page.on('requestfailed', (request) => {
    // A page that is left ends its event stream; that is no failure.
    if (request.failure()?.errorText !== 'net::ERR_ABORTED') found.push(`request: ${request.url()} ${request.failure()?.errorText}`);
  });
  return { page, takeProblems: () => found.splice(0), close: () => page.close() };
}
