/** Since when an issue's status has been in its category: what Jira calls the status category's date of change. */
import type { Issue, Status } from './model';

/** When its status last went from one category to another, epoch ms; its creation where that has never happened. */
export const categorySince = (statuses: ReadonlyMap<string, Status>, issue: Issue): number => {
  const categoryOf = (id: string | null | undefined) => statuses.get(id ?? '')?.category;
  const moved = issue.changelog.filter(({ items }) =>
    items.some(({ field, from, to }) => field === 'status' && categoryOf(from) !== categoryOf(to)),
  );
  return moved.at(-1)?.at ?? issue.created;
};
