/** A real project's history, imported as Jira exported it: the app's numbers against a few lines that count straight from the file. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { defaultExcludedResolutions } from '../../src/domain/cancelled';
import { openTestSite, type TestSite } from '../support/test-site';

const file = join(__dirname, '../../../shared/data/issues/duraspace-2015.jsonl');
const there = existsSync(file);
const by = { project: 'FCREPO' };

const issueSchema = z.object({
  id: z.string(),
  key: z.string(),
  fields: z.object({
    status: z.object({ statusCategory: z.object({ key: z.string() }) }),
    resolution: z.object({ name: z.string() }).nullable(),
    parent: z.object({ id: z.string() }).optional(),
    fixVersions: z.array(z.object({ name: z.string() })),
  }),
});

const readIssues = () =>
  readFileSync(file, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => issueSchema.parse(JSON.parse(line)));

type Issues = ReturnType<typeof readIssues>;

/** The rules of docs/progress.md in ten lines: cancelled leaves, a parent steps aside for its remaining children, done is the category. */
function countOf(issues: Issues, version: string) {
  const scope = issues.filter(({ key, fields }) => key.startsWith('FCREPO-') && fields.fixVersions.some(({ name }) => name === version));
  const done = ({ fields }: Issues[number]) => fields.status.statusCategory.key === 'done';
  const left = scope.filter((issue) => !(done(issue) && defaultExcludedResolutions.includes(issue.fields.resolution?.name ?? '')));
  const parents = new Set(left.map(({ fields }) => fields.parent?.id));
  const counted = left.filter(({ id }) => !parents.has(id));
  return {
    inScope: scope.length,
    counted: counted.length,
    done: counted.filter(done).length,
    cancelled: scope.length - left.length,
    throughChildren: left.length - counted.length,
  };
}

(there ? describe : describe.skip)(`the imported FCREPO project${there ? '' : ' (../shared/data is absent)'}`, () => {
  let site: TestSite;
  let issues: Issues;

  beforeAll(async () => {
    issues = readIssues();
    site = await openTestSite();
    site.site.jira.importIssues(readFileSync(file, 'utf8'));
    await site.invoke(
      'createObjective',
      { id: 'objective-1', cycleId: '2026-q4', title: 'Releases are complete', ownerAccountId: null },
      by,
    );
  }, 60_000);

  afterAll(() => site.close());

  test('has eight versions with at least twenty issues, and each counts as the file says', async () => {
    const all = issues.filter(({ key }) => key.startsWith('FCREPO-')).flatMap(({ fields }) => fields.fixVersions.map(({ name }) => name));
    const versions = [...new Set(all)].filter((version) => all.filter((name) => name === version).length >= 20);
    expect(versions).toHaveLength(8);
    for (const [index, version] of versions.entries()) {
      const keyResultId = `version-${index}`;
      await site.invoke(
        'createKeyResult',
        { kind: 'work', id: keyResultId, objectiveId: 'objective-1', title: version, ownerAccountId: null },
        by,
      );
      const jql = `project = FCREPO AND fixVersion = "${version}"`;
      const answer = await site.invoke('addSource', { id: `source-${index}`, keyResultId, source: { type: 'jql', jql } }, by);
      if (!answer.ok || answer.value.kind !== 'work') throw new Error(JSON.stringify(answer));
      const { inScope, counted, done, cancelled, throughChildren } = answer.value.work;
      const truth = countOf(issues, version);
      expect({ version, inScope, counted, done, cancelled, throughChildren }).toEqual({ version, ...truth });
      expect(answer.value.progress).toBe(truth.done / truth.counted);
    }
  }, 60_000);
});
