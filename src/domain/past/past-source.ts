/** How a source of a key result is asked about the past: whether it brought an issue as the issue was then. */
import type { Directory } from './directory';
import type { IssuePast } from './issue-state';
import { issueThen, type IssueThen } from './issue-then';

/** `issues`: these from their creation on, because they were picked or because the past of their source cannot be told. */
export type PastSource =
  | { readonly type: 'issues'; readonly issueIds: ReadonlySet<string> }
  | { readonly type: 'children'; readonly issueId: string }
  | { readonly type: 'query'; readonly tell: (issue: IssueThen) => boolean };

function brings(source: PastSource, issue: IssueThen): boolean {
  switch (source.type) {
    case 'issues':
      return source.issueIds.has(issue.issueId);
    case 'children':
      return issue.parentId === source.issueId;
    case 'query':
      return source.tell(issue);
  }
}

export const isBrought = (sources: readonly PastSource[], issue: IssueThen): boolean => sources.some((source) => brings(source, issue));

/** Whether any of the sources brought the issue at some moment of its life. */
export function wasEverBrought(sources: readonly PastSource[], past: IssuePast, directory: Directory): boolean {
  let state = past.first;
  if (isBrought(sources, issueThen(past, state, directory))) return true;
  return past.changes.some(({ to }) => {
    state = { ...state, ...to };
    return isBrought(sources, issueThen(past, state, directory));
  });
}
