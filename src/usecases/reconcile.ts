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
const CAME_TO = 'reconciled-source';
/** Fewer sources than this are asked well within one pass; where it came to need not be kept. */
const SOURCES_WORTH_RESUMING = 500;
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

function lookBackMinutes(mark: string | undefined, now: number): number {
  if (mark === undefined) return FIRST_LOOK_BACK_MINUTES;
  return Math.min(Math.ceil((now - Number(mark)) / 60_000) + OVERLAP_MINUTES, LONGEST_LOOK_BACK_MINUTES);
}

/**
 * Known issues that Jira has changed within the last minutes. Projects are asked about together, or one by one when Jira refuses that: all
 * issues of a project that is gone are noted, since Jira tells of the project alone.
 */
async function updatedIssues(deps: AppDeps, minutes: number): Promise<readonly string[]> {
  const projectIds = await deps.store.issueFacts.listProjectIds();
  if (projectIds.length === 0) return [];
  const within = (ids: readonly string[]): string => `project in (${ids.join(', ')}) AND updated >= -${minutes}m`;
  const ids: string[] = [];
  try {
    ids.push(...(await deps.jiraAsApp.searchIds(within(projectIds), MAX_UPDATED)));
  } catch (error) {
    if (!(error instanceof JiraRejected)) throw error;
    for (const projectId of projectIds) {
      try {
        ids.push(...(await deps.jiraAsApp.searchIds(within([projectId]), MAX_UPDATED)));
      } catch (refusal) {
        if (!(refusal instanceof JiraRejected)) throw refusal;
        await deps.store.pendingIssues.noteProject(projectId, deps.newId(), deps.now());
      }
    }
  }
  const known = await deps.store.issueFacts.find(ids);
  return ids.filter((id) => known.has(id));
}

/** Issues that joined or left a source unnoticed: one count, one look at recent joiners, and the whole list only if either is off. */
async function driftOf(deps: AppDeps, { source, issues }: CountedSource, minutes: number): Promise<readonly string[]> {
  const jql = source.type === 'jql' ? withoutOrderBy(source.jql) : childrenOf(source.issueId);
  try {
    const count = await deps.jiraAsApp.count(jql);
    const recent = await deps.jiraAsApp.searchIds(bothOf(jql, `updated >= -${minutes}m`), MAX_UPDATED);
    if (count === issues && recent.length === 0) return [];
    const members = new Set(await deps.store.scope.listIssueIds(source.id));
    if (count === issues && recent.every((id) => members.has(id))) return [];
    const found = new Set(await deps.jiraAsApp.searchIds(jql, MAX_SOURCE_ISSUES));
    return [...[...found].filter((id) => !members.has(id)), ...[...members].filter((id) => !found.has(id))];
  } catch (error) {
    if (!(error instanceof JiraRejected)) throw error;
    // Jira knows no such parent any more: whoever was below it is looked at again.
    if (source.type === 'children') return deps.store.scope.listIssueIds(source.id);
    deps.warn(`Jira refuses source ${source.id}; its scope stays as it is.`);
    return [];
  }
}

async function note(deps: AppDeps, issueIds: readonly string[]): Promise<void> {
  await deps.store.pendingIssues.note(
    issueIds.map((issueId) => ({ issueId, mark: deps.newId() })),
    deps.now(),
  );
}

/** The sources in turn, beginning after the one a pass that ran out of time came to. False when time runs out again. */
async function noteDrift(deps: AppDeps, after: string, minutes: number, until: number): Promise<boolean> {
  const sources = await deps.store.sources.listFollowed();
  const next = sources.findIndex(({ source }) => source.id > after);
  const inTurn = next === -1 ? sources : [...sources.slice(next), ...sources.slice(0, next)];
  for (const followed of inTurn) {
    if (deps.now() > until) return false;
    const drift = await driftOf(deps, followed, minutes);
    if (drift.length > 0) await note(deps, drift);
    if (sources.length > SOURCES_WORTH_RESUMING) await deps.store.settings.write(CAME_TO, followed.source.id);
  }
  return true;
}

/**
 * Notes every issue that may have changed unseen; `syncPendingIssues` does the rest. False when `until` (epoch ms) came first: the next pass
 * goes on from there, and looks back as far as this one did.
 */
export async function reconcile(deps: AppDeps, reach: Reach, until: number): Promise<boolean> {
  const startedAt = deps.now();
  const settings = await deps.store.settings.all();
  const minutes = lookBackMinutes(settings.get(MARK), startedAt);
  const { which, limit, olderThanMs } = reach.unchecked;
  await note(deps, [
    ...new Set([
      ...(await updatedIssues(deps, minutes)),
      ...(await deps.store.issueFacts.listUnchecked(which, startedAt - olderThanMs, limit)),
    ]),
  ]);
  const finished = await noteDrift(deps, settings.get(CAME_TO) ?? '', minutes, until);
  if (finished) await deps.store.settings.write(MARK, String(startedAt));
  return finished;
}
