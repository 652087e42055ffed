/**
 * Counts the work of a project in a cycle: asks Jira as the app what is in progress and what was finished in the cycle, and keeps it with the issues above. Which
 * of it serves a key result is not decided here. At most 2,000 issues, so at most about 2,000 points a project.
 */
import type { WorkState } from '../../domain/coverage';
import { piecesOfWork } from '../../domain/coverage';
import { addDays } from '../../domain/calendar';
import { JiraRejected } from '../../jira/jira-error';
import { noNumbers, type JiraIssue } from '../../jira/jira-issue';
import type { AppDeps } from '../deps';
import { asRuled, factOf, findAncestors } from '../sync/issue-facts';
import { loadCycles } from '../load';
import { readSettings } from '../settings/settings';

/** Of each state; those that changed last. */
const MOST_COUNTED = 1000;

type Span = { readonly startDay: string; readonly endDay: string };

const queries: Readonly<Record<WorkState, (projectId: string, span: Span) => string>> = {
  'in-progress': (projectId) => `project = ${projectId} AND statusCategory = "In Progress" ORDER BY updated DESC`,
  finished: (projectId, { startDay, endDay }) =>
    `project = ${projectId} AND statusCategory = Done AND statusCategoryChangedDate >= "${startDay}" AND statusCategoryChangedDate < "${addDays(endDay, 1)}" ORDER BY updated DESC`,
};

type Found = { readonly issues: readonly JiraIssue[]; readonly truncated: boolean };

/** Null for a project that Jira no longer knows. */
async function findWork(deps: AppDeps, projectId: string, span: Span): Promise<Readonly<Record<WorkState, Found>> | null> {
  const find = (state: WorkState): Promise<Found> =>
    deps.jiraAsApp.search(queries[state](projectId, span), { limit: MOST_COUNTED, numbers: noNumbers });
  try {
    return { 'in-progress': await find('in-progress'), finished: await find('finished') };
  } catch (error) {
    if (error instanceof JiraRejected) return null;
    throw error;
  }
}

/** Throws JiraUnavailable; then what was counted before stands. In a cycle that is closed or gone, and for a project that is gone, nothing is done. */
export async function countWork(
  deps: AppDeps,
  { projectId, cycleId }: { readonly projectId: string; readonly cycleId: string },
): Promise<void> {
  const { cycles } = await loadCycles(deps);
  const cycle = cycles.find(({ id }) => id === cycleId);
  if (cycle === undefined || cycle.state === 'closed') return;
  const begunAt = deps.now();
  const found = await findWork(deps, projectId, cycle);
  if (found === null) {
    deps.warn(`Jira could not say what work there is in project ${projectId}; its coverage stays as it is.`);
    return;
  }
  const settings = await readSettings(deps);
  // An issue that moved on between the two searches is in both: as it was found last.
  const issues = new Map([...found['in-progress'].issues, ...found.finished.issues].map((issue) => [issue.id, issue]));
  const facts = [...issues.values()].map((issue) => factOf(issue, settings, begunAt));
  const { fresh, known } = await findAncestors(deps, facts, settings);
  const pieces = piecesOfWork(asRuled(facts, [...known, ...fresh], () => 1));
  const countId = deps.newId();
  await deps.store.workCounts.addLines(
    countId,
    pieces.map((piece) => {
      const issue = issues.get(piece.issueId);
      return { ...piece, changedAt: issue?.updatedAt ?? begunAt, assigneeAccountId: issue?.assigneeAccountId ?? null };
    }),
    begunAt,
  );
  await deps.store.workCounts.commit({
    projectId,
    cycleId,
    countId,
    countedAt: begunAt,
    capped: { 'in-progress': found['in-progress'].truncated, finished: found.finished.truncated },
  });
  await deps.publish({ projectIds: [projectId], keyResultIds: [], issueIds: [] });
}
