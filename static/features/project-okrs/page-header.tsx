/** Breadcrumb and title of the page, with whatever belongs beside the title. Stands while the page loads, so that nothing jumps. */
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useHost } from '../../host';
import './page-header.css';

/** The project's key until Jira has told its name: the page does not wait for it. */
const ProjectCrumb = ({ projectKey }: { readonly projectKey: string }) => {
  const { jira, place, goToProject } = useHost();
  const { projectId } = place;
  const project = useQuery({
    queryKey: ['project', projectId],
    queryFn: () => (projectId === null ? null : jira.project(projectId)),
    staleTime: Infinity,
  });
  return (
    <>
      Projects <span aria-hidden="true">/</span>{' '}
      <button type="button" className="text-button" dir="auto" onClick={() => goToProject(projectKey)}>
        {project.data?.name ?? projectKey}
      </button>
    </>
  );
};

/** The way from the project to the page; `children` are its steps below the project, each with its slash. */
export const Breadcrumb = ({ children }: { readonly children?: ReactNode }) => {
  const { place } = useHost();
  return (
    <nav className="page-header__crumb small" aria-label="Breadcrumb">
      {place.projectKey !== null && <ProjectCrumb projectKey={place.projectKey} />}
      {children}
    </nav>
  );
};

export const PageHeader = ({ children }: { readonly children?: ReactNode }) => {
  return (
    <header className="page-header">
      <Breadcrumb />
      <h1 className="page-header__title">OKRs</h1>
      {children}
    </header>
  );
};
