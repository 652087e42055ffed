/** How much of the work serves a key result, project by project, and over the whole company. Draws what the backend counted; adds nothing up. */
import { lazy, Suspense, useState } from 'react';
import type { CompanyCoverage, CountedWork, WorkShareView } from '../../../src/contract/coverage';
import { EmptyState } from '../../ui/empty-state';
import { ErrorState } from '../../ui/error-state';
import { useFormat } from '../../ui/format';
import { percentText } from '../../ui/percent';
import '../../ui/record-table.css';
import { Loading, Skeleton } from '../../ui/skeleton';
import { useHomeName } from '../alignment/use-home-name';
import type { PageViewProps } from '../project-okrs/page-view-props';
import './company-coverage.css';
import { cappedInWords, orphansOf } from './coverage-words';
import { useCompanyCoverage } from './queries';

/** In their order; where there is no room for a heading, each figure carries its own. */
const columns = {
  inProgress: 'Work in progress',
  orphans: 'Orphan issues',
  finished: 'Finished this cycle',
  counted: 'Counted',
} as const;

const OrphanDialog = lazy(() => import('./orphan-dialog'));

/** The figure in words stands beside it, so the bar says nothing to the ear. */
const ShareCell = ({ share, label }: { readonly share: WorkShareView; readonly label: string }) => {
  const format = useFormat();
  if (share.share === null) {
    return (
      <td className="coverage-table__number subtle" data-label={label}>
        no work
      </td>
    );
  }
  return (
    <td className="coverage-table__number" data-label={label}>
      <span className="coverage-table__bar" aria-hidden="true">
        <span className="coverage-table__part" style={{ inlineSize: `${String(share.share * 100)}%` }} />
      </span>
      <b>{percentText(share.share)}</b>{' '}
      <span className="small number">
        {format.number(share.serving)} of {format.number(share.work)}
      </span>
    </td>
  );
};

type Row = { readonly projectId: string; readonly counted: CountedWork; readonly onOpen: (projectId: string) => void };

const ProjectRow = ({ projectId, counted, onOpen }: Row) => {
  const format = useFormat();
  const name = useHomeName({ level: 'project', projectId }, []);
  const orphans = counted === null ? 0 : orphansOf(counted.inProgress);
  return (
    <tr>
      <th scope="row">
        <bdi>{name}</bdi>
      </th>
      {counted === null ? (
        <td colSpan={4} className="subtle">
          Not counted yet
        </td>
      ) : (
        <>
          <ShareCell share={counted.inProgress} label={columns.inProgress} />
          <td className="coverage-table__number" data-label={columns.orphans}>
            {orphans === 0 ? (
              <span className="subtle">none</span>
            ) : (
              <button
                type="button"
                className="text-button number"
                aria-haspopup="dialog"
                aria-label={`${format.number(orphans)} orphan issues of ${name}`}
                onClick={() => onOpen(projectId)}
              >
                {format.number(orphans)}
              </button>
            )}
          </td>
          <ShareCell share={counted.finished} label={columns.finished} />
          <td className="coverage-table__number small" data-label={columns.counted}>
            {format.instant(counted.countedAt)}
          </td>
        </>
      )}
    </tr>
  );
};

const CoverageTable = ({ coverage, onOpen }: { readonly coverage: CompanyCoverage; readonly onOpen: (projectId: string) => void }) => {
  const format = useFormat();
  const { projects, hiddenProjects, total, uncounted } = coverage;
  return (
    <div className="record-frame">
      <table className="record-table">
        <caption className="visually-hidden">Share of the work that serves a key result, by project</caption>
        <thead>
          <tr>
            <th scope="col">Project</th>
            {Object.values(columns).map((words) => (
              <th key={words} scope="col">
                {words}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {projects.map((project) => (
            <ProjectRow key={project.projectId} {...project} onOpen={onOpen} />
          ))}
          {hiddenProjects > 0 && (
            <tr>
              <th scope="row" colSpan={5} className="subtle">
                {hiddenProjects === 1 ? '1 project you cannot see' : `${format.number(hiddenProjects)} projects you cannot see`}
              </th>
            </tr>
          )}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">All projects</th>
            <ShareCell share={total.inProgress} label={columns.inProgress} />
            <td className="coverage-table__number" data-label={columns.orphans}>
              {format.number(orphansOf(total.inProgress))}
            </td>
            <ShareCell share={total.finished} label={columns.finished} />
            <td />
          </tr>
        </tfoot>
      </table>
      {uncounted > 0 && (
        <p className="small">
          {uncounted === 1 ? 'One project has' : `${format.number(uncounted)} projects have`} not been counted yet; that happens within the
          hour, or when somebody opens its OKRs.
        </p>
      )}
      {(total.inProgress.capped || total.finished.capped) && <p className="small">In large projects: {cappedInWords(true)}</p>}
    </div>
  );
};

const CompanyCoverageView = ({ cycleId }: Pick<PageViewProps, 'cycleId'>) => {
  const query = useCompanyCoverage(cycleId);
  const [opened, setOpened] = useState<string | null>(null);
  const coverage = query.data;
  if (!coverage) {
    return query.error ? (
      <ErrorState title="Coverage could not be loaded" error={query.error} onRetry={() => void query.refetch()} />
    ) : (
      <Loading what="coverage">
        <Skeleton height="32px" />
        <Skeleton height="32px" />
        <Skeleton height="32px" />
      </Loading>
    );
  }
  if (coverage.projects.length + coverage.hiddenProjects === 0) {
    return (
      <EmptyState title="No project has objectives in this cycle">
        Coverage says how much of a project’s work serves a key result. It is counted for projects that have objectives: write the first one
        on a project’s OKRs page.
      </EmptyState>
    );
  }
  return (
    <>
      <CoverageTable coverage={coverage} onOpen={setOpened} />
      <Suspense fallback={null}>
        {opened !== null && <OrphanDialog of={{ projectId: opened, cycleId: coverage.cycleId }} onClose={() => setOpened(null)} />}
      </Suspense>
    </>
  );
};

export default CompanyCoverageView;
