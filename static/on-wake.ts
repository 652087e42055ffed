/**
 * Notices that the page has slept: the lid was closed, the browser froze the tab, the connection was away. What was said meanwhile is lost.
 * Knows nothing of what a woken page does.
 */
import type { Stop } from './host';

const tick = 5_000;
/** A tick that comes this much too late has slept through. Above a minute, to which browsers slow the timers of hidden tabs. */
const sleptThrough = 70_000;

/** Calls `listener` each time the page wakes. */
export const onWake = (listener: () => void): Stop => {
  let last = Date.now();
  const timer = setInterval(() => {
    const now = Date.now();
    if (now - last > sleptThrough) listener();
    last = now;
  }, tick);
  // `pageshow` also comes with the first load, when nothing was missed yet.
  const onPageShow = (event: PageTransitionEvent) => {
    if (event.persisted) listener();
  };
  window.addEventListener('online', listener);
  window.addEventListener('pageshow', onPageShow);
  return () => {
    clearInterval(timer);
    window.removeEventListener('online', listener);
    window.removeEventListener('pageshow', onPageShow);
  };
};
