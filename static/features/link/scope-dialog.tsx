/**
 * The scope of one key result: what brings issues into it, and ways to take out or bring in more. Every change is previewed before it is made.
 * Opened by the project page; keeps its own copy of the key result's facts, live while open.
 */
import Button from '@atlaskit/button/new';
import { useRef } from 'react';
import type { KeyResultDetails } from '../../../src/contract/okr';
import { Dialog } from '../../ui/dialog';
import { ErrorState } from '../../ui/error-state';
import { HealthLozenge } from '../../ui/health-lozenge';
import { Percent, percentText } from '../../ui/percent';
import { ProgressBar } from '../../ui/progress-bar';
import { SectionMessage } from '../../ui/section-message';
import { Loading, Skeleton } from '../../ui/skeleton';
import { leftOutWords } from '../project-okrs/words';
import { AddWork } from './add-work';
import { useScope } from './queries';
import './scope-dialog.css';
import { SourceList } from './source-list';

type Props = {
  readonly keyResultId: string;
  readonly onClose: () => void;
};

const Standing = ({ keyResult }: Pick<KeyResultDetails, 'keyResult'>) => {
  const work = keyResult.kind === 'work' ? keyResult.work : null;
  const leftOut = work ? leftOutWords(work) : '';
  return (
    <div className="scope__standing">
      <p className="scope__title" dir="auto">
        {keyResult.title}
      </p>
      <div className="scope__state">
        <HealthLozenge health={keyResult.health} />
        {keyResult.progress !== null && <Percent ratio={keyResult.progress} />}
        {keyResult.progress !== null && keyResult.expected !== null && (
          <span className="small number">expected {percentText(keyResult.expected)}</span>
        )}
      </div>
      {keyResult.progress !== null && <ProgressBar progress={keyResult.progress} expected={keyResult.expected} health={keyResult.health} />}
      {work && (
        <p className="small">
          {work.inScope === 0
            ? 'No issues in scope.'
            : `${String(work.done)} of ${String(work.counted)} counted ${work.counted === 1 ? 'issue' : 'issues'} done${leftOut === '' ? '' : `; left out: ${leftOut}`}.`}
        </p>
      )}
    </div>
  );
};

const Scope = ({ details: { keyResult, sources } }: { readonly details: KeyResultDetails }) => {
  const sourcesHeading = useRef<HTMLHeadingElement>(null);
  return (
    <div className="scope">
      <Standing keyResult={keyResult} />
      {keyResult.kind === 'milestones' ? (
        <SectionMessage tone="info">
          {keyResult.key} is measured by its milestones, so no issues count for it. To let work move a number, create a key result of the
          kind “work”.
        </SectionMessage>
      ) : (
        <>
          <SourceList keyResult={keyResult} sources={sources} heading={sourcesHeading} />
          {/* What was added shows in the list above, which may be out of sight by then. */}
          <AddWork keyResult={keyResult} onAdded={() => sourcesHeading.current?.focus()} />
        </>
      )}
    </div>
  );
};

const ScopeDialog = ({ keyResultId, onClose }: Props) => {
  const query = useScope(keyResultId);
  return (
    <Dialog
      title={query.data ? `Scope of ${query.data.keyResult.key}` : 'Scope'}
      size="large"
      onClose={onClose}
      footer={
        <Button appearance="subtle" onClick={onClose}>
          Close
        </Button>
      }
    >
      {query.data ? (
        <Scope details={query.data} />
      ) : query.error ? (
        <ErrorState title="The scope could not be loaded" error={query.error} onRetry={() => void query.refetch()} />
      ) : (
        <Loading what="the scope">
          <div className="scope">
            <Skeleton width="70%" height="20px" />
            <Skeleton height="8px" />
            <Skeleton height="40px" />
            <Skeleton height="40px" />
          </div>
        </Loading>
      )}
    </Dialog>
  );
};

export default ScopeDialog;
