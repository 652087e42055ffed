/**
 * The work of a project that serves no key result: a list to tick, and the step that links what was ticked. After linking one is back in the list, which
 * is shorter then. The numbers stand beside it as of when Jira was asked.
 */
import Button from '@atlaskit/button/new';
import { useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import type { OrphanIssueView } from '../../../src/contract/coverage';
import type { WorkState } from '../../../src/domain/coverage';
import { useHost } from '../../host';
import { Dialog } from '../../ui/dialog';
import { ErrorState } from '../../ui/error-state';
import { useFormat } from '../../ui/format';
import { LiveRegion } from '../../ui/live-region';
import { SectionMessage } from '../../ui/section-message';
import { Loading, Skeleton } from '../../ui/skeleton';
import { ViewSwitch } from '../../ui/view-switch';
import '../link/link-issue.css';
import { CountedAt } from './counted-at';
import { cappedInWords, orphansOf, stateWords } from './coverage-words';
import { familiesOf } from './families';
import LinkOrphans, { type Linked } from './link-orphans';
import './orphans.css';
import { OrphanList, type Chosen } from './orphan-list';
import { useCoverage, useOrphanWork, type WorkOf } from './queries';

/** In one go; the backend takes no more. */
const mostTicked = 50;

const states = ['in-progress', 'finished'] as const;

const NothingLeft = ({ state }: { readonly state: WorkState }) => (
  <p className="subtle">
    {state === 'in-progress' ? 'All work in progress serves a key result.' : 'All work finished in this cycle served a key result.'}
  </p>
);

const Refused = ({ refused }: Pick<Linked, 'refused'>) =>
  refused.length === 0 ? null : (
    <SectionMessage tone="warning" title="Not all could be linked">
      <ul>
        {refused.map(({ key, why }) => (
          <li key={key}>
            <b>{key}</b>: {why}
          </li>
        ))}
      </ul>
    </SectionMessage>
  );

const OrphanDialog = ({ of, onClose }: { readonly of: WorkOf; readonly onClose: () => void }) => {
  const { showFlag } = useHost();
  const format = useFormat();
  const [state, setState] = useState<WorkState>('in-progress');
  const [ticked, setTicked] = useState<ReadonlyMap<string, string>>(new Map());
  const [step, setStep] = useState<Chosen | null>(null);
  const [last, setLast] = useState<Linked | null>(null);
  const list = useRef<HTMLDivElement>(null);
  const coverage = useCoverage(of);
  const orphans = useOrphanWork(of, state);
  const pages = orphans.data?.pages ?? [];
  const [first] = pages;
  const families = familiesOf(pages);
  const hidden = pages.reduce((sum, { hiddenOnPage }) => sum + hiddenOnPage, 0);
  const counted = coverage.data?.counted ?? null;
  const countOf = (of: WorkState): string => {
    if (counted === null) return '';
    return ` (${format.number(orphansOf(of === 'finished' ? counted.finished : counted.inProgress))})`;
  };

  const tick = (issues: readonly OrphanIssueView[], on: boolean) => {
    const next = new Map(ticked);
    for (const { issueId, key } of issues) {
      if (on) next.set(issueId, key);
      else next.delete(issueId);
    }
    setTicked(next);
  };
  const backToList = (after: () => void) => {
    flushSync(after);
    list.current?.focus();
  };
  const linked = (outcome: Linked) =>
    backToList(() => {
      showFlag({ title: outcome.words, tone: outcome.refused.length === 0 ? 'success' : 'warning' });
      setLast(outcome);
      setTicked(new Map());
      setStep(null);
    });

  if (step !== null) {
    return (
      <Dialog title="Link to a key result" size="large" onClose={onClose}>
        <LinkOrphans of={of} chosen={step} onLinked={linked} onBack={() => backToList(() => setStep(null))} />
      </Dialog>
    );
  }
  const tooMany = ticked.size > mostTicked;
  return (
    <Dialog
      title="Work that serves no key result"
      size="large"
      onClose={onClose}
      footer={
        <>
          <span className="small orphans__ticked" role="status">
            {tooMany
              ? `${format.number(ticked.size)} ticked: link at most ${String(mostTicked)} at once.`
              : ticked.size > 0
                ? `${format.number(ticked.size)} ticked`
                : ''}
          </span>
          <Button onClick={onClose} appearance="subtle">
            Close
          </Button>
          <Button
            appearance="primary"
            isDisabled={ticked.size === 0 || tooMany}
            onClick={() => setStep({ type: 'issues', issues: [...ticked].map(([issueId, key]) => ({ issueId, key })) })}
          >
            Link to a key result
          </Button>
        </>
      }
    >
      <div ref={list} tabIndex={-1} className="orphans__body">
        <ViewSwitch
          label="Which work"
          views={states.map((key) => ({ key, label: `${stateWords[key]}${countOf(key)}` }))}
          open={state}
          onOpen={(next) => {
            setState(next);
            setTicked(new Map());
          }}
        />
        <CountedAt of={of} />
        {last !== null && <Refused refused={last.refused} />}
        {first ? (
          <>
            {first.total === 0 ? (
              <NothingLeft state={state} />
            ) : (
              <OrphanList
                families={families}
                ticked={new Set(ticked.keys())}
                onTick={tick}
                onLinkChildren={({ issueId, key }) => setStep({ type: 'children', issueId, key })}
              />
            )}
            {hidden > 0 && <p className="small">{format.number(hidden)} you cannot see</p>}
            {first.capped && <p className="small">{cappedInWords(true)}</p>}
            {orphans.hasNextPage && (
              <p>
                <Button spacing="compact" isLoading={orphans.isFetchingNextPage} onClick={() => void orphans.fetchNextPage()}>
                  Show more
                </Button>
                {orphans.isFetchNextPageError && (
                  <span className="small" role="alert">
                    {' '}
                    They could not be loaded. Try again.
                  </span>
                )}
              </p>
            )}
          </>
        ) : orphans.error ? (
          <ErrorState title="The work could not be loaded" error={orphans.error} onRetry={() => void orphans.refetch()} />
        ) : (
          <Loading what="orphan work">
            <Skeleton width="50%" height="20px" />
            <Skeleton height="36px" />
            <Skeleton height="36px" />
            <Skeleton height="36px" />
          </Loading>
        )}
        <LiveRegion message={last?.words ?? ''} />
      </div>
    </Dialog>
  );
};

export default OrphanDialog;
