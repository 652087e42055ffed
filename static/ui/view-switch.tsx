/** The views of one page side by side, of which one is open. Plain buttons in a landmark; knows nothing of what the views show. */
import { useEffect, useRef } from 'react';
import './view-switch.css';

type Props<K extends string> = {
  /** What the landmark is called. */
  readonly label: string;
  readonly views: readonly { readonly key: K; readonly label: string }[];
  /** How many things wait in a view; none where it says nothing. */
  readonly waiting?: Partial<Record<K, number>>;
  readonly open: K;
  readonly onOpen: (key: K) => void;
};

export const ViewSwitch = <K extends string>({ label, views, waiting = {}, open, onOpen }: Props<K>) => {
  const nav = useRef<HTMLElement>(null);
  const shown = useRef(open);
  useEffect(() => {
    if (shown.current === open) return;
    shown.current = open;
    // Whoever came from within another view had the focus there, and it went with that.
    if (document.activeElement === document.body) nav.current?.querySelector<HTMLElement>('[aria-current]')?.focus();
  }, [open]);
  return (
    <nav ref={nav} aria-label={label}>
      <ul className="view-switch">
        {views.map((view) => (
          <li key={view.key}>
            <button
              type="button"
              className="view-switch__view"
              aria-current={view.key === open ? 'page' : undefined}
              onClick={() => onOpen(view.key)}
            >
              {view.label}
              {(waiting[view.key] ?? 0) > 0 && (
                <span className="view-switch__waiting">
                  {waiting[view.key]}
                  <span className="visually-hidden"> waiting for you</span>
                </span>
              )}
            </button>
          </li>
        ))}
      </ul>
    </nav>
  );
};
