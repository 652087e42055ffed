/** A button that opens a menu: arrow keys move, Escape closes and gives the focus back, a click elsewhere closes. */
import { h, type Child } from './dom';

export type MenuItem = { readonly label: Child; readonly run: () => void };

export function menuButton(
  label: Child,
  attributes: Readonly<Record<string, string>>,
  items: () => Promise<readonly MenuItem[]> | readonly MenuItem[],
): HTMLElement {
  const list = h('div', { class: 'menu', role: 'menu', hidden: true });
  const button = h('button', { type: 'button', 'aria-haspopup': 'menu', 'aria-expanded': 'false', ...attributes }, label);
  const root = h('div', { class: 'menu-root' }, button, list);

  const close = (): void => {
    list.hidden = true;
    button.setAttribute('aria-expanded', 'false');
  };
  const open = async (): Promise<void> => {
    list.hidden = false;
    button.setAttribute('aria-expanded', 'true');
    const entries = await items();
    list.replaceChildren(
      ...entries.map(({ label: text, run }) =>
        h(
          'button',
          {
            type: 'button',
            role: 'menuitem',
            tabindex: -1,
            onclick: () => {
              close();
              button.focus();
              run();
            },
          },
          text,
        ),
      ),
    );
    if (entries.length === 0) list.append(h('p', { class: 'menu-empty' }, 'Nothing to choose here.'));
    move(0);
  };
  const move = (index: number): void => {
    const entries = list.querySelectorAll('button');
    entries[(index + entries.length) % Math.max(entries.length, 1)]?.focus();
  };

  button.addEventListener('click', () => void (list.hidden ? open() : close()));
  root.addEventListener('keydown', (event) => {
    if (list.hidden) return;
    const current = [...list.querySelectorAll('button')].findIndex((entry) => entry === document.activeElement);
    const target = { ArrowDown: current + 1, ArrowUp: current - 1, Home: 0, End: -1 }[event.key];
    if (target !== undefined) {
      event.preventDefault();
      move(target);
    }
    if (event.key === 'Escape' || event.key === 'Tab') close();
    if (event.key === 'Escape') button.focus();
  });
  document.addEventListener('mousedown', (event) => {
    if (event.target instanceof Node && !root.contains(event.target)) close();
  });
  return root;
}
