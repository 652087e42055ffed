/**
 * 107 queries people really wrote, on a site that has every project, person, issue and word they name: all parse, and
 * each runs or is refused with a 400 that names the clause. The table says which are refused and what is named.
 */
import { defaultCatalog } from '../../../local/jira/default-catalog';
import { parseJql } from '../../../local/jira/jql/parse-jql';
import type { Issue, SiteState } from '../../../local/jira/model';
import { describeWithData, sharedText } from './shared-data';
import { ada, at, emptySite, list } from './small-site';

/** What each refused query is refused for, in the order of the file. */
const refused = [
  "The clause 'worklogAuthor' is not emulated by the local Jira.",
  "The clause 'issueFunction' is not emulated by the local Jira.",
  "The clause 'issueFunction' is not emulated by the local Jira.",
  "The clause 'issueFunction' is not emulated by the local Jira.",
  "The clause 'issuefunction' is not emulated by the local Jira.",
  "The clause 'issueFunction' is not emulated by the local Jira.",
  "The clause 'approvals' is not emulated by the local Jira.",
  "The clause 'approvals' is not emulated by the local Jira.",
  "History searches are not supported for the field 'labels' (in the clause 'labels was in').",
  "The clause 'lastCommentedBy' is not emulated by the local Jira.",
  "Date value 'lastRunDate' for field 'updated' is invalid.",
  "Field 'Test Plan' does not exist or you do not have permission to view it.",
];

const projectKeys =
  'MYPROJECT BEP BANCORE ABC ACHAT KAN FOO PROJ EXP HSP TEST WOR TRIG XYZ MINE EOS MPAC BCD XTP KT ECOM BILLING TWO MYSUBPROJECT MYINBOX';
const issueKeys = 'BEP-123 BANCORE-7559 ABC-1 ABC-2 ABC-123 TEST-1';
const statusNames =
  'Rejected,Resolved,QA Passed,QA Failed,In Testing,Closed,Ready for QA,On Hold,Delivered,In Verification,Integration,Open';
const people = 'ada admin abcde-12345-fedcba mia dev1 dev2 dev3 alice me jsmith';

const siteOfTheQueries = () => {
  const made = emptySite({
    ...defaultCatalog,
    issueTypes: [...defaultCatalog.issueTypes, { id: '10000', name: 'Theme', hierarchyLevel: 1 }],
    statuses: [
      ...defaultCatalog.statuses,
      ...statusNames.split(',').map((name, index) => ({ id: String(19061 + index), name, category: 'indeterminate' as const })),
    ],
  } satisfies SiteState);
  const { door } = made.site;
  for (const accountId of people.split(' ')) door.putUser({ accountId, displayName: accountId });
  for (const key of projectKeys.split(' ')) door.putProject({ key, name: `Project ${key}` });
  door.addVersion('PROJ', '2.5.0');
  for (const component of ['Payment', 'Documentation']) door.addComponent('PROJ', component);
  for (const key of issueKeys.split(' ')) door.createIssue('ada', key.split('-')[0] ?? '', { summary: key, issuetype: { name: 'Epic' } });
  // The queries' own numbers in place of those the site gave.
  const state = made.site.dump() as SiteState;
  const issues = state.issues.map((issue): Issue => ({ ...issue, key: issue.summary }));
  return emptySite({ ...state, issues });
};

describeWithData('the real queries', () => {
  const queries = () =>
    sharedText('jql.txt')
      .split('\n')
      .filter((line) => line.trim() !== '');

  it('all 107 parse', () => {
    expect(queries()).toHaveLength(107);
    for (const query of queries()) expect(() => parseJql(query)).not.toThrow();
  });

  it('95 run, and 12 are refused with a 400 that names the clause', () => {
    const { call } = siteOfTheQueries();
    const replies = queries().map((jql) => call('POST', '/rest/api/3/search/jql', { jql }, ada));
    const messages = replies.filter(({ status }) => status === 400).map(({ body }) => list(at(body, 'errorMessages')).join(' '));
    expect(messages).toEqual(refused.map((message): unknown => expect.stringContaining(message)));
    expect(replies.filter(({ status }) => status === 200)).toHaveLength(95);
  });

  it('on a site that has none of the names, each is still a 200 or a 400 with a message', () => {
    const { call, site } = emptySite();
    site.door.putUser({ accountId: 'ada', displayName: 'Ada Berg' });
    for (const jql of queries()) {
      const reply = call('POST', '/rest/api/3/search/jql', { jql }, ada);
      if (reply.status !== 200) expect([reply.status, at(reply.body, 'errorMessages', 0)]).toEqual([400, expect.any(String)]);
    }
  });
});
