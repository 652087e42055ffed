/**
 * The pasts of issues, from what was kept of them today or from Jira. Whatever is read is kept a few hundred issues at a time, so that a run
 * that is cut off or sent away by Jira goes on where it stood.
 */
import { dayOf } from '../../domain/calendar';
import { issuePast } from '../../domain/past/issue-past';
import type { SiteStatus } from '../../domain/past/directory';
import type { IssuePast } from '../../domain/past/issue-state';
import { pastByDay } from '../../domain/past/state-at';
import type { PastFields } from '../../jira/issue-now';
import type { AppDeps } from '../deps';
import { readSettings, type Settings } from '../settings/settings';

/** Three bulk fetches and one page of changelogs, as long as issues have few entries. */
const BATCH = 300;

/** What a run that rebuilds pasts knows of the site. */
export type PastSite = { readonly settings: Settings; readonly fields: PastFields; readonly statuses: readonly SiteStatus[] };

/** Two Jira calls and one SQL request. */
export async function readPastSite(deps: AppDeps): Promise<PastSite> {
  const settings = await readSettings(deps);
  const numberFieldIds = [...new Set([...settings.pointsFieldIds, ...settings.numberFieldIds])];
  return { settings, fields: await deps.jiraAsApp.pastFields(numberFieldIds), statuses: await deps.jiraAsApp.statuses() };
}

/** Reads these issues, then their changelogs: what changes in between is of today, and no past day's. */
async function readFromJira(
  deps: AppDeps,
  issueIds: readonly string[],
  fields: PastFields,
  fromDay: string,
): Promise<readonly IssuePast[]> {
  const present = await deps.jiraAsApp.fetchPresent(issueIds, fields);
  const histories = await deps.jiraAsApp.fetchChangelogs(present.map(({ issueId }) => issueId));
  return present.map((issue) => pastByDay(issuePast(issue, histories.get(issue.issueId) ?? [], fields.numbers), Date.parse(fromDay)));
}

/**
 * The pasts of these issues from the end of the day before `fromDay` on; issues that Jira does not have are missing. Null when `until` (epoch
 * ms) came first: what has been read by then is kept. Throws JiraUnavailable.
 */
export async function readPasts(
  deps: AppDeps,
  issueIds: readonly string[],
  { fields }: PastSite,
  fromDay: string,
  until: number,
): Promise<readonly IssuePast[] | null> {
  if (issueIds.length === 0) return [];
  const kept = await deps.store.issuePasts.list(issueIds, fromDay, Date.parse(dayOf(deps.now())));
  const pasts = kept.filter(({ numberFieldIds }) => fields.numbers.every(({ id }) => numberFieldIds.includes(id)));
  const known = new Set(pasts.map(({ issueId }) => issueId));
  const missing = issueIds.filter((id) => !known.has(id));
  for (let start = 0; start < missing.length; start += BATCH) {
    if (deps.now() > until) return null;
    const read = await readFromJira(deps, missing.slice(start, start + BATCH), fields, fromDay);
    await deps.store.issuePasts.replace(read, fromDay, deps.now());
    pasts.push(...read);
  }
  return pasts;
}
