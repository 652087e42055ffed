/**
 * Whom a followed source has gained or lost unnoticed. Two counts say whether it brings exactly whom we know: as many issues as we know, and all of
 * those we know among them. Only where they are off, or are not trusted, is the whole list fetched.
 */
import { JiraRejected } from '../../jira/jira-error';
import { withoutOrderBy } from '../../jira/jql';
import type { SourceRecord } from '../../store/sources';
import type { AppDeps } from '../deps';
import { childrenOf, MAX_SOURCE_ISSUES } from '../scope/resolve-source';

type Drift = {
  /** Issues to read again. */
  readonly issueIds: readonly string[];
  /** Whether the source was compared issue by issue. */
  readonly listed: boolean;
};

/** `by`: Jira calls its counts estimates, so that now and then somebody has to look at the whole list. */
export async function findDrift(deps: AppDeps, source: SourceRecord, members: readonly string[], by: 'count' | 'list'): Promise<Drift> {
  const jql = source.type === 'jql' ? withoutOrderBy(source.jql) : childrenOf(source.issueId);
  try {
    const isWhole = by === 'count' && (await deps.jiraAsApp.count(jql)) === members.length;
    if (isWhole && (await deps.jiraAsApp.countAmong(members, jql)) === members.length) return { issueIds: [], listed: false };
    const [found, known] = [new Set(await deps.jiraAsApp.searchIds(jql, MAX_SOURCE_ISSUES)), new Set(members)];
    return { issueIds: [...found].filter((id) => !known.has(id)).concat(members.filter((id) => !found.has(id))), listed: true };
  } catch (error) {
    if (!(error instanceof JiraRejected)) throw error;
    // Jira knows no such parent any more: whoever was below it is looked at again.
    if (source.type === 'children') return { issueIds: members, listed: false };
    deps.warn(`Jira refuses source ${source.id}; its scope stays as it is.`);
    return { issueIds: [], listed: false };
  }
}
