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

type Props = {
  /** What stands at the end of the first line, whatever the page shows below it. */
  readonly corner?: ReactNode;
  readonly children?: ReactNode;
};

export const PageHeader = ({ corner, children }: Props) => {
  return (
    <header className="page-header">
      <div className="page-header__top">
        <Breadcrumb />
        {corner}
      </div>
      <h1 className="page-header__title">OKRs</h1>
      {children}
    </header>
  );
};
