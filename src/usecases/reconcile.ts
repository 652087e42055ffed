/**
 * Holds what we know against Jira, for events that never came: known issues changed since the last time, sources whose count is off or that
 * have new members, and issues nobody has looked at for long. Whatever looks different is noted as pending; reading it is the sync's work.
 * The cost follows what has changed, not how much is known.
 */
import { JiraRejected } from '../jira/jira-error';
import { bothOf, withoutOrderBy } from '../jira/jql';
import type { CountedSource } from './view-sources';
import type { AppDeps } from './deps';
import { childrenOf, MAX_SOURCE_ISSUES } from './resolve-source';

const MARK = 'reconciled-at';
/** Jira's index may lag and its times are cut to minutes: look back a little further than the last run. */
const OVERLAP_MINUTES = 15;
const FIRST_LOOK_BACK_MINUTES = 24 * 60;
const LONGEST_LOOK_BACK_MINUTES = 14 * 24 * 60;
const MAX_UPDATED = 5000;

export type Reach = {
  /** How many issues to read again only because nobody has for long, and which. */
  readonly unchecked: { readonly which: 'picked' | 'all'; readonly limit: number; readonly olderThanMs: number };
};

export const hourlyReach: Reach = { unchecked: { which: 'picked', limit: 200, olderThanMs: 50 * 60_000 } };
export const dailyReach: Reach = { unchecked: { which: 'all', limit: 2000, olderThanMs: 20 * 3_600_000 } };

async function lookBackMinutes(deps: AppDeps, now: number): Promise<number> {
  const mark = (await deps.store.settings.all()).get(MARK);
  if (mark === undefined) return FIRST_LOOK_BACK_MINUTES;
  return Math.min(Math.ceil((now - Number(mark)) / 60_000) + OVERLAP_MINUTES, LONGEST_LOOK_BACK_MINUTES);
}

/** A search that answers nothing where Jira refuses the query: a project, version or parent it names may be gone. */
async function idsOrNone(deps: AppDeps, jql: string, limit: number): Promise<readonly string[]> {
  try {
    return await deps.jiraAsApp.searchIds(jql, limit);
  } catch (error) {
    if (error instanceof JiraRejected) return [];
    throw error;
  }
}

/** Known issues that Jira has changed within the last minutes. Projects are asked about together, or one by one when one is gone. */
async function updatedIssues(deps: AppDeps, minutes: number): Promise<readonly string[]> {
  const projectIds = await deps.store.issueFacts.listProjectIds();
  if (projectIds.length === 0) return [];
  const within = (ids: readonly string[]): string => `project in (${ids.join(', ')}) AND updated >= -${minutes}m`;
  const ids: string[] = [];
  try {
    ids.push(...(await deps.jiraAsApp.searchIds(within(projectIds), MAX_UPDATED)));
  } catch (error) {
    if (!(error instanceof JiraRejected)) throw error;
    for (const projectId of projectIds) ids.push(...(await idsOrNone(deps, within([projectId]), MAX_UPDATED)));
  }
  const known = await deps.store.issueFacts.find(ids);
  return ids.filter((id) => known.has(id));
}

/** Issues that joined or left a source unnoticed: one count, one look at recent joiners, and the whole list only if either is off. */
async function driftOf(deps: AppDeps, { source, issues }: CountedSource, minutes: number): Promise<readonly string[]> {
  const jql = source.type === 'jql' ? withoutOrderBy(source.jql) : childrenOf(source.issueId);
  try {
    const count = await deps.jiraAsApp.count(jql);
    const members = new Set(await deps.store.scope.listIssueIds(source.id));
    const recent = await deps.jiraAsApp.searchIds(bothOf(jql, `updated >= -${minutes}m`), MAX_UPDATED);
    if (count === issues && recent.every((id) => members.has(id))) return [];
    const found = new Set(await deps.jiraAsApp.searchIds(jql, MAX_SOURCE_ISSUES));
    return [...[...found].filter((id) => !members.has(id)), ...[...members].filter((id) => !found.has(id))];
  } catch (error) {
    if (!(error instanceof JiraRejected)) throw error;
    deps.warn(`Jira refuses source ${source.id}; its scope stays as it is.`);
    return [];
  }
}

/** Notes every issue that may have changed unseen; `syncPendingIssues` does the rest. */
export async function reconcile(deps: AppDeps, reach: Reach): Promise<void> {
  const startedAt = deps.now();
  const minutes = await lookBackMinutes(deps, startedAt);
  const suspects = new Set(await updatedIssues(deps, minutes));
  for (const source of await deps.store.sources.listFollowed()) {
    for (const id of await driftOf(deps, source, minutes)) suspects.add(id);
  }
  const { which, limit, olderThanMs } = reach.unchecked;
  for (const id of await deps.store.issueFacts.listUnchecked(which, startedAt - olderThanMs, limit)) suspects.add(id);
  await deps.store.pendingIssues.note(
    [...suspects].map((issueId) => ({ issueId, mark: deps.newId() })),
    startedAt,
  );
  await deps.store.settings.write(MARK, String(startedAt));
}
