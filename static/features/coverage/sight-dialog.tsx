/**
 * Line of sight: whose work in progress reaches no key result, with that work and the step that links it, then everybody else. About work, not about how
 * good anybody is: no score, no ranking. After linking one is back in the list.
 */
import Button from '@atlaskit/button/new';
import { useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import type { LineOfSight, PersonSightView } from '../../../src/contract/sight';
import { useHost } from '../../host';
import { Dialog } from '../../ui/dialog';
import { ErrorState } from '../../ui/error-state';
import { useFormat } from '../../ui/format';
import { Person } from '../../ui/person';
import { Loading, Skeleton } from '../../ui/skeleton';
import { StatusLozenge } from '../../ui/status-lozenge';
import { IssueKeyLink } from '../../ui/issue-key-link';
import '../link/link-issue.css';
import { CountedAt } from './counted-at';
import { cappedInWords } from './coverage-words';
import LinkOrphans, { type Linked } from './link-orphans';
import './orphans.css';
import type { Chosen } from './orphan-list';
import { useLineOfSight, type WorkOf } from './queries';
import './sight.css';

const issuesInWords = (count: string, isOne: boolean): string => `${count} ${isOne ? 'issue' : 'issues'} in progress`;

const WithoutSight = ({ person, onLink }: { readonly person: PersonSightView; readonly onLink: (chosen: Chosen) => void }) => {
  const format = useFormat();
  const { accountId, issues, orphans } = person;
  const unseen = issues - orphans.length;
  return (
    <li className="sight__person">
      <div className="sight__head">
        <Person accountId={accountId} withName />
        <span className="small">{issuesInWords(format.number(issues), issues === 1)}</span>
        {orphans.length > 0 && (
          <Button
            spacing="compact"
            onClick={() => onLink({ type: 'issues', issues: orphans.slice(0, 50).map(({ issueId, key }) => ({ issueId, key })) })}
          >
            Link to a key result
          </Button>
        )}
      </div>
      <ul className="sight__issues">
        {orphans.map((issue) => (
          <li key={issue.issueId}>
            <IssueKeyLink issueKey={issue.key} /> <span dir="auto">{issue.summary}</span>{' '}
            <StatusLozenge name={issue.statusName} category={issue.statusCategory} />
            {issue.privately.length > 0 && <span className="small"> Private: {issue.privately.join(', ')}</span>}
          </li>
        ))}
        {unseen > 0 && <li className="subtle">{format.number(unseen)} that are not shown to you here</li>}
      </ul>
    </li>
  );
};

const Lists = ({ sight, onLink }: { readonly sight: LineOfSight; readonly onLink: (chosen: Chosen) => void }) => {
  const format = useFormat();
  const without = sight.people.filter(({ serving }) => serving === 0);
  const others = sight.people.filter(({ serving }) => serving > 0);
  if (sight.total === 0) return <p className="subtle">Nobody has work in progress in this project.</p>;
  return (
    <>
      <p>
        <b>
          {format.number(sight.inSight)} of {format.number(sight.total)}
        </b>{' '}
        {sight.total === 1 ? 'person' : 'people'} with work in progress {sight.inSight === 1 ? 'has' : 'have'} line of sight: an issue of
        theirs reaches a key result.
      </p>
      {without.length > 0 && (
        <section aria-labelledby="without-sight">
          <h3 id="without-sight" className="sight__title">
            Without line of sight: none of their work reaches a key result
          </h3>
          <ul className="sight__people">
            {without.map((person) => (
              <WithoutSight key={person.accountId} person={person} onLink={onLink} />
            ))}
          </ul>
        </section>
      )}
      {others.length > 0 && (
        <section aria-labelledby="with-sight">
          <h3 id="with-sight" className="sight__title">
            With line of sight
          </h3>
          <ul className="sight__people">
            {others.map(({ accountId, issues, serving }) => (
              <li key={accountId} className="sight__head">
                <Person accountId={accountId} withName />
                <span className="small">
                  {format.number(serving)} of {issuesInWords(format.number(issues), issues === 1)}
                </span>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
};

const SightDialog = ({ of, onClose }: { readonly of: WorkOf; readonly onClose: () => void }) => {
  const { showFlag } = useHost();
  const format = useFormat();
  const query = useLineOfSight(of);
  const [step, setStep] = useState<Chosen | null>(null);
  const list = useRef<HTMLDivElement>(null);
  const backToList = () => {
    flushSync(() => setStep(null));
    list.current?.focus();
  };
  const linked = ({ words, refused }: Linked) => {
    showFlag({ title: words, tone: refused.length === 0 ? 'success' : 'warning' });
    backToList();
  };
  if (step !== null) {
    return (
      <Dialog title="Link to a key result" size="large" onClose={onClose}>
        <LinkOrphans of={of} chosen={step} onLinked={linked} onBack={backToList} />
      </Dialog>
    );
  }
  const sight = query.data;
  return (
    <Dialog
      title="Line of sight"
      size="large"
      onClose={onClose}
      footer={
        <Button appearance="subtle" onClick={onClose}>
          Close
        </Button>
      }
    >
      <div ref={list} tabIndex={-1} className="orphans__body">
        <CountedAt of={of} />
        {sight ? (
          sight.countedAt === null ? (
            <p className="subtle">The work has not been counted yet. That happens within the hour, or when somebody opens the OKRs page.</p>
          ) : (
            <>
              <Lists sight={sight} onLink={setStep} />
              {sight.total > sight.people.length && (
                <p className="small">{format.number(sight.total - sight.people.length)} more people are not listed.</p>
              )}
              {sight.unassigned > 0 && (
                <p className="small">
                  {format.number(sight.unassigned)} {sight.unassigned === 1 ? 'issue in progress is' : 'issues in progress are'} assigned to
                  nobody.
                </p>
              )}
              {sight.capped && <p className="small">{cappedInWords(true)}</p>}
            </>
          )
        ) : query.error ? (
          <ErrorState title="The line of sight could not be loaded" error={query.error} onRetry={() => void query.refetch()} />
        ) : (
          <Loading what="the line of sight">
            <Skeleton width="50%" height="20px" />
            <Skeleton height="36px" />
            <Skeleton height="36px" />
          </Loading>
        )}
      </div>
    </Dialog>
  );
};

export default SightDialog;
