/** What there is to say about a deed beyond its headline: what changed, what was said, which source. */
import { useQuery } from '@tanstack/react-query';
import type { ActivityDeed, ActivitySource } from '../../../src/contract/activity';
import { useHost } from '../../host';
import { useFormat } from '../../ui/format';
import { Change } from './activity-value';
import { CommentText } from './comment-text';

const IssueName = ({ issueId }: { readonly issueId: string }) => {
  const { jira, openIssue } = useHost();
  const query = useQuery({ queryKey: ['issue', issueId], queryFn: () => jira.issue(issueId), staleTime: 10 * 60_000, retry: false });
  if (!query.data) return <span className="subtle">{query.isPending ? '…' : 'an issue you cannot see'}</span>;
  const { key, summary } = query.data;
  return (
    <>
      <a
        href={`/browse/${key}`}
        onClick={(event) => {
          // The frame must stay: Jira opens the issue around it.
          event.preventDefault();
          openIssue(key);
        }}
      >
        {key}
      </a>{' '}
      <bdi>{summary}</bdi>
    </>
  );
};

const Source = ({ source }: { readonly source: ActivitySource }) => {
  if (source.type === 'jql') return <code dir="ltr">{source.jql}</code>;
  return (
    <p>
      {source.type === 'children' && 'the children of '}
      <IssueName issueId={source.issueId} />
    </p>
  );
};

const CheckedIn = ({ deed }: { readonly deed: Extract<ActivityDeed, { did: 'checked in' }> }) => {
  const format = useFormat();
  const facts = [
    ...(deed.value === null ? [] : [`value ${format.number(deed.value)} on ${format.day(deed.day)}`]),
    ...(deed.confidence === null ? [] : [`confidence ${deed.confidence} of 10`]),
  ];
  return (
    <>
      {facts.length > 0 && <p className="number">{facts.join(' · ')}</p>}
      {deed.words !== '' && <p dir="auto">{deed.words}</p>}
      {deed.blockers !== '' && (
        <p>
          <span className="subtle">In the way:</span> <bdi>{deed.blockers}</bdi>
        </p>
      )}
    </>
  );
};

export const ActivityDetails = ({ deed }: { readonly deed: ActivityDeed }) => {
  if ('changes' in deed) {
    if (deed.changes.length === 0) return null;
    return (
      <ul>
        {deed.changes.map((change) => (
          <li key={change.field}>
            <Change {...change} />
          </li>
        ))}
      </ul>
    );
  }
  if ('source' in deed) return <Source source={deed.source} />;
  if (deed.did === 'checked in') return <CheckedIn deed={deed} />;
  return deed.words === '' ? null : <CommentText words={deed.words} />;
};
