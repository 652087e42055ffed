/**
 * What really happened on Jira sites, through the app's own handlers: every odd changelog entry comes as the event Jira would have sent, on an
 * issue that stands as the entry says, and afterwards facts, scopes and progress are what the site says.
 */
import { describeWithData } from '../local/jira/shared-data';
import { agrees } from '../oracle/exact';
import { judgeScope } from '../oracle/work-truth';
import { smallCompany } from '../support/small-company';
import { openTestSite, type TestSite } from '../support/test-site';
import { addObjective, addWork, bring } from '../usecases/support/okr-steps';
import { exportOf, exportOfBulk, groupedBy, readOddHistories, stepOf, type OddEntry } from './support/odd-entries';
import { asScopeIssue, readTruth, type TrueOdd, type TrueSource } from './support/odd-truth';

jest.setTimeout(300_000);

const from = '2005-01-01T00:00:00Z';
const rule = { weightBy: 'points', unestimated: 1, inProgressCredit: 0.5, wanted: null, shared: 'repeat' } as const;
/** Judging a scope by brute force is for small ones. */
const SMALL = 60;

type Followed = TrueSource & { readonly keyResultId: string; readonly sourceId: string };

const openAt = async (
  text: string,
): Promise<{ readonly site: TestSite; readonly steps: ReturnType<TestSite['site']['jira']['openReplay']>['steps'] }> => {
  const site = await openTestSite({ jira: { ...smallCompany, issues: [] } });
  site.site.jira.importIssues(text);
  return { site, steps: site.site.jira.openReplay({ from }).steps };
};

const truthNow = (site: TestSite): ReadonlyMap<string, TrueOdd> => readTruth(site.site.jira.dump());

/** One key result a source; one picks an issue of every kind by hand, and the children of every parent that entries name are followed. */
async function follow(site: TestSite, entries: readonly OddEntry[], parentIds: readonly string[]): Promise<readonly Followed[]> {
  const all = truthNow(site);
  const keys = [...new Set([...all.values()].map(({ projectKey }) => projectKey))];
  const types = [...new Set([...all.values()].map(({ type }) => type))].slice(0, 3);
  const picked = [...new Set(new Map(entries.map(({ kind, issueId }) => [kind, issueId])).values())];
  const keyOf = (id: string): string => site.site.jira.findIssue(id)?.key ?? '';
  const wanted: readonly (readonly TrueSource[])[] = [
    [{ source: `project in (${keys.map((key) => `"${key}"`).join(', ')})`, brings: ({ projectKey }) => keys.includes(projectKey) }],
    ...keys.map((key) => [{ source: `project = "${key}"`, brings: ({ projectKey }: TrueOdd) => projectKey === key }]),
    [{ source: 'statusCategory = Done', brings: ({ category }) => category === 'done' }],
    [{ source: 'resolution is EMPTY', brings: ({ resolution }) => resolution === null }],
    [{ source: 'fixVersion is not EMPTY', brings: ({ has }) => has.version }],
    [{ source: 'component is not EMPTY', brings: ({ has }) => has.component }],
    [{ source: 'sprint is not EMPTY', brings: ({ has }) => has.sprint }],
    ...types.map((type) => [{ source: `issuetype = "${type}"`, brings: (issue: TrueOdd) => issue.type === type }]),
    ...parentIds.map((id) => [{ source: `children of ${keyOf(id)}`, brings: ({ parentId }: TrueOdd) => parentId === id }]),
    picked.map((issueId) => ({ source: keyOf(issueId), brings: ({ id }: TrueOdd) => id === issueId })),
  ];
  const objective = await addObjective(site, { cycleId: '2005-q1' });
  const followed: Followed[] = [];
  for (const sources of wanted) {
    const keyResult = await addWork(site, objective, { rule });
    for (const source of sources) {
      const { sourceId } = await bring(site, keyResult, source.source);
      followed.push({ ...source, keyResultId: keyResult.id, sourceId });
    }
  }
  return followed;
}

async function expectIssueTrue(
  site: TestSite,
  followed: readonly Followed[],
  issueId: string,
  all: ReadonlyMap<string, TrueOdd>,
): Promise<void> {
  const truth = all.get(issueId);
  if (truth === undefined) throw new Error(`The site has no issue ${issueId}.`);
  const brings = followed.filter((source) => source.brings(truth)).map(({ sourceId }) => sourceId);
  const rows = await site.sql('SELECT source_id FROM scope_issue WHERE issue_id = ?', issueId);
  expect(rows.map((row) => row.source_id).sort()).toEqual(brings.sort());
  const facts = await site.sql(
    'SELECT project_id, parent_id, status_category, resolution, points, gone FROM issue_fact WHERE issue_id = ?',
    issueId,
  );
  const { projectId, parentId, category, resolution, points } = truth;
  const known = { project_id: projectId, parent_id: parentId, status_category: category, resolution, points, gone: 0 };
  expect(facts).toEqual(brings.length === 0 && facts.length === 0 ? [] : [known]);
}

