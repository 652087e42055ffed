/** Where the issues of a key result come from, and the way to change that. */
import Button from '@atlaskit/button/new';
import { lazy, Suspense, useState } from 'react';
import type { KeyResultDetails } from '../../../src/contract/okr';
import { useRefreshOkrs } from '../project-okrs/queries';
import { SourceList } from '../project-okrs/source-list';
import { CreateIssue } from './create-issue';

const ScopeDialog = lazy(() => import('../link/scope-dialog'));

export const KeyResultSources = ({ details, may }: { readonly details: KeyResultDetails; readonly may: boolean }) => {
  const { keyResult, sources } = details;
  const [changing, setChanging] = useState(false);
  const refresh = useRefreshOkrs();
  const close = () => {
    setChanging(false);
    void refresh();
  };
  return (
    <section className="key-result-card" aria-labelledby="where-its-issues-come-from">
      <div className="key-result-card__head">
        <h2 id="where-its-issues-come-from" className="key-result-card__title">
          Where its issues come from
        </h2>
        <div className="button-row">
          <CreateIssue details={details} />
          <Button spacing="compact" onClick={() => setChanging(true)} isDisabled={!may}>
            {sources.length === 0 ? 'Add work' : 'Change scope'}
          </Button>
        </div>
      </div>
      {sources.length > 0 ? (
        <SourceList sources={sources} />
      ) : (
        <p className="subtle">
          {keyResult.kind === 'work'
            ? 'Nothing yet: without issues there is nothing to measure.'
            : 'No issues. Add those that are meant to move the value, and the work stands beside it.'}
        </p>
      )}
      <Suspense fallback={null}>{changing && <ScopeDialog keyResultId={keyResult.id} onClose={close} />}</Suspense>
    </section>
  );
};
