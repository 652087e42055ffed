/** An issue that serves no key result, as the browser shows it. Pure. */
import type { OrphanIssueView } from '../../contract/coverage';
import type { DescribedIssue } from '../../jira/described-issue';
import type { Orphan } from '../../store/coverage';
import { keyResultKey } from '../views';

/** Nothing for one that the viewer may not see. `privately`: numbers of private key results it serves, by issue id. */
export function orphanView(
  { issueId, parentId }: Orphan,
  described: ReadonlyMap<string, DescribedIssue>,
  privately: ReadonlyMap<string, readonly number[]>,
): readonly OrphanIssueView[] {
  const issue = described.get(issueId);
  if (issue === undefined) return [];
  const { hierarchyLevel, updatedAt, ...shown } = issue;
  return [
    {
      ...shown,
      mayHaveChildren: hierarchyLevel > 0,
      updatedAt: new Date(updatedAt).toISOString(),
      parentId: parentId !== null && described.has(parentId) ? parentId : null,
      privately: (privately.get(issueId) ?? []).map(keyResultKey),
    },
  ];
}
