/** The modal dialog of the shell, over the browser's own <dialog>: focus is held and given back by the browser. */
import { h, type Child } from './dom';

export type DialogHandle = { readonly element: HTMLDialogElement; close(): void };

type DialogOptions = {
  readonly title: string;
  readonly className?: string;
  readonly closeOnEscape?: boolean;
  readonly closeOnOverlayClick?: boolean;
  readonly onClose?: () => void;
};

/** Shows a dialog until it is closed; `body` gets the handle to close it with. */
export function openDialog(options: DialogOptions, body: (dialog: DialogHandle) => Child): DialogHandle {
  const titleId = `dialog-${crypto.randomUUID()}`;
  const element = h('dialog', { class: `dialog ${options.className ?? ''}`, 'aria-labelledby': titleId });
  const handle: DialogHandle = { element, close: () => element.close() };
  element.append(
    h(
      'div',
      { class: 'dialog-header' },
      h('h2', { id: titleId }, options.title),
      h('button', { type: 'button', class: 'subtle icon-button', 'aria-label': `Close ${options.title}`, onclick: handle.close }, '×'),
    ),
    h('div', { class: 'dialog-body' }, body(handle)),
  );
  element.addEventListener('cancel', (event) => {
    if (options.closeOnEscape === false) event.preventDefault();
  });
  element.addEventListener('mousedown', (event) => {
    if (event.target === element && options.closeOnOverlayClick !== false) element.close();
  });
  element.addEventListener('close', () => {
    element.remove();
    options.onClose?.();
  });
  document.body.append(element);
  element.showModal();
  return handle;
}

/** A form in a dialog: its submit runs `save`; a failure is shown in place and the dialog stays. */
export function openForm(
  title: string,
  submitLabel: string,
  fields: Child,
  save: (values: FormData) => Promise<void>,
  { appearance = 'primary', onClose }: { readonly appearance?: 'primary' | 'danger'; readonly onClose?: () => void } = {},
): void {
  openDialog({ title, ...(onClose === undefined ? {} : { onClose }) }, (dialog) => {
    const problem = h('p', { class: 'problem', role: 'alert', hidden: true });
    const submit = h('button', { type: 'submit', class: appearance }, submitLabel);
    const form = h(
      'form',
      { class: 'form' },
      fields,
      problem,
      h('div', { class: 'form-footer' }, h('button', { type: 'button', class: 'subtle', onclick: dialog.close }, 'Cancel'), submit),
    );
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      submit.disabled = true;
      problem.hidden = true;
      save(new FormData(form))
        .then(dialog.close)
        .catch((error: unknown) => {
          problem.textContent = error instanceof Error ? error.message : String(error);
          problem.hidden = false;
          submit.disabled = false;
        });
    });
    return form;
  });
}

/** A labelled control of a form. */
export function field(label: string, control: HTMLElement, help?: string): HTMLElement {
  control.id = `field-${crypto.randomUUID()}`;
  return h('div', { class: 'field' }, h('label', { for: control.id }, label), control, help === undefined ? null : h('small', {}, help));
}

export function textOf(values: FormData, name: string): string {
  const value = values.get(name);
  return typeof value === 'string' ? value.trim() : '';
}
