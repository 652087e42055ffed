/**
 * A message in the flow of a screen: what happened and what to do next.
 * Our own: Atlaskit's brings its theme loader along, 42 kB gzip beside its Button.
 */
import type { ReactNode } from 'react';
import './section-message.css';

type Props = {
  readonly tone: 'info' | 'warning' | 'error' | 'success';
  readonly title?: string;
  readonly children: ReactNode;
  readonly actions?: ReactNode;
};

const shapes = { info: 'ℹ', warning: '▲', error: '■', success: '✓' } as const;

/** Errors interrupt a screen reader, everything else waits for its turn. */
export const SectionMessage = ({ tone, title, children, actions }: Props) => (
  <div className={`section-message section-message--${tone}`} role={tone === 'error' ? 'alert' : 'status'}>
    <span className="section-message__shape" aria-hidden="true">
      {shapes[tone]}
    </span>
    <div className="section-message__text">
      {title && <p className="section-message__title">{title}</p>}
      <div>{children}</div>
      {actions && <div className="section-message__actions">{actions}</div>}
    </div>
  </div>
);
