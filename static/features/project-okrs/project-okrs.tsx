/**
 * The list of a project's OKRs: what it wants to reach in a cycle, how far each part is, and the ways to change it.
 * Puts the parts together and holds what is open; the rules are the domain's, the requests are in `queries.ts`.
 */
import Button from '@atlaskit/button/new';
import { lazy, Suspense, useDeferredValue, useMemo, useState } from 'react';
import type { ExplanationSubject } from '../../../src/contract/explanation';
import type { ObjectiveView } from '../../../src/contract/okr';
import type { Home } from '../../../src/domain/home';
import { useHost } from '../../host';
import { useLiveUpdates } from '../../live-query';
import { AsOf } from '../../ui/as-of';
import { EmptyState } from '../../ui/empty-state';
import { ErrorState } from '../../ui/error-state';
import { LiveRegion } from '../../ui/live-region';
import { ViewSwitch } from '../../ui/view-switch';
import { dueThisWeek } from '../check-ins/attention';
import { CheckInButton } from './check-in-button';
import { useWaitingCount } from '../contributions/queries';
import { InboxBell } from '../rhythm/inbox-bell';
import { PageMenu } from '../writing/page-menu';
import { useWriting } from '../writing/use-writing';
import { CoverageCard } from '../coverage/coverage-card';
import { CycleChoice } from './cycle-choice';
import { FilterBar } from './filter-bar';
import { filtered, isFiltering, noFilter } from './filter';
import { NewObjectiveButton } from './new-objective-button';
import { OkrGrid } from './okr-grid';
import { okrRows } from './okr-rows';
import type { ObjectivePart } from './objective-part';
import { noneCollapsed, type OkrListProps } from './okr-surface';
import { PageHeader } from './page-header';
import { PageSkeleton } from './page-skeleton';
import { projectViews, viewsFor } from './page-views';
import { okrKey, useProjectOkrs } from './queries';
import { summarize } from './summary';
import { SummaryCards } from './summary-cards';
import { useChangeAnnouncement } from './use-change-announcement';
import { useOpenedObjective } from './use-opened-objective';
import { usePageAddress } from './use-page-address';
import { usePageView } from './use-page-view';
import { useRights } from './use-rights';
import { useRowActions } from './use-row-actions';

const ObjectiveDialog = lazy(() => import('./objective-dialog'));
const NewObjectiveDialog = lazy(() => import('./new-objective-dialog'));
const HistoryDialog = lazy(() => import('../talk/history-dialog'));
const ProjectWeekDialog = lazy(() => import('../rhythm/project-week-dialog'));
const ArchivedDialog = lazy(() => import('../writing/archived-dialog'));
const CopyDialog = lazy(() => import('../writing/copy-dialog'));
const QuickForm = lazy(() => import('../writing/quick-form'));
const NewKeyResultDialog = lazy(() => import('./new-key-result-dialog'));
const ScopeDialog = lazy(() => import('../link/scope-dialog'));
const ExplanationDialog = lazy(() => import('../explain/explanation-dialog'));

type Open =
  | { readonly type: 'new-objective' }
  | { readonly type: 'quick-form' }
  | { readonly type: 'archived' }
  | { readonly type: 'history' }
  | { readonly type: 'week' }
  | { readonly type: 'carry-over' }
  | { readonly type: 'objective'; readonly id: string; readonly part?: ObjectivePart | null }
  | { readonly type: 'new-key-result'; readonly objectiveId: string }
  | { readonly type: 'scope'; readonly keyResultId: string }
  | { readonly type: 'explanation'; readonly path: readonly [ExplanationSubject, ...ExplanationSubject[]] };

const nothing: readonly ObjectiveView[] = [];

