/** Pictures of what a test saw, for people to look at: written to the folder SCREENSHOTS names, nowhere without it. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';

export async function keepScreenshot(page: Page, name: string): Promise<void> {
  const folder = process.env.SCREENSHOTS;
  if (folder === undefined || folder === '') return;
  mkdirSync(folder, { recursive: true });
  await page.screenshot({ path: join(folder, `${name.replace(/[^A-Za-z0-9]+/g, '-')}.png`), fullPage: true });
}
