/**
 * Makes a new issue in Jira's own form and links it to the key result in the same go. Where it could be made but not linked, that is said: the
 * issue is there then.
 */
import Button from '@atlaskit/button/new';
import { useState } from 'react';
import type { KeyResultDetails } from '../../../src/contract/okr';
import { projectIdOf } from '../../../src/domain/home';
import { apiErrorOf } from '../../api-error';
import { useHost } from '../../host';
import { newId } from '../../new-id';
import { useLinkIssues } from '../link/queries';

/** The backend takes no more at once. */
const mostLinked = 50;

export const CreateIssue = ({ details: { keyResult, objective } }: { readonly details: KeyResultDetails }) => {
  const { createIssue, place, showFlag } = useHost();
  const linking = useLinkIssues();
  const [asking, setAsking] = useState(false);
  const notLinked = (count: number, why: string) =>
    showFlag({
      title: count === 1 ? `The issue was created, but not linked to ${keyResult.key}` : `${String(count)} issues were not linked`,
      description: why,
      tone: 'error',
    });

  const create = async (): Promise<void> => {
    const issueIds = (await createIssue(projectIdOf(objective.home) ?? place.projectId)).slice(0, mostLinked);
    if (issueIds.length === 0) return;
    try {
      const links = issueIds.map((issueId) => ({ id: newId(), issueId }));
      const outcomes = await linking.mutateAsync({ keyResultId: keyResult.id, links });
      const refused = outcomes.flatMap((one) => (one.outcome === 'refused' ? [one.why] : []));
      if (refused[0] !== undefined) notLinked(refused.length, refused[0]);
      else {
        const what = issueIds.length === 1 ? 'The new issue counts' : `${String(issueIds.length)} new issues count`;
        showFlag({ title: `${what} for ${keyResult.key}`, tone: 'success' });
      }
    } catch (error) {
      notLinked(issueIds.length, apiErrorOf(error).message);
    }
  };

  return (
    <Button
      spacing="compact"
      isLoading={asking || linking.isPending}
      onClick={() => {
        setAsking(true);
        create()
          .catch((error: unknown) => showFlag({ title: 'No issue was created', description: apiErrorOf(error).message, tone: 'error' }))
          .finally(() => setAsking(false));
      }}
    >
      Create issue
    </Button>
  );
};
