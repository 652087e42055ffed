/**
 * The browser of the end-to-end tests: the machine's own Chromium. Where there is none a suite is skipped by name;
 * with CI set it fails instead.
 */
import { existsSync } from 'node:fs';
import { chromium, type Browser } from 'playwright-core';

/** One without windows and menus first: it is Chromium all the same, and takes less of the machine. */
const usualPlaces = [
  '/usr/bin/chromium-headless-shell',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

const executablePath = process.env.CHROMIUM_PATH ?? usualPlaces.find((place) => existsSync(place));

/** Throws when the machine has no Chromium. */
export async function launchChromium(): Promise<Browser> {
  if (executablePath === undefined) throw new Error('No Chromium found. Install it, or set CHROMIUM_PATH to one.');
  return chromium.launch({ executablePath, headless: true, args: flags });
}

export function describeInChromium(name: string, suite: () => void): void {
  if (executablePath === undefined && !process.env.CI) describe.skip(`${name}: no Chromium found, CHROMIUM_PATH is not set`, suite);
  else describe(name, suite);
}
