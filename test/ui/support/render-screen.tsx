/**
 * Renders a screen as `static/main.tsx` would, with a fake host, in jsdom. Importing it also makes a test fail on `console.error`
 * and on requests nobody answered, and gives jsdom what it lacks of a browser: modal dialogs, sizes, observers.
 */
import '@testing-library/jest-dom';
import { QueryClientProvider } from '@tanstack/react-query';
import { cleanup, configure, render } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { ReactElement } from 'react';
import { HostProvider, type Host } from '../../../static/host';
import { createQueryClient } from '../../../static/query-client';
import { ErrorBoundary } from '../../../static/ui/error-boundary';
import { takeUnanswered } from './fake-host';

// Parts that are loaded when they are first shown take longer than a second on a busy machine, and typing into them a few.
configure({ asyncUtilTimeout: 10_000 });
jest.setTimeout(40_000);

HTMLDialogElement.prototype.showModal = function (this: HTMLDialogElement) {
  this.setAttribute('open', '');
  const focusable = this.querySelector<HTMLElement>('[autofocus], input, textarea, select, button');
  focusable?.focus();
};
HTMLDialogElement.prototype.close = function (this: HTMLDialogElement) {
  this.removeAttribute('open');
};
// Browsers turn an Esc that no handler took into a cancelable `cancel` event on the top dialog.
document.addEventListener('keydown', (event) => {
  if (event.key !== 'Escape' || event.defaultPrevented) return;
  [...document.querySelectorAll('dialog[open]')].at(-1)?.dispatchEvent(new Event('cancel', { cancelable: true }));
});
Element.prototype.scrollIntoView = () => undefined;

globalThis.ResizeObserver = class {
  observe() {
    // jsdom lays nothing out: nothing ever changes its size.
  }
  unobserve() {
    // As above.
  }
  disconnect() {
    // As above.
  }
};

// Everything is in sight at once.
globalThis.IntersectionObserver = class {
  readonly root = null;
  readonly rootMargin = '';
  readonly thresholds = [];
  constructor(private readonly callback: IntersectionObserverCallback) {}
  observe(target: Element) {
    const box = target.getBoundingClientRect();
    this.callback(
      [{ target, boundingClientRect: box, intersectionRect: box, rootBounds: box, intersectionRatio: 1, isIntersecting: true, time: 0 }],
      this,
    );
  }
  unobserve() {
    // Nothing is kept to be forgotten.
  }
  disconnect() {
    // As above.
  }
  takeRecords() {
    return [];
  }
};

// jsdom gives every box the size 0, and a virtualised list of height 0 shows nothing.
Object.defineProperty(HTMLElement.prototype, 'offsetHeight', { configurable: true, get: () => 600 });
Object.defineProperty(HTMLElement.prototype, 'offsetWidth', { configurable: true, get: () => 1000 });

let consoleError: jest.SpyInstance;

beforeEach(() => {
  consoleError = jest.spyOn(console, 'error');
});

afterEach(() => {
  cleanup();
  const unanswered = takeUnanswered();
  const errors = consoleError.mock.calls.map((call) => call.join(' '));
  consoleError.mockRestore();
  expect(unanswered).toEqual([]);
  expect(errors).toEqual([]);
});

/** Shows the screen; returns a user to act with. `advance` moves jest's fake timers, where a test uses them. */
export const renderScreen = (screen: ReactElement, host: Host, advance?: (ms: number) => void) => {
  const user = userEvent.setup(advance ? { advanceTimers: advance } : {});
  const view = render(
    <HostProvider host={host}>
      <QueryClientProvider client={createQueryClient()}>
        <ErrorBoundary>{screen}</ErrorBoundary>
      </QueryClientProvider>
    </HostProvider>,
  );
  return { user, ...view };
};
