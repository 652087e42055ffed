/**
 * GET issue/picker: suggestions while typing a key or words of a summary, as the user. One section of matches and one
 * of the latest issues, without the history Jira keeps of what somebody viewed.
 */
import { JiraError } from '../jira-error';
import { wordsOf } from '../jql/text-match';
import type { Issue } from '../model';
import { browser } from './access';
import type { Endpoint } from './endpoint';
import { searchJql } from './search-endpoints';

const sectionLength = 20;

const escape = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

export const issuePicker: Endpoint = {
  method: 'GET',
  path: '/rest/api/3/issue/picker',
  scopes: ['read:jira-work'],
  handle: (call) => {
    const { query } = call;
    const typed = (query.get('query') ?? '').trim();
    const jql = query.get('currentJQL') ?? '';
    const projectId = query.get('currentProjectId');
    const sees = browser(call);
    const candidates = (() => {
      try {
        return jql === '' ? call.index.issues().filter((issue) => sees(issue.projectId)) : searchJql(call, jql);
      } catch (error) {
        // Jira suggests nothing for a query it cannot run.
        if (error instanceof JiraError) return [];
        throw error;
      }
    })();
    const current = query.get('currentIssueKey')?.toUpperCase();
    const isSubtask = (issue: Issue) => (call.store.issueTypes.get(issue.typeId)?.hierarchyLevel ?? 0) < 0;
    const words = wordsOf(typed);
    const key = typed.toUpperCase();
    const matches = (issue: Issue) => {
      if (issue.key === key || issue.key.startsWith(key) || issue.key.endsWith(`-${key}`)) return true;
      const own = wordsOf(issue.summary);
      return words.length > 0 && words.every((word) => own.some((candidate) => candidate.startsWith(word)));
    };
    const found = candidates
      .filter((issue) => (projectId === null || issue.projectId === projectId) && issue.key !== current)
      .filter((issue) => query.get('showSubTasks') !== 'false' || !isSubtask(issue))
      .filter((issue) => typed === '' || matches(issue))
      .sort((a, b) => Number(b.key === key) - Number(a.key === key) || b.updated - a.updated)
      .slice(0, sectionLength);
    const suggestions = found.map((issue) => ({
      id: Number(issue.id),
      key: issue.key,
      keyHtml: escape(issue.key),
      img: `/images/issuetype/${issue.typeId}.svg`,
      summary: escape(issue.summary),
      summaryText: issue.summary,
    }));
    const sub = `Showing ${String(found.length)} matching issues`;
    return {
      status: 200,
      body: { sections: [{ label: 'Current Search', sub, id: 'cs', issues: suggestions }] },
      extraPoints: found.length,
    };
  },
};
