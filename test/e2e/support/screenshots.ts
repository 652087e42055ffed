/** Pictures of what a test saw, for people to look at: written to the folder SCREENSHOTS names, nowhere without it. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';

/** Pixels; what is longer is cut. */
const tallest = 4000;

export async function keepScreenshot(page: Page, name: string): Promise<void> {
  const folder = process.env.SCREENSHOTS;
  if (folder === undefined || folder === '') return;
  mkdirSync(folder, { recursive: true });
  const viewport = page.viewportSize();
  // A picture of more than the window leaves frames of another origin blank, so the window grows instead.
  const height = Math.min(await page.evaluate(() => document.documentElement.scrollHeight), tallest);
  if (viewport) await page.setViewportSize({ width: viewport.width, height: Math.max(viewport.height, height) });
  await page.waitForTimeout(300);
  await page.screenshot({ path: join(folder, `${name.replace(/[^A-Za-z0-9]+/g, '-')}.png`) });
}
