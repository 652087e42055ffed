/**
 * Random lives of a site while its events are dropped, doubled and shuffled: after the hourly pass every number is what Jira says. The truth
 * is counted here from Jira's own state, sharing nothing with the app.
 */
import fc from 'fast-check';
import { z } from 'zod';
import { openTestSite, type TestSite } from '../support/test-site';

const byBen = { as: 'ben', project: 'WEB' };
const hourMs = 3_600_000;

const jiraState = z.object({
  issues: z.array(
    z.object({
      id: z.string(),
      projectId: z.string(),
      statusId: z.string(),
      resolutionId: z.string().nullable(),
      parentId: z.string().nullable(),
      labels: z.array(z.string()),
      archived: z.boolean(),
    }),
  ),
  statuses: z.array(z.object({ id: z.string(), category: z.string() })),
  resolutions: z.array(z.object({ id: z.string(), name: z.string() })),
});

type Issue = z.infer<typeof jiraState>['issues'][number];

const sources = {
  'by-query': {
    draft: { type: 'jql', jql: 'project = WEB AND labels = checkout' },
    brings: (issue: Issue) => issue.projectId === '10000' && issue.labels.includes('checkout'),
  },
  'by-parent': { draft: { type: 'children', issue: 'WEB-1' }, brings: (issue: Issue) => issue.parentId === '20001' },
  'by-hand': { draft: { type: 'issue', issue: 'WEB-6' }, brings: (issue: Issue) => issue.id === '20006' },
} as const;

/** Done, counted and cancelled, by the words of docs/progress.md: cancelled leaves, an ancestor of a remaining issue steps aside. */
function truth(site: TestSite, brings: (issue: Issue) => boolean): { done: number; counted: number; cancelled: number } {
  const { issues, statuses, resolutions } = jiraState.parse(site.site.jira.dump());
  const isDone = (issue: Issue) => statuses.find(({ id }) => id === issue.statusId)?.category === 'done';
  const isCancelled = (issue: Issue) => {
    const name = resolutions.find(({ id }) => id === issue.resolutionId)?.name ?? '';
    return isDone(issue) && ["Won't Do", 'Duplicate'].includes(name);
  };
  const living = issues.filter(({ archived }) => !archived);
  const scope = living.filter(brings);
  const remaining = scope.filter((issue) => !isCancelled(issue));
  const above = new Set<string>();
  for (const issue of remaining) {
    for (let parent = issue.parentId; parent !== null; parent = living.find(({ id }) => id === parent)?.parentId ?? null) above.add(parent);
  }
  const counted = remaining.filter(({ id }) => !above.has(id));
  return { done: counted.filter(isDone).length, counted: counted.length, cancelled: scope.length - remaining.length };
}

async function shown(site: TestSite, keyResultId: string): Promise<unknown> {
  const answer = await site.invoke('getKeyResult', { keyResultId }, byBen);
  if (!answer.ok || answer.value.keyResult.kind !== 'work') throw new Error('no such key result');
  const { work, progress } = answer.value.keyResult;
  return { done: work.done, counted: work.counted, cancelled: work.cancelled, progress };
}

const key = fc.constantFrom('WEB-2', 'WEB-3', 'WEB-4', 'WEB-5', 'WEB-6', 'WEB-7');
const change = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant('move' as const),
      key,
      to: fc.constantFrom('To Do', 'In Progress', 'Done'),
      resolution: fc.constantFrom('Done', "Won't Do", 'Duplicate'),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ kind: fc.constant('label' as const), key, labels: fc.constantFrom([], ['checkout'], ['other', 'checkout']) }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('parent' as const),
      key: fc.constantFrom('WEB-2', 'WEB-3', 'WEB-4', 'WEB-6', 'WEB-7'),
      parent: fc.constantFrom('WEB-1', null),
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('delete' as const), key }) },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('create' as const),
      labels: fc.constantFrom([], ['checkout']),
      parent: fc.constantFrom('WEB-1', null),
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('deliver' as const) }) },
);

/** Changes that Jira refuses (a deleted issue, say) change nothing, which is as good. */
async function apply(site: TestSite, what: typeof change extends fc.Arbitrary<infer T> ? T : never): Promise<void> {
  if (what.kind === 'deliver') return site.site.host.drain();
  if (what.kind === 'delete') return void site.jira('DELETE', `/rest/api/3/issue/${what.key}?deleteSubtasks=true`);
  if (what.kind === 'label') return void site.jira('PUT', `/rest/api/3/issue/${what.key}`, { fields: { labels: what.labels } });
  if (what.kind === 'parent') {
    const parent = what.parent === null ? null : { key: what.parent };
    return void site.jira('PUT', `/rest/api/3/issue/${what.key}`, { fields: { parent } });
  }
  if (what.kind === 'create') {
    const parent = what.parent === null ? {} : { parent: { key: what.parent } };
    const fields = { project: { key: 'WEB' }, issuetype: { name: 'Task' }, summary: 'Something new', labels: what.labels, ...parent };
    return void site.jira('POST', '/rest/api/3/issue', { fields });
  }
  const path = `/rest/api/3/issue/${what.key}/transitions`;
  const listed = z
    .object({ transitions: z.array(z.object({ id: z.string(), to: z.object({ name: z.string() }) })) })
    .safeParse(site.jira('GET', path).body);
  const transition = listed.data?.transitions.find(({ to }) => to.name === what.to);
  if (transition === undefined) return;
  const fields = what.to === 'Done' ? { fields: { resolution: { name: what.resolution } } } : {};
  site.jira('POST', path, { transition: { id: transition.id }, ...fields });
}

jest.setTimeout(240_000);

test('after the hourly pass the numbers are true, whatever became of the events', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(change, { minLength: 1, maxLength: 25 }),
      fc.record({
        drop: fc.constantFrom(0, 0.3, 1),
        duplicate: fc.constantFrom(0, 0.5),
        reorder: fc.boolean(),
        seed: fc.integer({ min: 1, max: 1e6 }),
      }),
      async (changes, mode) => {
        const site = await openTestSite();
        try {
          await site.invoke(
            'createObjective',
            { id: 'objective-1', cycleId: '2026-q4', title: 'Numbers are true', ownerAccountId: null },
            byBen,
          );
          for (const [id, { draft }] of Object.entries(sources)) {
            await site.invoke(
              'createKeyResult',
              { kind: 'work', id: `kr-${id}`, objectiveId: 'objective-1', title: id, ownerAccountId: null },
              byBen,
            );
            await site.invoke('addSource', { id: `source-${id}`, keyResultId: `kr-${id}`, source: draft }, byBen);
          }
          site.site.host.setEventMode(mode);
          let now = site.site.clock.now();
          for (const what of changes) {
            now += 60_000;
            site.site.clock.set(now);
            await apply(site, what);
          }
          await site.site.host.drain();
          site.site.clock.set(now + hourMs);
          await site.site.host.schedule('hourly');
          await site.settle();
          for (const [id, { brings }] of Object.entries(sources)) {
            const { done, counted, cancelled } = truth(site, brings);
            const progress = counted === 0 ? null : done / counted;
            expect({ id, ...((await shown(site, `kr-${id}`)) as object) }).toEqual({ id, done, counted, cancelled, progress });
          }
        } finally {
          await site.close();
        }
      },
    ),
    { numRuns: 60, endOnFailure: true },
  );
});
