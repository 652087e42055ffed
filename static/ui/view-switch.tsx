/** The views of one page side by side, of which one is open. Plain buttons in a landmark; knows nothing of what the views show. */
import './view-switch.css';

type Props<K extends string> = {
  /** What the landmark is called. */
  readonly label: string;
  readonly views: readonly { readonly key: K; readonly label: string }[];
  readonly open: K;
  readonly onOpen: (key: K) => void;
};

export const ViewSwitch = <K extends string>({ label, views, open, onOpen }: Props<K>) => (
  <nav aria-label={label}>
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
          </button>
        </li>
      ))}
    </ul>
  </nav>
);
