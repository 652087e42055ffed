/**
 * A modal dialog over the native `<dialog>`: the browser keeps focus inside, makes the rest inert and closes on Esc.
 * Not Atlaskit's: its scroll lock writes a `<style>` element, which Forge's content policy refuses (measured in Chromium).
 */
import CrossIcon from '@atlaskit/icon/core/cross';
import { useEffect, useId, useRef, useState, type FormEvent, type ReactNode } from 'react';
import './dialog.css';
import { IconButton } from './icon-button';

type Props = {
  readonly title: string;
  /** Esc, the cross and whatever the footer calls. Not called while `busy`. */
  readonly onClose: () => void;
  readonly children: ReactNode;
  readonly footer?: ReactNode;
  /** Makes the dialog a form: Enter and a submit button in the footer call it. */
  readonly onSubmit?: () => void;
  readonly size?: 'medium' | 'large';
  /** A request is on its way: the dialog stays. */
  readonly busy?: boolean;
};

/** Space above and below the dialog, in px. */
const margin = 32;

/**
 * Opens the dialog while mounted and gives the focus back afterwards. Forge makes a frame as tall as its content, and a modal dialog is not
 * content: the document is stretched under it for as long as it is open.
 */
const useModal = () => {
  const ref = useRef<HTMLDialogElement>(null);
  // Read while rendering: by the time effects run, a field inside may have taken the focus.
  const [before] = useState(() => document.activeElement);
  useEffect(() => {
    const dialog = ref.current;
    if (!dialog) return;
    dialog.showModal();
    // React's autoFocus came too early: until now the dialog was not shown, and what is not shown takes no focus.
    dialog.querySelector<HTMLElement>('[data-autofocus]')?.focus();
    const stretch = new ResizeObserver(() => {
      document.body.style.minHeight = `${dialog.offsetHeight + 2 * margin}px`;
    });
    stretch.observe(dialog);
    return () => {
      stretch.disconnect();
      dialog.close();
      document.body.style.minHeight = '';
      if (before instanceof HTMLElement && before.isConnected) before.focus();
    };
  }, [before]);
  return ref;
};

export const Dialog = ({ title, onClose, children, footer, onSubmit, size = 'medium', busy = false }: Props) => {
  const ref = useModal();
  const titleId = useId();
  const close = () => {
    if (!busy) onClose();
  };
  const parts = (
    <>
      <div className="dialog__body">{children}</div>
      {footer && <div className="dialog__footer">{footer}</div>}
    </>
  );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    // A dialog opened from within this one sits inside the same React tree: its submit event bubbles up to here.
    event.stopPropagation();
    if (!busy) onSubmit?.();
  };
  return (
    <dialog
      ref={ref}
      className={`dialog dialog--${size}`}
      aria-labelledby={titleId}
      aria-busy={busy}
      onCancel={(event) => {
        event.preventDefault();
        event.stopPropagation();
        close();
      }}
    >
      <div className="dialog__header">
        <h2 id={titleId} className="dialog__title" dir="auto">
          {title}
        </h2>
        <IconButton icon={CrossIcon} label="Close" onClick={close} disabled={busy} />
      </div>
      {onSubmit ? (
        <form className="dialog__form" onSubmit={submit} noValidate>
          {parts}
        </form>
      ) : (
        parts
      )}
    </dialog>
  );
};
