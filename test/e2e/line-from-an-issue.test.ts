/** From an issue to the goal of the company: the panel's way to the line of a key result, which opens beside the issue; and the map by two fingers. */
import type { Page } from 'playwright-core';
import { people } from '../../local/demo/demo-people';
import { describeInChromium } from './support/chromium';
import { eventually } from './support/eventually';
import { findIssue } from './support/find-issue';
import { useLocalTabs } from './support/local-tabs';
import { openAlignment, openIssue, openProjectOkrs } from './support/okr-screens';

jest.setTimeout(120_000);

type Spot = { readonly x: number; readonly y: number };

/** Two fingers on the screen, each moved from one spot to another in ten steps. */
async function pinch(page: Page, from: readonly [Spot, Spot], to: readonly [Spot, Spot]): Promise<void> {
  const touch = await page.context().newCDPSession(page);
  const at = (ratio: number) =>
    from.map(({ x, y }, id) => ({ id, x: x + ratio * ((to[id]?.x ?? x) - x), y: y + ratio * ((to[id]?.y ?? y) - y) }));
  await touch.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: at(0) });
  for (let step = 1; step <= 10; step += 1) await touch.send('Input.dispatchTouchEvent', { type: 'touchMove', touchPoints: at(step / 10) });
  await touch.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
  await touch.detach();
}

describeInChromium('The line to the top', () => {
  const { site, openTab } = useLocalTabs();

  it('of a key result opens from the panel of an issue, on the page of its project', async () => {
    const key = await findIssue(site(), 'project = WEB AND labels = checkout-speed AND issuetype = Story AND statusCategory != Done');
    const page = await openTab(people.tomas.accountId);
    const panel = await openIssue(page, site().url, key);
    const opened = page.context().waitForEvent('page');
    await panel
      .getByRole('button', { name: /^Line to the top from KR-\d+$/ })
      .first()
      .click();
    const beside = await opened;
    const okrs = beside.frameLocator('iframe[data-module="project-okrs"]');
    await okrs.getByText('It reaches a company goal.').first().waitFor();
    await okrs.getByText('Checkout feels instant').first().waitFor();
    expect(new URL(beside.url()).pathname).toBe('/projects/WEB/okrs');
  });

  it('on the map is made larger by two fingers, with what is between them staying there', async () => {
    const page = await openTab(people.tomas.accountId);
    const okrs = await openProjectOkrs(page, site().url, 'WEB');
    const map = await openAlignment(okrs, 'Map');
    const card = map.locator('[data-act="open"]').filter({ hasText: /Checkout feels instant/ });
    await card.waitFor();
    const sizeOf = async () => (await card.boundingBox())?.width ?? 0;
    const [before, box] = [await sizeOf(), await card.boundingBox()];
    if (!box) throw new Error('The card is not on the screen.');
    const middle = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
    const apart = (by: number): readonly [Spot, Spot] => [
      { x: middle.x - by, y: middle.y },
      { x: middle.x + by, y: middle.y },
    ];
    await pinch(page, apart(40), apart(60));
    await eventually(async () => expect((await sizeOf()) / before).toBeCloseTo(1.5, 1));
    const after = await card.boundingBox();
    expect((after?.x ?? 0) + (after?.width ?? 0) / 2).toBeCloseTo(middle.x, -1);
    expect((after?.y ?? 0) + (after?.height ?? 0) / 2).toBeCloseTo(middle.y, -1);
    expect(await okrs.getByRole('dialog').count()).toBe(0);
  });
});
