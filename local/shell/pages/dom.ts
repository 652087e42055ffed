/** Makes elements without a framework: text goes in as text, so nothing that comes from an issue can become markup. */
type Attributes = Readonly<Record<string, string | number | boolean | null | undefined | ((event: Event) => void)>>;
export type Child = Node | string | null | readonly Child[];

/**
 * Makes an element. `on…` attributes are listeners (`onclick`), `true` an empty attribute; `false`, null and undefined leave it out.
 */
export function h<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Attributes = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === 'function') element.addEventListener(name.slice(2), value);
    else if (value === true) element.setAttribute(name, '');
    else if (value !== false && value !== null && value !== undefined) element.setAttribute(name, String(value));
  }
  element.append(...children.flatMap(nodesOf));
  return element;
}

/** Puts new content in place of the old. What is being typed is not drawn over, and a focused button stays focused. */
export function redraw(root: HTMLElement, content: readonly Node[]): void {
  const focused = root.contains(document.activeElement) ? document.activeElement : null;
  if (focused instanceof HTMLInputElement) return;
  const controls = (): readonly HTMLElement[] => [...root.querySelectorAll<HTMLElement>('a, button:not([role="menuitem"])')];
  const position = controls().findIndex((control) => control === focused);
  root.replaceChildren(...content);
  if (position >= 0) controls()[position]?.focus();
}

function nodesOf(child: Child): (Node | string)[] {
  if (child === null) return [];
  return typeof child === 'string' || child instanceof Node ? [child] : child.flatMap(nodesOf);
}

/** Words for a screen reader only. */
export function spoken(text: string): HTMLElement {
  return h('span', { class: 'spoken' }, text);
}

/** A drawing of one path in a 16 × 16 box, coloured like the text around it; hidden from screen readers. */
export function icon(path: string, className = 'icon'): SVGSVGElement {
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  svg.setAttribute('viewBox', '0 0 16 16');
  svg.setAttribute('aria-hidden', 'true');
  svg.setAttribute('class', className);
  const shape = document.createElementNS('http://www.w3.org/2000/svg', 'path');
  shape.setAttribute('d', path);
  svg.append(shape);
  return svg;
}
