/**
 * What a project's work is when it is asked how much of it serves a key result: the lowest issues in progress, and the lowest ones finished in the
 * cycle. Whether a piece of work serves is asked of the scopes (store/coverage.ts); docs/progress.md has both halves of the rule.
 */
import { issuesAboveOthers } from './ancestry';
import type { IssueFacts } from './model';

export type WorkState = 'in-progress' | 'finished';

type ProjectIssue = Pick<IssueFacts, 'issueId' | 'statusCategory' | 'cancelled' | 'ancestorIds'>;

export type WorkShare = {
  readonly work: number;
  /** Of these, how many serve a key result. */
  readonly serving: number;
};

/**
 * The pieces of work among these issues, in their order: what is in progress or done and not cancelled, without those that stand above another one
 * of the same state. Expects the done ones to be of the cycle, and each id once.
 */
export function piecesOfWork<T extends ProjectIssue>(issues: readonly T[]): readonly (T & { readonly state: WorkState })[] {
  const pieces = issues.flatMap((issue): readonly (T & { readonly state: WorkState })[] => {
    if (issue.cancelled || issue.statusCategory === 'todo') return [];
    return [{ ...issue, state: issue.statusCategory === 'done' ? 'finished' : 'in-progress' }];
  });
  const containers = (['in-progress', 'finished'] as const).map((state) =>
    issuesAboveOthers(pieces.filter((piece) => piece.state === state)),
  );
  return pieces.filter(({ issueId }) => !containers.some((above) => above.has(issueId)));
}

/** 0..1; null (not measured) where there is no work. */
export const shareOf = ({ work, serving }: WorkShare): number | null => (work === 0 ? null : serving / work);

/** Several projects together: every piece of work weighs the same, wherever it lies. */
export const sumOf = (shares: readonly WorkShare[]): WorkShare => ({
  work: shares.reduce((sum, { work }) => sum + work, 0),
  serving: shares.reduce((sum, { serving }) => sum + serving, 0),
});
