/**
 * Pages with a thousand objectives and five thousand key results in a browser: how soon they answer to a letter in the search, and how they scroll.
 * Times are printed, and held to what even a busy machine keeps; what is drawn is held to numbers.
 */
import type { Locator, Page } from 'playwright-core';
import { people } from '../../local/demo/demo-people';
import { describeInChromium } from './support/chromium';
import { fillLargeSet, largeSet } from './support/large-set';
import { timesOfKeys, timesOfScrolling, within } from './support/letters';
import { useLocalTabs } from './support/local-tabs';
import { openAlignment, openCompanyOkrs, openProjectOkrs } from './support/okr-screens';

jest.setTimeout(180_000);

/** Twenty presses that narrow the list down, widen it, and narrow it down to something else. */
const presses = [...'part 12', ...Array<string>(7).fill('Backspace'), ...'second'];

/** More rows than are ever drawn, and fewer than there are. */
const fewRows = 80;

/** Prints the times and holds them to what a page that draws everything anew does not keep. */
function expectQuick(what: string, times: readonly number[], medianMs: number): void {
  const [median, slow, worst] = [within(times, 0.5), within(times, 0.95), times.at(-1) ?? Infinity];
  console.log(`${what}: median ${median.toFixed(0)} ms, 95 % at most ${slow.toFixed(0)} ms, worst ${worst.toFixed(0)} ms`);
  expect(median).toBeLessThan(medianMs);
}

/** How many elements within `list` come and go while something is done. */
async function drawnDuring(list: Locator, act: () => Promise<void>): Promise<number> {
  const watch = await list.evaluateHandle((element) => {
    const seen = { elements: 0 };
    const observer = new MutationObserver((records) => {
      for (const { addedNodes, removedNodes } of records) seen.elements += addedNodes.length + removedNodes.length;
    });
    observer.observe(element, { childList: true, subtree: true });
    return seen;
  });
  await act();
  return watch.evaluate(({ elements }) => elements);
}

describeInChromium('A thousand objectives', () => {
  const { site, openTab } = useLocalTabs({ prepare: fillLargeSet });

  async function holdSearchAndScroll(page: Page, what: string, list: Locator, search: Locator): Promise<void> {
    const rows = list.getByRole('row');
    expect(Number(await list.getAttribute('aria-rowcount'))).toBeGreaterThan(largeSet.objectives);
    expect(await rows.count()).toBeLessThan(fewRows);
    expectQuick(`${what}, a letter`, await timesOfKeys(page, search, presses), 400);
    await search.fill('');
    await timesOfKeys(page, search, [...'part']);
    // A space looks for nothing else, so that nothing comes and nothing goes.
    expect(await drawnDuring(list, async () => void (await timesOfKeys(page, search, ['Space', 'Space', 'Space'])))).toBe(0);
    expectQuick(`${what}, a frame of scrolling`, await timesOfScrolling(list, 3000, 60), 60);
    expect(await rows.count()).toBeLessThan(fewRows);
  }

  it('on the page of a project are searched and scrolled at once', async () => {
    const page = await openTab(people.tomas.accountId);
    const okrs = await openProjectOkrs(page, site().url, 'WEB');
    const grid = okrs.getByRole('treegrid');
    await grid.waitFor();
    await okrs.getByText(/^Loading \d+ of/).waitFor({ state: 'detached' });
    await holdSearchAndScroll(page, 'project page', grid, okrs.getByRole('searchbox', { name: /^Search objectives/ }));
  });

  it('on the page of the company are searched and scrolled at once', async () => {
    const page = await openTab(people.ines.accountId);
    const okrs = await openCompanyOkrs(page, site().url);
    const grid = okrs.getByRole('treegrid');
    await grid.waitFor();
    await okrs.getByText(/; the rest is on its way/).waitFor({ state: 'detached' });
    await holdSearchAndScroll(page, 'company page', grid, okrs.getByRole('searchbox', { name: /^Search objectives/ }));
  });

  it('in the list of the alignment are searched and scrolled at once', async () => {
    const page = await openTab(people.ines.accountId);
    const okrs = await openCompanyOkrs(page, site().url);
    const list = await openAlignment(okrs, 'List');
    await okrs.getByRole('button', { name: 'Unfold all' }).click();
    await holdSearchAndScroll(page, 'alignment list', list, okrs.getByRole('searchbox', { name: /^Search the alignment/ }));
  });
});