async function expectProgressTrue(
  site: TestSite,
  followed: readonly Followed[],
  all: ReadonlyMap<string, TrueOdd>,
  most: number,
): Promise<number> {
  let judged = 0;
  const shown = new Map((await site.sql('SELECT id, progress, in_scope FROM key_result')).map((row) => [row.id, row]));
  for (const [keyResultId, sources] of groupedBy(followed, (source) => source.keyResultId)) {
    const scope = [...all.values()].filter((issue) => sources.some(({ brings }) => brings(issue)));
    if (scope.length > most) continue;
    const { progress, counts } = judgeScope(
      scope.map((issue) => asScopeIssue(issue, all)),
      rule,
    );
    const row = shown.get(keyResultId);
    const found = row?.progress === null ? null : Number(row?.progress);
    expect({ sources: sources.map(({ source }) => source), inScope: row?.in_scope }).toEqual({
      sources: sources.map(({ source }) => source),
      inScope: counts.inScope,
    });
    expect({ source: sources[0]?.source, found, agrees: agrees(found, progress) }).toMatchObject({ agrees: true });
    judged += 1;
  }
  return judged;
}

const expectNothingLost = async (site: TestSite): Promise<void> => {
  expect(await site.sql('SELECT issue_id FROM pending_issue')).toEqual([]);
  expect(await site.sql('SELECT id FROM key_result WHERE dirty_mark > computed_mark OR open_writes > 0')).toEqual([]);
};

describeWithData('odd histories', () => {
  const { entries, bulk } = readOddHistories();
  const sites = [...groupedBy(entries, ({ source }) => source)];
  let covered = 0;

  it.each(sites)('of %s: every entry leaves facts, scopes and progress true', async (_, own) => {
    const { text, untold, parentIds } = exportOf(own);
    const { site, steps } = await openAt(text);
    try {
      const followed = await follow(site, own, parentIds);
      const changed = steps.filter(({ kind }) => kind === 'changed');
      expect(changed.filter(({ issueId, at }) => !untold.has(stepOf(issueId, at)))).toHaveLength(own.length);
      for (const step of steps) {
        const told = step.kind === 'changed' && !untold.has(stepOf(step.issueId, step.at));
        site.site.host.setEventMode({ drop: told ? 0 : 1 });
        const records = await site.recordsOf(async () => {
          step.apply();
          await site.settle();
        });
        if (!told) continue;
        expect(records.filter(({ error, moduleType }) => error !== null || moduleType === 'scheduledTrigger')).toEqual([]);
        expect(records.flatMap(({ logs }) => logs)).toEqual([]);
        const all = truthNow(site);
        await expectIssueTrue(site, followed, step.issueId ?? '', all);
        await expectProgressTrue(site, followed, all, SMALL);
        await expectNothingLost(site);
      }
      covered += own.length;
      expect(await expectProgressTrue(site, followed, truthNow(site), Infinity)).toBe(new Set(followed.map((one) => one.keyResultId)).size);
    } finally {
      await site.close();
    }
  });

  it.each(bulk.map((entry) => [`${entry.issues.length} issues at ${entry.exampleHistory.created}`, entry] as const))(
    'of a change of %s: one run reads them all, a hundred a call',
    async (_, entry) => {
      const { site, steps } = await openAt(exportOfBulk(entry));
      try {
        const keyResult = await addWork(site, await addObjective(site, { cycleId: '2005-q1' }));
        await bring(site, keyResult, 'created is not EMPTY');
        await site.settle();
        const before = await site.sql('SELECT * FROM key_result');
        const records = await site.recordsOf(async () => {
          for (const step of steps) step.apply();
          await site.settle();
        });
        expect(records.filter(({ error }) => error !== null)).toEqual([]);
        const working = records.filter(({ moduleType, jira }) => moduleType === 'consumer' && jira.length > 0);
        expect(working).toHaveLength(1);
        const fetches = working.flatMap(({ jira }) => jira).filter(({ path }) => path.endsWith('/bulkfetch'));
        expect(fetches).toHaveLength(Math.ceil(entry.issues.length / 100));
        expect((await site.sql('SELECT in_scope, done FROM key_result'))[0]).toMatchObject({
          in_scope: entry.issues.length,
          done: before[0]?.done,
        });
        await expectNothingLost(site);
        covered += 1;
      } finally {
        await site.close();
      }
    },
  );

  it('are all covered: 288 of them', () => {
    expect(covered).toBe(288);
  });
});
