/** What the alignment asks the backend, and under which keys the answers are kept: among the other OKRs, so that one sign of change refreshes it too. */
import { useQuery } from '@tanstack/react-query';
import { useHost } from '../../host';
import { okrKey, useOkrPages } from '../project-okrs/queries';

/** Everything of a cycle and the cycles around it (null: the cycle of today), page after page, and live. */
export const useAlignment = (cycleId: string | null) => {
  const { invoke } = useHost();
  return useOkrPages('alignment', cycleId, (wanted) => invoke('getAlignment', wanted));
};

/** The key results an issue serves, as far as the viewer may see; asks nothing without a key. */
export const useServedBy = (issueKey: string | null) => {
  const { invoke, jira } = useHost();
  return useQuery({
    queryKey: [...okrKey, 'served', issueKey],
    queryFn: async () => {
      if (issueKey === null) return [];
      const { id } = await jira.issue(issueKey);
      const { cards } = await invoke('getIssueKeyResults', { issueId: id });
      return cards.map(({ keyResult }) => keyResult.id);
    },
    enabled: issueKey !== null,
    retry: false,
  });
};
