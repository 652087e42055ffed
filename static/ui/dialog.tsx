/**
 * A modal dialog over the native `<dialog>`: the browser keeps focus inside, makes the rest inert and closes on Esc.
 * Not Atlaskit's: its scroll lock writes a `<style>` element, which Forge's content policy refuses (measured in Chromium).
 */
import CrossIcon from '@atlaskit/icon/core/cross';
import { useEffect, useId, useRef, useState, type FormEvent, type ReactNode } from 'react';
import { flushSync } from 'react-dom';
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

/** Px above and below the dialog. */
const margin = 32;
/** Px at the top of a scrolled frame that the host's own bar may lie over. */
const hostBar = 56;
/** Px a dialog may take even where less of the frame is to be seen; the frame grows for it. */
const leastRoom = 600;

/** An unseen box over the whole of this frame: the document may be shorter than the frame, and the frame longer than what is seen of it. */
const layFrameBox = (): HTMLElement => {
  const box = document.createElement('div');
  box.className = 'dialog-frame-box';
  return document.body.appendChild(box);
};

/** What had the focus before each dialog: one may go while another that was opened from it, or takes its place, stays. */
const cameFrom = new WeakMap<Element, Element | null>();

/** The nearest that is still there of what had the focus before. */
const stillThere = (before: Element | null): Element | null => {
  if (before === null || before.isConnected) return before;
  const around = before.closest('dialog');
  return around === null ? null : stillThere(cameFrom.get(around) ?? null);
};

/**
 * Opens the dialog while mounted and gives the focus back afterwards. Forge makes a frame as tall as its content, so the frame's own middle may be
 * out of sight: the dialog goes where the frame is visible. And a modal dialog is no content: the document is stretched under it while it is open.
 */
const useModal = () => {
  const ref = useRef<HTMLDialogElement>(null);
  // Read while rendering: by the time effects run, a field inside may have taken the focus.
  const [before] = useState(() => document.activeElement);
  useEffect(() => {
    const dialog = ref.current;
    if (!dialog) return;
    const stretch = new ResizeObserver(() => {
      document.body.style.minHeight = `${dialog.offsetTop + dialog.offsetHeight + margin}px`;
    });
    cameFrom.set(dialog, before);
    const box = layFrameBox();
    // The part of this frame that no frame around it clips, of whatever origin. Looked at before opening: to open moves the focus,
    // and the browser would scroll to wherever the dialog is by then.
    const look = new IntersectionObserver(([frame]) => {
      look.disconnect();
      box.remove();
      if (!frame) return;
      const { top, height } = frame.intersectionRect;
      const covered = top > 0 ? hostBar : 0;
      dialog.style.marginTop = `${top + covered + margin}px`;
      dialog.style.maxHeight = `${Math.max(leastRoom, height - covered - 2 * margin)}px`;
      dialog.showModal();
      // React's autoFocus came too early: what is not shown takes no focus.
      dialog.querySelector<HTMLElement>('[data-autofocus]')?.focus();
      stretch.observe(dialog);
    });
    look.observe(box);
    return () => {
      look.disconnect();
      box.remove();
      stretch.disconnect();
      dialog.close();
      document.body.style.minHeight = '';
      const back = stillThere(before);
      if (back instanceof HTMLElement) back.focus({ preventScroll: true });
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
      {/* A form has fields to reach it by; plain text that scrolls has to be reachable itself. */}
      <div className="dialog__body" tabIndex={onSubmit ? undefined : 0}>
        {children}
      </div>
      {footer && <div className="dialog__footer">{footer}</div>}
    </>
  );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    // A dialog opened from within this one sits inside the same React tree: its submit event bubbles up to here.
    event.stopPropagation();
    if (busy) return;
    flushSync(() => onSubmit?.());
    // What a form finds wrong by itself it marks at once: the first such field is where to go on.
    ref.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
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
