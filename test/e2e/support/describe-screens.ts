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

/** How a viewer has the window, the text and the colours. */
type Look = Required<Pick<Viewer, 'width' | 'textPercent' | 'colorMode'>>;

const looks: readonly [Look, ...Look[]] = [
  { width: 320, textPercent: 100, colorMode: 'light' },
  { width: 1280, textPercent: 200, colorMode: 'light' },
  { width: 1024, textPercent: 100, colorMode: 'dark' },
];

/** The window takes another width, the text another size and the site other colours, as a person would change them on the open screen. */
async function changeLook(page: Page, { width, textPercent, colorMode }: Look): Promise<void> {
  await page.setViewportSize({ width, height: 900 });
  for (const frame of page.frames())
    await frame.evaluate(
      ([percent, mode]) => {
        document.documentElement.style.fontSize = `${percent}%`;
        document.documentElement.dataset['colorMode'] = mode;
      },
      [textPercent, colorMode] as const,
    );
  // A colour that is still on its way is neither the one nor the other.
  for (const frame of page.frames())
    await frame.evaluate(async () => {
      const transitions = document.getAnimations().filter((animation) => animation instanceof CSSTransition);
      await Promise.allSettled(transitions.map(({ finished }) => finished));
    });
}

const pictureOf = (name: string, { width, textPercent, colorMode }: Look): string =>
  `${name} ${width} ${colorMode}${textPercent === 100 ? '' : ' large text'}`;

/** Every other screen, from the first or from the second on: two files share them, since files run side by side. Opening a screen takes longest: it is opened once. */
export const describeScreens = (from: 'first' | 'second'): void =>
  describeInChromium('Every screen', () => {
    let browser: Browser;
    let site: LocalSite;

    beforeAll(async () => {
      [browser, site] = await Promise.all([launchChromium(), startLocalSite()]);
    });
    afterAll(async () => {
      await Promise.all([browser?.close(), site?.stop()]);
    });

    const half = Object.entries(screens).filter((_, index) => index % 2 === (from === 'first' ? 0 : 1));
    describe.each(half)('%s', (name, open) => {
      let watched: WatchedPage;
      beforeAll(async () => {
        watched = await openWatchedPage(browser, site.url, { accountId: people.tomas.accountId, ...looks[0] });
        await open({ page: watched.page, url: site.url, issue: (jql) => findIssue(site, jql) });
      });
      afterAll(() => watched?.close());

      it.each(looks)(
        'is whole $width px wide with text at $textPercent % in $colorMode colours: no error, no barrier, no breach of the content policy, no sideways scroll',
        async (look) => {
          const { page } = watched;
          if (look !== looks[0]) await changeLook(page, look);
          // A frame takes the height of its content a moment after the content is there.
          await page.waitForTimeout(300);
          const barriers = await accessibilityProblems(page);
          const sideways = await sidewaysScroll(page);
          await keepScreenshot(page, pictureOf(name, look));
          expect({ problems: watched.takeProblems(), barriers, sideways }).toEqual({ problems: [], barriers: [], sideways: [] });
        },
      );
    });
  });