export const ProjectOkrs = ({ address, collapsed, onCollapse, cameFrom, onOpenKeyResult }: OkrListProps) => {
  const { place } = useHost();
  const { filter, setFilter, cycleId, setCycleId } = usePageAddress(address);
  const [view, openView] = usePageView(address, projectViews);
  const query = useProjectOkrs(cycleId);
  const live = useLiveUpdates(okrKey);
  const waiting = useWaitingCount(query.isSuccess);
  const { okrs } = query;
  const objectives = okrs?.objectives ?? nothing;
  const projectIds = okrs ? [okrs.page.projectId] : place.projectId === null ? [] : [place.projectId];
  const rights = useRights(okrs?.page.roles ?? null, projectIds);
  const announcement = useChangeAnnouncement(objectives, okrs?.page.cycle.id ?? '');
  const [open, setOpen] = useState<Open | null>(null);
  const searched = useDeferredValue(filter);
  // A search looks into closed objectives too.
  const folded = isFiltering(searched) ? noneCollapsed : collapsed;
  const rows = useMemo(() => okrRows(filtered(objectives, searched), folded), [objectives, searched, folded]);

  const { writing, message } = useWriting({
    objectives,
    rows,
    rights,
    cycle: okrs?.page.cycle ?? null,
    cycles: okrs?.page.cycles ?? [],
    projectId: okrs?.page.projectId ?? null,
    isOrdered: true,
  });

  const actions = useRowActions({ collapsed, onCollapse, onOpenKeyResult }, setOpen);

  const page = okrs?.page;
  const summary = useMemo(() => (page ? summarize(objectives, page) : null), [objectives, page]);
  const due = useMemo(() => (page ? dueThisWeek(objectives, place.accountId, page.today) : 0), [objectives, place.accountId, page]);
  const found = useMemo(() => rows.filter((row) => row.type === 'objective').length, [rows]);

  const openedId = open?.type === 'objective' ? open.id : open?.type === 'new-key-result' ? open.objectiveId : null;
  const opened = useOpenedObjective(
    openedId,
    okrs
      ? {
          objectives,
          cycle: okrs.page.cycle,
          rights,
          reload: async () => ((await query.refetch()).data?.pages ?? []).flatMap((page) => page.objectives),
        }
      : null,
  );

  if (!okrs) {
    return (
      <div className="project-page">
        <PageHeader />
        {query.isError ? (
          <>
            <ErrorState title="The OKRs could not be loaded" error={query.error} onRetry={() => void query.refetch()} />
            {cycleId !== null && (
              <div>
                <Button onClick={() => setCycleId(null)}>Show the current cycle</Button>
              </div>
            )}
          </>
        ) : (
          <PageSkeleton />
        )}
      </div>
    );
  }

  const { projectId, today, cycle, cycles, totalObjectives } = okrs.page;
  const home: Home = { level: 'project', projectId };
  const mayPlan = rights.mayPlan(home);
  const close = () => setOpen(null);
  // What was just added is to be seen, whatever was looked for before.
  const showAdded = (id: string) => {
    setFilter(noFilter);
    if (id !== cycle.id) setCycleId(id);
  };
  const newObjective = () => setOpen({ type: 'new-objective' });
  const quickForm = () => setOpen({ type: 'quick-form' });
  const menu = [
    { label: 'Summary of the week', onChoose: () => setOpen({ type: 'week' }) },
    { label: 'History', onChoose: () => setOpen({ type: 'history' }) },
    { label: 'Show archived', onChoose: () => setOpen({ type: 'archived' }) },
    ...(mayPlan && cycle.state !== 'closed'
      ? [{ label: 'Carry over from another cycle', onChoose: () => setOpen({ type: 'carry-over' }) }]
      : []),
  ];
  const View = projectViews.find(({ key }) => key === view)?.Component;

  return (
    <div className="project-page" aria-busy={query.isPlaceholderData || searched !== filter}>
      <PageHeader
        corner={
          <InboxBell
            wanted={query.isSuccess}
            onOpenObjective={(id) => setOpen({ type: 'objective', id })}
            onOpenCheckIns={() => openView('check-ins')}
            onOpenCycles={null}
          />
        }
      >
        <CycleChoice cycles={cycles} cycle={cycle} today={today} onChange={setCycleId} />
        <NewObjectiveButton
          may={mayPlan}
          whyNot={rights.whyNotPlan(home)}
          onClick={newObjective}
          onQuick={cycle.state === 'closed' ? null : quickForm}
        >
          {view !== 'check-ins' && <CheckInButton due={due} onClick={() => openView('check-ins')} />}
        </NewObjectiveButton>
        <PageMenu label="More for this page" items={menu} />
      </PageHeader>
      <ViewSwitch
        label="OKRs of the project"
        views={viewsFor(projectViews, view, { cycle, today, maySetUp: rights.maySetUp })}
        waiting={{ 'check-ins': waiting }}
        open={view}
        onOpen={openView}
      />
      {View ? (
        <Suspense fallback={<PageSkeleton />}>
          <View
            address={address}
            cycleId={cycleId}
            projectId={projectId}
            onCycle={setCycleId}
            objectives={objectives}
            today={today}
            rights={rights}
            onOpen={(id, part = null) => setOpen({ type: 'objective', id, part })}
            onOpenKeyResult={onOpenKeyResult}
            onAddKeyResult={(objectiveId) => setOpen({ type: 'new-key-result', objectiveId })}
            onShow={openView}
            onShowList={({ owner }) => {
              setFilter({ ...noFilter, owner });
              openView('objectives');
            }}
          />
        </Suspense>
      ) : objectives.length === 0 ? (
        <EmptyState
          title={`No objectives in ${cycle.name} yet`}
          action={
            mayPlan && (
              <Button appearance="primary" onClick={newObjective}>
                Add the first objective
              </Button>
            )
          }
        >
          Start with one objective: what the project wants to reach, in words. Then add key results, and say which Jira issues carry them;
          their progress follows by itself.
        </EmptyState>
      ) : (
        <>
          {summary && (
            <SummaryCards
              summary={summary}
              today={today}
              onExplain={() => actions.explain({ type: 'project', projectId, cycleId: cycle.id })}
              coverage={<CoverageCard key={cycle.id} of={{ projectId, cycleId: cycle.id }} />}
            />
          )}
          <div className="project-page__tools">
            <FilterBar filter={filter} onChange={setFilter} objectives={objectives} />
            <AsOf asOf={okrs.asOf} live={live} stale={query.isRefetchError} />
          </div>
          {okrs.loadingMore && (
            <p className="small" role="status">
              {query.isFetchNextPageError
                ? 'The rest could not be loaded; trying again within a minute.'
                : `Loading ${objectives.length} of ${totalObjectives} objectives…`}
            </p>
          )}
          {rows.length === 0 ? (
            <EmptyState title="Nothing matches" action={<Button onClick={() => setFilter(noFilter)}>Show everything</Button>}>
              No objective or key result of {cycle.name} fits this search and these filters.
            </EmptyState>
          ) : (
            <OkrGrid startAt={cameFrom} rows={rows} today={today} rights={rights} actions={actions} writing={writing} />
          )}
        </>
      )}
      <LiveRegion message={announcement} />
      <LiveRegion message={message} />
      <LiveRegion message={isFiltering(searched) ? `${found} of ${objectives.length} objectives match` : ''} />
      <Suspense fallback={null}>
        {open?.type === 'new-objective' && <NewObjectiveDialog home={home} cycleId={cycle.id} onClose={close} onAdded={showAdded} />}
        {open?.type === 'history' && (
          <HistoryDialog
            title="History of the project’s OKRs"
            subject={{ type: 'project', projectId }}
            onOpen={(id) => setOpen({ type: 'objective', id })}
            onOpenKeyResult={onOpenKeyResult}
            onClose={close}
          />
        )}
        {open?.type === 'week' && <ProjectWeekDialog projectId={projectId} cycleId={cycle.id} onClose={close} />}
        {open?.type === 'archived' && <ArchivedDialog cycle={cycle} projectId={projectId} onClose={close} />}
        {open?.type === 'carry-over' && (
          <CopyDialog only={null} cycle={cycle} cycles={cycles} projectId={projectId} onClose={close} onCopied={showAdded} />
        )}
        {open?.type === 'quick-form' && <QuickForm home={home} cycle={cycle} onClose={close} />}
        {opened && open?.type === 'objective' && (
          <ObjectiveDialog
            {...opened}
            arrivesAt={open.part ?? null}
            onAddKeyResult={() => setOpen({ type: 'new-key-result', objectiveId: open.id })}
            onExplainPart={(part) => setOpen({ type: 'explanation', path: [{ type: 'objective', id: open.id }, part] })}
            onOpenKeyResult={onOpenKeyResult}
            onShow={(next) => {
              close();
              openView(next);
            }}
            onClose={close}
          />
        )}
        {opened && open?.type === 'new-key-result' && (
          <NewKeyResultDialog
            objective={opened.objective}
            onClose={close}
            onWorkAdded={(keyResultId) => setOpen({ type: 'scope', keyResultId })}
          />
        )}
        {open?.type === 'explanation' && <ExplanationDialog path={open.path} onOpenKeyResult={onOpenKeyResult} onClose={close} />}
        {open?.type === 'scope' && <ScopeDialog keyResultId={open.keyResultId} onClose={close} />}
      </Suspense>
    </div>
  );
};
