/** Nothing here yet: says so, says why that matters in one sentence, and offers the first step. */
import type { ReactNode } from 'react';
import './empty-state.css';

type Props = {
  readonly title: string;
  readonly children?: ReactNode;
  readonly action?: ReactNode;
};

export const EmptyState = ({ title, children, action }: Props) => (
  <div className="empty-state">
    <h2 className="empty-state__title">{title}</h2>
    {children && <div className="empty-state__text">{children}</div>}
    {action}
  </div>
);
