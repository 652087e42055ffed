/** What opening the project page and the issue panel costs, and an event on an issue that serves nothing. On the small company. */
import { openTestSite, type TestSite } from '../support/test-site';
import { answered } from './answered';
import { countCalls } from './count-calls';
import { cycle } from './fill-okrs';
import { atMost, type Measurement } from './measurement';

/** An objective with a key result in each of the two projects, both served by WEB-3. */
async function serveTwoProjects(site: TestSite): Promise<void> {
  for (const [projectKey, projectId, key] of [
    ['WEB', '10000', 'web'],
    ['SEC', '10001', 'sec'],
  ] as const) {
    const from = { as: 'ada', project: projectKey };
    const objectiveId = `objective-${key}`;
    const keyResultId = `key-result-${key}`;
    await answered(
      site.invoke(
        'createObjective',
        {
          id: objectiveId,
          home: { level: 'project', projectId },
          cycleId: cycle.id,
          title: 'A checkout that converts',
          ownerAccountId: null,
        },
        from,
      ),
    );
    await answered(
      site.invoke(
        'createKeyResult',
        { kind: 'work', id: keyResultId, objectiveId, title: 'The new checkout is live', ownerAccountId: null },
        from,
      ),
    );
    await answered(site.invoke('addSource', { id: `source-${key}-1`, keyResultId, source: { type: 'issue', issue: 'WEB-3' } }, from));
  }
  await site.settle();
}

export async function measurePages(): Promise<readonly Measurement[]> {
  const site = await openTestSite();
  try {
    await serveTwoProjects(site);
    const page = await countCalls(site, () => answered(site.invoke('getProjectOkrs', {}, { as: 'ada', project: 'WEB' })));
    const panel = await countCalls(site, async () => {
      const { cards } = await answered(site.invoke('getIssueKeyResults', {}, { as: 'ada', issue: 'WEB-3' }));
      if (cards.length !== 2) throw new Error('The panel should show the key results of both projects.');
    });
    const company = await countCalls(site, () => answered(site.invoke('getCompanyOkrs', {}, { as: 'ada' })));
    // WEB-6 serves nothing, and no source follows a query; its change is delivered like any other.
    const event = await countCalls(site, () => site.transition('WEB-6', 'In Progress', { as: 'ada' }));
    return [
      atMost('open the project page: invocations', 1, page.invocations, 'invocations'),
      atMost('open the project page: SQL', 4, page.sql, 'SQL requests'),
      atMost('open the project page: Jira', 0, page.jiraCalls, 'calls'),
      atMost('open the company page (two projects): invocations', 1, company.invocations, 'invocations'),
      atMost('open the company page: SQL', 5, company.sql, 'SQL requests'),
      atMost('open the company page: Jira', 1, company.jiraCalls, 'calls'),
      atMost('open the issue panel (key results in two projects): invocations', 1, panel.invocations, 'invocations'),
      atMost('open the issue panel: SQL', 2, panel.sql, 'SQL requests'),
      atMost('open the issue panel: Jira', 1, panel.jiraCalls, 'calls'),
      atMost('event on an issue in no scope, no JQL source: invocations', 1, event.invocations, 'invocations'),
      atMost('event on an issue in no scope, no JQL source: SQL', 1, event.sql, 'SQL requests'),
      atMost('event on an issue in no scope, no JQL source: Jira', 0, event.jiraPoints, 'points'),
    ];
  } finally {
    await site.close();
  }
}
