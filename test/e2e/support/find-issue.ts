/** The key of the first issue a query finds on the demo site. */
import { z } from 'zod';
import type { LocalSite } from './local-site';

const reply = z.object({ issues: z.array(z.object({ key: z.string() })) });

/** Throws where the query finds none. */
export async function findIssue(site: LocalSite, jql: string): Promise<string> {
  const body = JSON.stringify({ jql: `${jql} ORDER BY key`, fields: ['summary'], maxResults: 1 });
  const [issue] = reply.parse(JSON.parse(await site.command('jira', 'POST', '/rest/api/3/search/jql', body))).issues;
  if (!issue) throw new Error(`The demo site has no issue for: ${jql}`);
  return issue.key;
}
