/**
 * The list of the company page: the objectives of the company, its groups and its projects in one list, as far as the reader may see, narrowed down as the
 * reader likes. Puts the parts together and holds what is open; rules and requests are elsewhere.
 */
import Button from '@atlaskit/button/new';
import { lazy, Suspense, useDeferredValue, useMemo, useState } from 'react';
import type { ExplanationSubject } from '../../../src/contract/explanation';
import type { CompanyOkrs as CompanyOkrsPage } from '../../../src/contract/company';
import type { ObjectiveView } from '../../../src/contract/okr';
import { projectIdsOf, type Home } from '../../../src/domain/home';
import { useHost } from '../../host';
import { useLiveUpdates } from '../../live-query';
import { AsOf } from '../../ui/as-of';
import { EmptyState } from '../../ui/empty-state';
import { ErrorState } from '../../ui/error-state';
import { useFormat } from '../../ui/format';
import { LiveRegion } from '../../ui/live-region';
import { ViewSwitch } from '../../ui/view-switch';
import { WaitingVotes } from '../buy-in/waiting-votes';
import { useWaitingCount } from '../contributions/queries';
import { WaitingContributions } from '../contributions/waiting-contributions';
import { InboxBell } from '../rhythm/inbox-bell';
import { PageMenu } from '../writing/page-menu';
import { useWriting } from '../writing/use-writing';
import { CycleChoice } from '../project-okrs/cycle-choice';
import { noFilter } from '../project-okrs/filter';
import { FilterBar } from '../project-okrs/filter-bar';
import { OkrGrid } from '../project-okrs/okr-grid';
import type { ObjectivePart } from '../project-okrs/objective-part';
import { noneCollapsed, type OkrListProps } from '../project-okrs/okr-surface';
import { PageHeader } from '../project-okrs/page-header';
import { PageSkeleton } from '../project-okrs/page-skeleton';
import { companyViews, viewsFor } from '../project-okrs/page-views';
import { okrKey, useOkrPages } from '../project-okrs/queries';
import { useChangeAnnouncement } from '../project-okrs/use-change-announcement';
import { useOpenedObjective } from '../project-okrs/use-opened-objective';
import { useOwnerNames } from '../project-okrs/use-owner-names';
import { usePageView } from '../project-okrs/use-page-view';
import { useRights } from '../project-okrs/use-rights';
import { useRowActions } from '../project-okrs/use-row-actions';
import { companyRows, isNarrowed, seen } from './company-view';
import { NewObjectiveChoice, type NamedHome } from './new-objective-choice';
import { useCompanyView } from './use-company-view';
import { ViewTools } from './view-tools';

const ObjectiveDialog = lazy(() => import('../project-okrs/objective-dialog'));
const HistoryDialog = lazy(() => import('../talk/history-dialog'));
const ArchivedDialog = lazy(() => import('../writing/archived-dialog'));
const CopyDialog = lazy(() => import('../writing/copy-dialog'));
const QuickForm = lazy(() => import('../writing/quick-form'));
const NewObjectiveDialog = lazy(() => import('../project-okrs/new-objective-dialog'));
const NewKeyResultDialog = lazy(() => import('../project-okrs/new-key-result-dialog'));
const ScopeDialog = lazy(() => import('../link/scope-dialog'));
const ExplanationDialog = lazy(() => import('../explain/explanation-dialog'));

type Open =
  | { readonly type: 'new-objective'; readonly home: Home }
  | { readonly type: 'quick-form'; readonly home: Home }
  | { readonly type: 'archived' }
  | { readonly type: 'history' }
  | { readonly type: 'carry-over' }
  | { readonly type: 'objective'; readonly id: string; readonly part?: ObjectivePart | null }
  | { readonly type: 'new-key-result'; readonly objectiveId: string }
  | { readonly type: 'scope'; readonly keyResultId: string }
  | { readonly type: 'explanation'; readonly path: readonly [ExplanationSubject, ...ExplanationSubject[]] };

const nothing: readonly ObjectiveView[] = [];

/** Where objectives are added from here; those of a project are added on its own page. */
const homesOf = (groups: CompanyOkrsPage['groups']): readonly NamedHome[] => [
  { home: { level: 'company' }, name: 'Company' },
  ...groups.map(({ id, name }) => ({ home: { level: 'group' as const, groupId: id }, name })),
];

