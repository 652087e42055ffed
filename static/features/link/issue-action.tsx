/**
 * The dialog behind "Link to key result" in the issue's menu. Jira draws the dialog around the frame; this is its inside.
 * Knows only which issue it is about; linking itself is `link-issue.tsx`.
 */
import { useQuery } from '@tanstack/react-query';
import { useHost } from '../../host';
import { KeyBadge } from '../../ui/key-badge';
import { SectionMessage } from '../../ui/section-message';
import './issue-action.css';
import LinkIssue from './link-issue';

const IssueName = ({ issueId }: { readonly issueId: string }) => {
  const { jira, place } = useHost();
  const issue = useQuery({ queryKey: ['jira-issue', issueId], queryFn: () => jira.issue(issueId), staleTime: Infinity });
  const key = issue.data?.key ?? place.issueKey;
  return (
    <p className="issue-action__issue">
      {key !== null && <KeyBadge text={key} />} <span dir="auto">{issue.data?.summary}</span>
    </p>
  );
};

const IssueAction = () => {
  const { place, close } = useHost();
  return (
    <main className="issue-action">
      <h1 className="issue-action__title">Link to key result</h1>
      {place.issueId === null ? (
        <SectionMessage tone="error" title="No issue is open here">
          Open an issue in Jira and choose “Link to key result” from its menu.
        </SectionMessage>
      ) : (
        <>
          <IssueName issueId={place.issueId} />
          <LinkIssue issueId={place.issueId} onDone={close} onCancel={close} />
        </>
      )}
    </main>
  );
};

export default IssueAction;
