/**
 * Webhook bodies of real Jira sites. Each that is about an issue comes as the event Forge makes of it, and also as it stands, which no platform
 * promises not to do: then the issue is read again, or the event is refused aloud. Nothing throws, and no change is lost.
 */
import { z } from 'zod';
import type { InvocationRecord, JiraEvent } from '../../local/seams';
import { describeWithData, sharedFiles, sharedText } from '../local/jira/shared-data';
import { smallCompany } from '../support/small-company';
import { openTestSite, type TestSite } from '../support/test-site';
import { addObjective, addWork, bring } from '../usecases/support/okr-steps';
import { readTruth } from './support/odd-truth';

jest.setTimeout(120_000);

const bodySchema = z.looseObject({
  webhookEvent: z.string(),
  issue_event_type_name: z.string().optional(),
  timestamp: z.number(),
  user: z.looseObject({ accountId: z.string().optional() }).optional(),
  issue: z.looseObject({ id: z.string(), key: z.string(), fields: z.record(z.string(), z.unknown()) }),
  changelog: z.unknown().optional(),
});
type Body = z.infer<typeof bodySchema>;

const names: Readonly<Record<string, string>> = {
  'jira:issue_created': 'avi:jira:created:issue',
  'jira:issue_updated': 'avi:jira:updated:issue',
  'jira:issue_deleted': 'avi:jira:deleted:issue',
};
/** What Forge sends of an issue's fields, by its reference. */
const sent = ['summary', 'issuetype', 'creator', 'created', 'project', 'reporter', 'assignee', 'updated', 'status'];

const forgeEvent = ({ webhookEvent, issue, user, changelog, timestamp, issue_event_type_name: kind }: Body): JiraEvent => {
  const fields = Object.fromEntries(Object.entries(issue.fields).filter(([field]) => sent.includes(field)));
  const optional = {
    ...(user?.accountId === undefined ? {} : { atlassianId: user.accountId }),
    ...(kind === undefined ? {} : { jiraEventTypeName: kind }),
    ...(webhookEvent === 'jira:issue_updated' ? { changelog: changelog ?? { items: [] } } : {}),
  };
  const payload = { selfGenerated: false, issue: { id: issue.id, key: issue.key, fields }, timestamp: String(timestamp), ...optional };
  return { name: names[webhookEvent] ?? webhookEvent, payload };
};

const deliver = (site: TestSite, event: JiraEvent): Promise<readonly InvocationRecord[]> =>
  site.recordsOf(async () => {
    site.site.host.acceptEvent(event);
    await site.settle();
  });

/** A body without what a stand-in needs to have the issue gets it: when it was created, its type and its status. */
const exported = ({ issue }: Body): string => {
  const { fields, id, key } = issue;
  const status = { id: '1', name: 'Open', statusCategory: { key: 'new' } };
  const needed = { created: '2018-01-01T00:00:00.000+0000', issuetype: { id: '3', name: 'Task' }, status };
  return JSON.stringify([
    { id, key, fields: { ...needed, ...Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null)) } },
  ]);
};

/** A key result that has the issue in scope by hand and by query, and what is known of it is of another time. */
async function knownOtherwise(body: Body): Promise<TestSite> {
  const site = await openTestSite({ jira: { ...smallCompany, issues: [] } });
  const isNew = body.webhookEvent === 'jira:issue_created';
  if (!isNew) site.site.jira.importIssues(exported(body));
  const keyResult = await addWork(site, await addObjective(site));
  await bring(site, keyResult, 'created is not EMPTY');
  if (isNew) site.site.jira.importIssues(exported(body));
  else await bring(site, keyResult, body.issue.key);
  await site.sql(
    "UPDATE issue_fact SET status_category = 'in-progress', resolution = 'Forgotten', project_id = '1', parent_id = '2', points = 99",
  );
  if (body.webhookEvent === 'jira:issue_deleted') {
    site.site.host.setEventMode({ drop: 1 });
    site.site.jira.door.deleteIssue('ada', body.issue.id);
    site.site.host.setEventMode({ drop: 0 });
  }
  return site;
}

async function expectTrue(site: TestSite, issueId: string): Promise<void> {
  const truth = readTruth(site.site.jira.dump()).get(issueId);
  const facts = await site.sql('SELECT project_id, parent_id, status_category, resolution, points, gone FROM issue_fact');
  if (truth === undefined) expect(facts).toMatchObject([{ gone: 1 }]);
  else {
    const { projectId, parentId, category, resolution, points } = truth;
    expect(facts).toEqual([{ project_id: projectId, parent_id: parentId, status_category: category, resolution, points, gone: 0 }]);
  }
  expect(await site.sql('SELECT in_scope FROM key_result')).toEqual([{ in_scope: truth === undefined ? 0 : 1 }]);
  expect(await site.sql('SELECT issue_id FROM pending_issue')).toEqual([]);
}

describeWithData('webhook bodies of real sites', () => {
  const bodies = sharedFiles('events/webhooks').map((name) => [name, sharedText(`events/webhooks/${name}`)] as const);
  const about = bodies.flatMap(([name, text]) => {
    const parsed = bodySchema.safeParse(JSON.parse(text));
    return parsed.success && names[parsed.data.webhookEvent] !== undefined ? [[name, parsed.data] as const] : [];
  });
  const others = bodies.filter(([name]) => !about.some(([one]) => one === name));
  let covered = 0;

  it.each(about)('%s is read again, as Forge sends it and as it stands', async (_, body) => {
    for (const event of [forgeEvent(body), { name: names[body.webhookEvent] ?? '', payload: body }]) {
      const site = await knownOtherwise(body);
      try {
        const records = await deliver(site, event);
        expect(records.filter(({ error }) => error !== null)).toEqual([]);
        expect(records.flatMap(({ logs }) => logs)).toEqual([]);
        await expectTrue(site, body.issue.id);
      } finally {
        await site.close();
      }
    }
    covered += 1;
  });

  it.each(others)('%s, which is about something else, is refused aloud or does no harm', async (_, text) => {
    const site = await openTestSite();
    try {
      const body = z.record(z.string(), z.unknown()).parse(JSON.parse(text));
      const records = await deliver(site, { name: 'avi:jira:updated:issue', payload: body });
      const refused = records.flatMap(({ logs }) => logs).map(({ level }) => level);
      expect({ errors: records.filter(({ error }) => error !== null), refused }).toEqual({
        errors: [],
        refused: body.issue === undefined ? ['warn'] : [],
      });
      expect(await site.sql('SELECT issue_id FROM pending_issue')).toEqual([]);
      covered += 1;
    } finally {
      await site.close();
    }
  });

  it('are all covered: 55, of which 48 are about an issue', () => {
    expect([covered, about.length]).toEqual([55, 48]);
  });
});