const everything = { filter: noFilter, level: null, mine: false } as const;

export const CompanyOkrs = ({ address, collapsed, onCollapse, cameFrom, onOpenKeyResult }: OkrListProps) => {
  const { invoke, place } = useHost();
  const { view, change } = useCompanyView(address);
  const [shown, show] = usePageView(address, companyViews);
  const query = useOkrPages('company', view.cycleId, (wanted) => invoke('getCompanyOkrs', wanted));
  const live = useLiveUpdates(okrKey);
  const waiting = useWaitingCount(query.isSuccess);
  const { okrs } = query;
  const objectives = okrs?.objectives ?? nothing;
  const projectIds = useMemo(() => projectIdsOf(objectives.map(({ home }) => home)), [objectives]);
  const rights = useRights(okrs?.page.roles ?? null, projectIds);
  const announcement = useChangeAnnouncement(objectives, okrs?.page.cycle.id ?? '');
  const [open, setOpen] = useState<Open | null>(null);
  const searched = useDeferredValue(view);
  const ownerNames = useOwnerNames(objectives);
  const format = useFormat();
  const groups = okrs?.page.groups;
  const rows = useMemo(
    () =>
      companyRows(seen(objectives, searched, place.accountId, ownerNames), groups ?? [], isNarrowed(searched) ? noneCollapsed : collapsed),
    [objectives, searched, place.accountId, ownerNames, groups, collapsed],
  );

  const { writing, message } = useWriting({
    objectives,
    rows,
    rights,
    cycle: okrs?.page.cycle ?? null,
    cycles: okrs?.page.cycles ?? [],
    projectId: null,
    isOrdered: searched.order === 'key',
  });

  const actions = useRowActions({ collapsed, onCollapse, onOpenKeyResult }, setOpen);
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
            {view.cycleId !== null && (
              <div>
                <Button onClick={() => change({ cycleId: null })}>Show the current cycle</Button>
              </div>
            )}
          </>
        ) : (
          <PageSkeleton />
        )}
      </div>
    );
  }

  const { today, cycle, cycles, totalObjectives } = okrs.page;
  const places = homesOf(okrs.page.groups).filter(({ home }) => rights.mayPlan(home));
  const close = () => setOpen(null);
  const menu = [
    { label: 'History', onChoose: () => setOpen({ type: 'history' }) },
    { label: 'Show archived', onChoose: () => setOpen({ type: 'archived' }) },
    ...(places.length > 0 && cycle.state !== 'closed'
      ? [{ label: 'Carry over from another cycle', onChoose: () => setOpen({ type: 'carry-over' }) }]
      : []),
  ];
  const View = companyViews.find(({ key }) => key === shown)?.Component;
  // What was just added is to be seen, whatever was looked for before.
  const showAdded = (cycleId: string) => change(cycleId === cycle.id ? everything : { ...everything, cycleId });

  return (
    <div className="project-page" aria-busy={query.isPlaceholderData || searched !== view}>
      <PageHeader
        corner={
          <InboxBell
            wanted={query.isSuccess}
            onOpenObjective={(id) => setOpen({ type: 'objective', id })}
            onOpenCheckIns={() => show('check-ins')}
            onOpenCycles={rights.maySetUp ? () => show('settings') : null}
          />
        }
      >
        {shown !== 'settings' && <CycleChoice cycles={cycles} cycle={cycle} today={today} onChange={(cycleId) => change({ cycleId })} />}
        {shown !== 'settings' && places.length > 0 && (
          <NewObjectiveChoice
            places={places}
            onAdd={(home) => setOpen({ type: 'new-objective', home })}
            onQuick={cycle.state === 'closed' ? null : (home) => setOpen({ type: 'quick-form', home })}
          />
        )}
        {shown !== 'settings' && <PageMenu label="More for this page" items={menu} />}
      </PageHeader>
      <ViewSwitch
        label="OKRs of the company"
        views={viewsFor(companyViews, shown, { cycle, today, maySetUp: rights.maySetUp })}
        waiting={{ 'check-ins': waiting }}
        open={shown}
        onOpen={show}
      />
      {View ? (
        <Suspense fallback={<PageSkeleton />}>
          <View
            address={address}
            cycleId={view.cycleId}
            projectId={null}
            onCycle={(id) => change({ cycleId: id })}
            objectives={objectives}
            today={today}
            rights={rights}
            onOpen={(id, part = null) => setOpen({ type: 'objective', id, part })}
            onOpenKeyResult={onOpenKeyResult}
            onAddKeyResult={(objectiveId) => setOpen({ type: 'new-key-result', objectiveId })}
            onShow={show}
            onShowList={({ owner, level }) => {
              change({ ...everything, filter: { ...noFilter, owner }, level });
              show('objectives');
            }}
          />
        </Suspense>
      ) : objectives.length === 0 ? (
        <EmptyState title={`No objectives in ${cycle.name} yet`}>
          Here is what the company, its groups and its projects want to reach. Objectives of the company are added by OKR admins, those of a
          group by its leads, and those of a project on its own OKRs page.
        </EmptyState>
      ) : (
        <>
          <div className="project-page__tools">
            <FilterBar filter={view.filter} onChange={(filter) => change({ filter })} objectives={objectives} />
            <ViewTools view={view} waiting={waiting} onChange={change} />
            <AsOf asOf={okrs.asOf} live={live} stale={query.isRefetchError} />
          </div>
          {okrs.loadingMore && (
            <p className="small" role="status">
              {query.isFetchNextPageError
                ? 'The rest could not be loaded; trying again within a minute.'
                : `Showing ${format.number(objectives.length)} of ${format.number(totalObjectives)} objectives; the rest is on its way…`}
            </p>
          )}
          {view.mine && <WaitingContributions />}
          {view.mine && <WaitingVotes />}
          {rows.length === 0 ? (
            <EmptyState title="Nothing matches" action={<Button onClick={() => change(everything)}>Show everything</Button>}>
              {view.mine
                ? `You own nothing in ${cycle.name} and contribute to nothing that fits these filters.`
                : `No objective or key result of ${cycle.name} fits this search and these filters.`}
            </EmptyState>
          ) : (
            <OkrGrid startAt={cameFrom} rows={rows} today={today} rights={rights} actions={actions} writing={writing} />
          )}
        </>
      )}
      <LiveRegion message={announcement} />
      <LiveRegion message={message} />
      <LiveRegion message={isNarrowed(searched) ? `${found} of ${objectives.length} objectives match` : ''} />
      <Suspense fallback={null}>
        {open?.type === 'quick-form' && <QuickForm home={open.home} cycle={cycle} onClose={close} />}
        {open?.type === 'history' && (
          <HistoryDialog
            title="History of all OKRs"
            subject={{ type: 'company' }}
            onOpen={(id) => setOpen({ type: 'objective', id })}
            onOpenKeyResult={onOpenKeyResult}
            onClose={close}
          />
        )}
        {open?.type === 'archived' && <ArchivedDialog cycle={cycle} projectId={null} onClose={close} />}
        {open?.type === 'carry-over' && (
          <CopyDialog only={null} cycle={cycle} cycles={cycles} projectId={null} onClose={close} onCopied={showAdded} />
        )}
        {open?.type === 'new-objective' && <NewObjectiveDialog home={open.home} cycleId={cycle.id} onClose={close} onAdded={showAdded} />}
        {opened && open?.type === 'objective' && (
          <ObjectiveDialog
            {...opened}
            arrivesAt={open.part ?? null}
            onAddKeyResult={() => setOpen({ type: 'new-key-result', objectiveId: open.id })}
            onExplainPart={(part) => setOpen({ type: 'explanation', path: [{ type: 'objective', id: open.id }, part] })}
            onOpenKeyResult={onOpenKeyResult}
            onShow={(next) => {
              close();
              show(next);
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
        {open?.type === 'scope' && <ScopeDialog keyResultId={open.keyResultId} onClose={close} />}
        {open?.type === 'explanation' && <ExplanationDialog path={open.path} onOpenKeyResult={onOpenKeyResult} onClose={close} />}
      </Suspense>
    </div>
  );
};
