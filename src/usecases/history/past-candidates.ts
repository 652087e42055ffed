/**
 * Which issues may have been in scope on some day since the start, and how each source is asked about them. Today's members may, and whatever
 * has left, which must have been updated since. Where that cannot be told, today's issues stand in from their creation on.
 */
import { addDays } from '../../domain/calendar';
import { pastQuery, type PastQuery } from '../../domain/past/past-query';
import type { PastSource } from '../../domain/past/past-source';
import { noNumbers } from '../../jira/jira-issue';
import { JiraRejected } from '../../jira/jira-error';
import type { SourceRecord } from '../../store/sources';
import type { AppDeps } from '../deps';
import { childrenOf } from '../scope/resolve-source';

/** Issues that one search may bring; what needs more of them cannot be told. */
const MOST_FOUND = 5000;

export type Candidates = {
  readonly sources: readonly PastSource[];
  readonly issueIds: ReadonlySet<string>;
  /** The queries of sources that could not be told. */
  readonly untold: readonly string[];
};

type ToldQuery = Extract<PastQuery, { readonly projects: unknown }>;

/** Finds issues that were updated since a day; asks for the same projects once. */
export type FindUpdated = (projects: readonly string[] | null) => Promise<readonly string[] | null>;

const quoted = (text: string): string => `"${text.replace(/["\\]/g, '\\$&')}"`;

/** The issues a query finds; null where they are too many, or Jira refuses it. */
export async function searchAll(deps: AppDeps, jql: string): Promise<readonly string[] | null> {
  try {
    const ids = await deps.jiraAsApp.searchIds(jql, MOST_FOUND + 1);
    return ids.length > MOST_FOUND ? null : ids;
  } catch (error) {
    if (error instanceof JiraRejected) return null;
    throw error;
  }
}

/**
 * Issues of these projects (null: of all) that were updated on `fromDay` or later; null where there are too many, or Jira refuses. Jira reads
 * a day in the zone of whoever asks, so the search begins a day earlier.
 */
export function updatedFinder(deps: AppDeps, fromDay: string): FindUpdated {
  const found = new Map<string, readonly string[] | null>();
  const since = `updated >= "${addDays(fromDay, -1)}"`;
  return async (projects) => {
    if (projects?.length === 0) return [];
    const jql = projects === null ? since : `project in (${projects.map(quoted).join(', ')}) AND ${since}`;
    const known = found.get(jql);
    if (known !== undefined) return known;
    const ids = await searchAll(deps, jql);
    found.set(jql, ids);
    return ids;
  };
}

/** Issues that a told query may have found: where it names no project, of the whole site, or of today's projects where that is too much. */
export async function candidatesOfQuery(
  query: ToldQuery,
  memberProjectIds: readonly string[],
  find: FindUpdated,
): Promise<readonly string[] | null> {
  const ids = await find(query.projects);
  return ids === null && query.projects === null && memberProjectIds.length > 0 ? find(memberProjectIds) : ids;
}

/** Where the children of these parents may have gone: the projects of the parents and of today's members. At most one Jira call a hundred. */
async function parentProjects(deps: AppDeps, sources: readonly SourceRecord[]): Promise<readonly string[]> {
  const parentIds = sources.flatMap((source) => (source.type === 'children' ? [source.issueId] : []));
  const parents = await deps.jiraAsApp.fetchIssues([...new Set(parentIds)], noNumbers);
  return parents.map(({ projectId }) => projectId);
}

type Told = { readonly source: PastSource; readonly issueIds: readonly string[] };
type Where = { readonly memberProjectIds: readonly string[]; readonly childProjectIds: readonly string[]; readonly find: FindUpdated };

/** How a source that issues join and leave is asked about the past, and who may have been in it; null where that cannot be told. */
async function tellSource(source: SourceRecord, { memberProjectIds, childProjectIds, find }: Where): Promise<Told | null> {
  if (source.type !== 'jql') {
    const issueIds = await find(childProjectIds);
    return issueIds && { source: { type: 'children', issueId: source.issueId }, issueIds };
  }
  const query = await pastQuery(source.jql);
  if ('untold' in query) return null;
  const issueIds = await candidatesOfQuery(query, memberProjectIds, find);
  return issueIds && { source: { type: 'query', tell: query.tell }, issueIds };
}

/** `members`: today's issues of each source, by source id. */
export async function findCandidates(
  deps: AppDeps,
  keyResultId: string,
  sources: readonly SourceRecord[],
  members: ReadonlyMap<string, readonly string[]>,
  find: FindUpdated,
): Promise<Candidates> {
  const followed = sources.filter(({ type }) => type !== 'issue');
  const memberProjectIds = followed.length === 0 ? [] : await deps.store.scope.listProjectIds(keyResultId);
  const childProjectIds = [...new Set([...memberProjectIds, ...(await parentProjects(deps, followed))])].sort();
  const told: PastSource[] = [];
  const issueIds = new Set([...members.values()].flat());
  const untold: string[] = [];
  for (const source of sources) {
    const answer = source.type === 'issue' ? null : await tellSource(source, { memberProjectIds, childProjectIds, find });
    told.push(answer?.source ?? { type: 'issues', issueIds: new Set(members.get(source.id) ?? []) });
    for (const id of answer?.issueIds ?? []) issueIds.add(id);
    if (answer === null && source.type !== 'issue') untold.push(source.type === 'jql' ? source.jql : childrenOf(source.issueId));
  }
  return { sources: told, issueIds, untold };
}
