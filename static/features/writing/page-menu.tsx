/** What is wanted on a page now and then, behind one button. Closes when something is chosen, the focus leaves it, or by Esc. */
import ShowMoreIcon from '@atlaskit/icon/core/show-more-horizontal';
import { useRef } from 'react';
import './page-menu.css';

type Props = {
  readonly label: string;
  /** Not empty. */
  readonly items: readonly { readonly label: string; readonly onChoose: () => void }[];
};

export const PageMenu = ({ label, items }: Props) => {
  const ref = useRef<HTMLDetailsElement>(null);
  const close = () => {
    if (ref.current) ref.current.open = false;
  };
  return (
    <details
      ref={ref}
      className="page-menu"
      onBlur={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget)) close();
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        close();
        ref.current?.querySelector('summary')?.focus();
      }}
    >
      <summary className="page-menu__toggle" aria-label={label} title={label}>
        <ShowMoreIcon label="" size="small" />
      </summary>
      <div className="page-menu__list">
        {items.map((item) => (
          <button
            key={item.label}
            type="button"
            className="page-menu__item"
            onClick={() => {
              close();
              item.onChoose();
            }}
          >
            {item.label}
          </button>
        ))}
      </div>
    </details>
  );
};
