/** How long a page takes to answer: to a letter in a search, and to being scrolled. Measured in the frame of the app, with the page's own clock. */
import type { Locator, Page } from 'playwright-core';

/** Ms, ascending. */
type Times = readonly number[];

const ascending = (times: readonly number[]): Times => times.toSorted((a, b) => a - b);

/** The time that `ratio` of them do not exceed. */
export const within = (times: Times, ratio: number): number =>
  times[Math.min(times.length - 1, Math.floor(times.length * ratio))] ?? Infinity;

/**
 * Presses these keys one by one in the search and answers how long each took, from the press until what it leaves was painted. A page that has
 * not caught up says so (`aria-busy`).
 */
export async function timesOfKeys(page: Page, search: Locator, keys: readonly string[]): Promise<Times> {
  await search.focus();
  const times: number[] = [];
  for (const key of keys) {
    const waiting = await search.evaluateHandle((element) => {
      const busy = element.closest('[aria-busy]');
      if (!busy) throw new Error('Nothing around the search says whether it has caught up.');
      const painted = new Promise<number>((resolve, reject) => {
        let pressed = 0;
        element.addEventListener('keydown', ({ timeStamp }) => (pressed = timeStamp), { once: true });
        const observer = new MutationObserver(() => {
          if (pressed === 0 || busy.getAttribute('aria-busy') !== 'false') return;
          observer.disconnect();
          requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - pressed), 0));
        });
        observer.observe(busy, { attributes: true, attributeFilter: ['aria-busy'] });
        setTimeout(() => reject(new Error('The page did not catch up.')), 10_000);
      });
      return { painted };
    });
    await page.keyboard.press(key);
    times.push(await waiting.evaluate(({ painted }) => painted));
  }
  return ascending(times);
}

/** Scrolls an element by so many px in so many frames, and answers how long each frame took. */
export async function timesOfScrolling(element: Locator, px: number, frames: number): Promise<Times> {
  const times = await element.evaluate(
    (scrolled, [by, count]) =>
      new Promise<number[]>((resolve) => {
        const took: number[] = [];
        let last = performance.now();
        const tick = (now: number) => {
          took.push(now - last);
          last = now;
          scrolled.scrollTop += by / count;
          if (took.length > count) resolve(took.slice(1));
          else requestAnimationFrame(tick);
        };
        requestAnimationFrame(tick);
      }),
    [px, frames] as const,
  );
  return ascending(times);
}
