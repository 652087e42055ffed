/** Short messages in the lower left corner, as Jira shows them; the app's `showFlag` uses the same ones. */
import { h } from './dom';

type FlagType = 'info' | 'success' | 'warning' | 'error';
export type Flag = {
  readonly id: string;
  readonly type: FlagType;
  readonly title: string;
  readonly description?: string;
  readonly actions?: readonly { readonly text: string; readonly onClick: () => void }[];
  readonly isAutoDismiss?: boolean;
};

const dismissAfterMs = 8000;
const region = h('div', { class: 'flags', popover: 'manual', role: 'region', 'aria-label': 'Messages', 'aria-live': 'polite' });
const shown = new Map<string, HTMLElement>();

export function showFlag(flag: Flag): void {
  if (!region.isConnected) document.body.append(region);
  closeFlag(flag.id);
  const element = h(
    'div',
    { class: `flag flag-${flag.type}`, role: flag.type === 'error' ? 'alert' : null },
    h(
      'div',
      { class: 'flag-text' },
      h('strong', {}, flag.title),
      flag.description === undefined ? null : h('p', {}, flag.description),
      flagActions(flag),
    ),
    h('button', { type: 'button', class: 'flag-close', 'aria-label': 'Dismiss', onclick: () => closeFlag(flag.id) }, '×'),
  );
  shown.set(flag.id, element);
  region.prepend(element);
  // Shown anew, so that it lies above a dialog opened since.
  if (region.matches(':popover-open')) region.hidePopover();
  region.showPopover();
  if (flag.isAutoDismiss === true) setTimeout(() => closeFlag(flag.id, element), dismissAfterMs);
}

/** Removes a flag; with `only`, unless another one took its id meanwhile. */
export function closeFlag(id: string, only?: HTMLElement): void {
  const element = shown.get(id);
  if (element === undefined || (only !== undefined && only !== element)) return;
  element.remove();
  shown.delete(id);
  if (shown.size === 0) region.hidePopover();
}

/** Says that something failed, in the words of the failure. */
export function flagError(title: string, description: string): void {
  showFlag({ id: `error-${title}`, type: 'error', title, description });
}

function flagActions(flag: Flag): HTMLElement | null {
  if (flag.actions === undefined || flag.actions.length === 0) return null;
  return h(
    'div',
    { class: 'flag-actions' },
    flag.actions.map(({ text, onClick }) => h('button', { type: 'button', class: 'link-button', onclick: onClick }, text)),
  );
}
