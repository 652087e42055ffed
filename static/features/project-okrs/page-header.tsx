/** Breadcrumb and title of the page, with whatever belongs beside the title. Stands while the page loads, so that nothing jumps. */
import type { ReactNode } from 'react';
import { useHost } from '../../host';
import './page-header.css';

export const PageHeader = ({ children }: { readonly children?: ReactNode }) => {
  const { place } = useHost();
  return (
    <header className="page-header">
      {place.projectKey !== null && <p className="page-header__crumb small">Projects / {place.projectKey}</p>}
      <h1 className="page-header__title">OKRs</h1>
      {children}
    </header>
  );
};
