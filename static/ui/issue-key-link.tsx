/** The key of an issue, leading to it. */
import { useHost } from '../host';

type Props = { readonly issueKey: string; readonly className?: string };

export const IssueKeyLink = ({ issueKey, className }: Props) => {
  const { openIssue } = useHost();
  return (
    <a
      className={className}
      href={`/browse/${issueKey}`}
      onClick={(event) => {
        // The frame must stay: Jira opens the issue around it.
        event.preventDefault();
        openIssue(issueKey);
      }}
    >
      {issueKey}
    </a>
  );
};
