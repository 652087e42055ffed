/**
 * One key result explained: the number, the rule and the sources behind it, every issue with what it weighs, and the ways to change it.
 * Reads live; each change is a dialog of its own.
 */
import Button from '@atlaskit/button/new';
import { lazy, Suspense, useState } from 'react';
import type { KeyResultDetails, KeyResultView } from '../../../src/contract/okr';
import { Dialog } from '../../ui/dialog';
import { ErrorState } from '../../ui/error-state';
import { Person } from '../../ui/person';
import { Loading, Skeleton } from '../../ui/skeleton';
import { useFormat } from '../../ui/format';
import './details.css';
import { Facts } from './facts';
import { MilestoneList } from './milestone-list';
import { ProgressHeadline } from './progress-headline';
import { useKeyResult, useRefreshOkrs } from './queries';
import { ScopeIssues } from './scope-issues';
import { SourceList } from './source-list';
import { useRights, whyNotChange } from './use-rights';
import { ValueEntry } from './value-entry';
import { leftOutWords, metricSpanWords, ruleWords } from './words';

const ScopeDialog = lazy(() => import('../link/scope-dialog'));
const EditKeyResultDialog = lazy(() => import('./edit-key-result-dialog'));
const ArchiveDialog = lazy(() => import('./archive-dialog'));

type Props = {
  readonly keyResultId: string;
  readonly onClose: () => void;
};

type Open = 'scope' | 'edit' | 'archive' | null;

const KeyResultFacts = ({ keyResult, objectiveKey }: { readonly keyResult: KeyResultView; readonly objectiveKey: string }) => {
  const format = useFormat();
  const metric = keyResult.kind === 'metric' ? keyResult.metric : null;
  const facts = [
    ...(metric
      ? [
          { name: 'Metric', value: metricSpanWords(metric, format) },
          {
            name: 'Current value',
            value:
              metric.current === null || metric.currentDay === null
                ? 'no value yet'
                : `${format.measure(metric.current, metric.unit)} on ${format.day(metric.currentDay)}`,
          },
        ]
      : []),
    { name: 'Owner', value: <Person accountId={keyResult.ownerAccountId} withName /> },
    { name: 'Dates', value: format.days(keyResult.startDay, keyResult.dueDay) },
    { name: `Weight in ${objectiveKey}`, value: format.number(keyResult.weight) },
    { name: 'As of', value: keyResult.asOf === null ? 'not computed yet' : format.instant(keyResult.asOf) },
  ];
  return <Facts facts={facts} />;
};

const WorkSummary = ({ keyResult }: { readonly keyResult: KeyResultView & { readonly kind: 'work' } }) => {
  const { work, rule } = keyResult;
  const format = useFormat();
  const leftOut = leftOutWords(work);
  return (
    <section>
      <h3 className="details__heading">How it counts</h3>
      <p>
        {work.counted === 0
          ? 'No issue counts yet'
          : `${format.number(work.done)} of ${format.number(work.counted)} counted ${work.counted === 1 ? 'issue' : 'issues'} done`}
        {work.inProgress > 0 && `, ${format.number(work.inProgress)} in progress`}.{leftOut !== '' && ` Left out: ${leftOut}.`}
      </p>
      <p className="subtle">{ruleWords(rule)}</p>
    </section>
  );
};

