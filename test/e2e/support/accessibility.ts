/** Runs axe in a page and in each of its frames. The frames are of another origin, so each is asked by itself. */
import axe from 'axe-core';
import type { Frame, Page } from 'playwright-core';

/** Each violation of WCAG 2.2 A and AA as a line: the rule, its words, the elements. Empty: none. */
export async function accessibilityProblems(page: Page): Promise<string[]> {
  // What the site's bar lies over looks too small to axe.
  await page.evaluate(() => window.scrollTo(0, 0));
  const problems: string[] = [];
  for (const frame of page.frames()) problems.push(...(await problemsOf(frame)));
  return problems;
}

async function problemsOf(frame: Frame): Promise<string[]> {
  // It stays in a page that is looked at again.
  if (!(await frame.evaluate(() => 'axe' in window))) await frame.evaluate(axe.source);
  const violations = await frame.evaluate(async () => {
    const results = await window.axe.run(document, {
      iframes: false,
      preload: false,
      // It need not say where all was well.
      resultTypes: ['violations'],
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'],
    });
    return results.violations.map(({ id, help, nodes }) => ({ id, help, targets: nodes.map(({ target }) => target.join(' ')) }));
  });
  return violations.map(({ id, help, targets }) => `${id}: ${help}: ${targets.slice(0, 5).join(' | ')}`);
}

declare global {
  interface Window {
    /** What evaluating `axe.source` leaves behind. */
    axe: typeof axe;
  }
}
