/** A text, or other words for it, that becomes an input when pressed: Enter or leaving saves, Escape gives up. */
import { h, spoken } from './dom';

export function editableText(
  label: string,
  value: string,
  save: (text: string) => Promise<void>,
  attributes: Readonly<Record<string, string>> = {},
  shown = value === '' ? 'None' : value,
): HTMLElement {
  const button = h(
    'button',
    {
      type: 'button',
      class: value === '' ? 'editable muted' : 'editable',
    },
    spoken(`Edit ${label.toLowerCase()}:`),
    h('span', { dir: 'auto' }, shown),
  );
  const root = h('span', { class: 'editable-root' }, button);
  button.addEventListener('click', () => {
    const input = h('input', { value, 'aria-label': label, class: 'editable-input', ...attributes });
    let left = false;
    const leave = (wanted: string | null): void => {
      if (left) return;
      left = true;
      root.replaceChildren(button);
      if (wanted !== null && wanted !== value) void save(wanted);
      else button.focus();
    };
    input.addEventListener('blur', () => leave(input.checkValidity() ? input.value.trim() : null));
    input.addEventListener('keydown', (event) => {
      if (event.key === 'Enter' && input.reportValidity()) leave(input.value.trim());
      if (event.key === 'Escape') leave(null);
    });
    root.replaceChildren(input);
    input.focus();
    input.select();
  });
  return root;
}