const Scope = ({
  pages,
  may,
  hasMore,
  loadingMore,
  onMore,
  onChangeScope,
}: {
  readonly pages: readonly KeyResultDetails[];
  readonly may: boolean;
  readonly hasMore: boolean;
  readonly loadingMore: boolean;
  readonly onMore: () => void;
  readonly onChangeScope: () => void;
}) => {
  const format = useFormat();
  const first = pages[0];
  if (!first) return null;
  const issues = [...new Map(pages.flatMap((page) => page.issues).map((issue) => [issue.issueId, issue])).values()];
  return (
    <>
      <section>
        <h3 className="details__heading">
          Where its issues come from
          <Button spacing="compact" onClick={onChangeScope} isDisabled={!may}>
            {first.sources.length === 0 ? 'Add work' : 'Change scope'}
          </Button>
        </h3>
        {first.sources.length === 0 ? (
          <p className="subtle">Nothing yet: without issues there is nothing to measure.</p>
        ) : (
          <SourceList sources={first.sources} />
        )}
      </section>
      {first.totalIssues > 0 && (
        <section>
          <h3 className="details__heading">{`${format.number(first.totalIssues)} ${first.totalIssues === 1 ? 'issue' : 'issues'} in scope`}</h3>
          <ScopeIssues
            issues={issues}
            hidden={pages.reduce((sum, page) => sum + page.hiddenOnPage, 0)}
            total={first.totalIssues}
            hasMore={hasMore}
            loadingMore={loadingMore}
            onMore={onMore}
          />
        </section>
      )}
    </>
  );
};

const KeyResultDialog = ({ keyResultId, onClose }: Props) => {
  const query = useKeyResult(keyResultId);
  const refresh = useRefreshOkrs();
  const [open, setOpen] = useState<Open>(null);
  const pages = query.data?.pages ?? [];
  const details = pages[0];
  const rights = useRights(details?.objective.projectId ?? null);
  const facts = details && { ...details, may: rights.mayChange([details.keyResult.ownerAccountId, details.objective.ownerAccountId]) };
  const closeInner = () => setOpen(null);

  return (
    <Dialog
      title={facts ? facts.keyResult.title : 'Key result'}
      size="large"
      onClose={onClose}
      footer={
        facts && (
          <>
            <Button appearance="subtle" onClick={() => setOpen('archive')} isDisabled={!facts.may}>
              Archive
            </Button>
            <Button onClick={() => setOpen('edit')} isDisabled={!facts.may}>
              Edit
            </Button>
            {!facts.may && <p className="details__why-not small">{whyNotChange}</p>}
          </>
        )
      }
    >
      {query.isPending && (
        <Loading what="the key result">
          <div className="details">
            <Skeleton height="56px" />
            <Skeleton height="88px" />
            <Skeleton height="240px" />
          </div>
        </Loading>
      )}
      {query.isError && !facts && (
        <ErrorState title="The key result could not be loaded" error={query.error} onRetry={() => void query.refetch()} />
      )}
      {facts && (
        <div className="details">
          <p className="details__lead">
            {facts.keyResult.key} · {facts.objective.key} <bdi>{facts.objective.title}</bdi>
          </p>
          <ProgressHeadline of={facts.keyResult} />
          <KeyResultFacts keyResult={facts.keyResult} objectiveKey={facts.objective.key} />
          {facts.keyResult.kind === 'milestones' && (
            <section>
              <h3 className="details__heading">Milestones</h3>
              <MilestoneList keyResult={facts.keyResult} may={facts.may} today={facts.today} />
            </section>
          )}
          {facts.keyResult.kind !== 'work' ? (
            <ValueEntry keyResult={facts.keyResult} may={facts.may} today={facts.today} />
          ) : (
            <>
              <WorkSummary keyResult={facts.keyResult} />
              <Scope
                pages={pages}
                may={facts.may}
                hasMore={query.hasNextPage}
                loadingMore={query.isFetchingNextPage}
                onMore={() => void query.fetchNextPage()}
                onChangeScope={() => setOpen('scope')}
              />
            </>
          )}
        </div>
      )}
      <Suspense fallback={null}>
        {facts && open === 'scope' && (
          <ScopeDialog
            keyResultId={keyResultId}
            onClose={() => {
              closeInner();
              void refresh();
            }}
          />
        )}
        {facts && open === 'edit' && (
          <EditKeyResultDialog keyResult={facts.keyResult} projectId={facts.objective.projectId} onClose={closeInner} />
        )}
        {facts && open === 'archive' && (
          <ArchiveDialog
            what={{ type: 'key-result', thing: facts.keyResult, objectiveKey: facts.objective.key }}
            onClose={closeInner}
            onArchived={onClose}
          />
        )}
      </Suspense>
    </Dialog>
  );
};

export default KeyResultDialog;
