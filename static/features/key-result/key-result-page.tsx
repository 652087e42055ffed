/**
 * The page of one key result: how it stands, its charts, why the number is what it is, where its issues come from, what became of the plan.
 * Asks for the key result and puts the parts together; each part asks for its own.
 */
import { useEffect, useRef } from 'react';
import { useLiveUpdates } from '../../live-query';
import { ErrorState } from '../../ui/error-state';
import { useNoteOpened } from '../buy-in/use-note-opened';
import { Breadcrumb } from '../project-okrs/page-header';
import { okrKey, useKeyResult } from '../project-okrs/queries';
import { KeyResultBody } from './key-result-body';
import './key-result-page.css';
import { KeyResultSkeleton } from './key-result-skeleton';

type Props = {
  readonly keyResultId: string;
  /** Came here by a step within the page: the title takes the focus. */
  readonly arrived: boolean;
  /** Leaves for the list of objectives. */
  readonly onLeave: () => void;
  /** Leaves for the line from here to the top; null where the page cannot. */
  readonly onShowLine: (() => void) | null;
};

const KeyResultPage = ({ keyResultId, arrived, onLeave, onShowLine }: Props) => {
  const query = useKeyResult(keyResultId);
  const live = useLiveUpdates(okrKey);
  const title = useRef<HTMLHeadingElement>(null);
  const details = query.data;
  useNoteOpened(details ? [details.objective.id] : []);

  useEffect(() => {
    if (arrived) title.current?.focus();
  }, [arrived, keyResultId]);

  return (
    <div className="key-result-page">
      <header className="key-result-page__header">
        <Breadcrumb>
          {' '}
          <span aria-hidden="true">/</span>{' '}
          <button type="button" className="text-button" onClick={onLeave}>
            OKRs
          </button>
          {details && (
            <>
              {' '}
              <span aria-hidden="true">/</span> {details.objective.key} <bdi>{details.objective.title}</bdi>
              {onShowLine && (
                <>
                  {' · '}
                  <button type="button" className="text-button" onClick={onShowLine}>
                    Line to the top
                  </button>
                </>
              )}
            </>
          )}
        </Breadcrumb>
        <div className="key-result-page__name">
          {details && <span className="key-result-page__key">{details.keyResult.key}</span>}
          <h1 ref={title} tabIndex={-1} className="key-result-page__title" dir="auto">
            {details ? details.keyResult.title : 'Key result'}
          </h1>
        </div>
      </header>
      {details ? (
        <KeyResultBody details={details} live={live} stale={query.isRefetchError} onArchived={onLeave} />
      ) : query.isError ? (
        <ErrorState title="The key result could not be loaded" error={query.error} onRetry={() => void query.refetch()} />
      ) : (
        <KeyResultSkeleton />
      )}
    </div>
  );
};

export default KeyResultPage;
