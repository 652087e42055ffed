/**
 * The panel in the issue view: the key results this issue serves, and what closing it would do for each.
 * First load stays light, so linking and unlinking come in only when asked for. Everything happens in the flow of the panel:
 * Forge makes the frame as tall as its content, and a dialog over a short panel would have no room.
 */
import Button from '@atlaskit/button/new';
import { lazy, Suspense, useRef, useState } from 'react';
import type { IssueKeyResults } from '../../../src/contract/okr';
import { useHost } from '../../host';
import { useLiveQuery, useLiveUpdates } from '../../live-query';
import { ErrorState } from '../../ui/error-state';
import { LiveRegion } from '../../ui/live-region';
import { Loading, Skeleton } from '../../ui/skeleton';
import { useNoteOpened } from '../buy-in/use-note-opened';
import { okrKey } from '../project-okrs/queries';
import './issue-panel.css';
import { KeyResultCard } from './key-result-card';
import { useChangeWords } from './use-change-words';

const LinkIssue = lazy(() => import('../link/link-issue'));

const queryKey = [...okrKey, 'of-issue'];

const CardSkeleton = () => (
  <div className="okr-card">
    <Skeleton width="60%" height="12px" />
    <Skeleton height="20px" />
    <Skeleton width="80%" height="20px" />
    <Skeleton height="8px" />
    <Skeleton width="70%" height="12px" />
  </div>
);

const hiddenInWords = (count: number, shown: number): string => {
  const keyResults = `key ${count === 1 ? 'result' : 'results'} you cannot see.`;
  return shown > 0 ? `${String(count)} more ${keyResults}` : `This issue serves ${String(count)} ${keyResults}`;
};

const Cards = ({ answer }: { readonly answer: IssueKeyResults }) => {
  const [linking, setLinking] = useState(false);
  const end = useRef<HTMLDivElement>(null);
  const changes = useChangeWords(answer.cards);
  useNoteOpened(answer.cards.flatMap(({ objective }) => (objective.hasOpened ? [] : [objective.id])));
  const backToEnd = () => {
    setLinking(false);
    end.current?.focus();
  };
  return (
    <div className="issue-panel">
      <LiveRegion message={changes} />
      {answer.cards.length > 0 && (
        <ul className="issue-panel__cards">
          {answer.cards.map((card) => (
            <li key={card.keyResult.id}>
              <KeyResultCard card={card} issueId={answer.issueId} onUnlinked={() => end.current?.focus()} />
            </li>
          ))}
        </ul>
      )}
      <div ref={end} tabIndex={-1} className="issue-panel__end">
        {answer.cards.length === 0 && answer.hidden === 0 && <p>This issue serves no key result yet.</p>}
        {answer.hidden > 0 && <p className="small">{hiddenInWords(answer.hidden, answer.cards.length)}</p>}
        {linking ? (
          <Suspense
            fallback={
              <Loading what="key results">
                <CardSkeleton />
              </Loading>
            }
          >
            <LinkIssue issueId={answer.issueId} onDone={backToEnd} onCancel={backToEnd} />
          </Suspense>
        ) : (
          <Button onClick={() => setLinking(true)}>Link to key result</Button>
        )}
      </div>
    </div>
  );
};

const IssuePanel = () => {
  const { invoke } = useHost();
  const query = useLiveQuery(queryKey, () => invoke('getIssueKeyResults', {}));
  // An open explanation lives under the same key as the cards.
  useLiveUpdates(okrKey);
  if (query.data) return <Cards answer={query.data} />;
  if (query.error) {
    return (
      <div className="issue-panel">
        <ErrorState title="The key results could not be loaded" error={query.error} onRetry={() => void query.refetch()} />
      </div>
    );
  }
  return (
    <div className="issue-panel">
      <Loading what="key results">
        <CardSkeleton />
      </Loading>
    </div>
  );
};

export default IssuePanel;
