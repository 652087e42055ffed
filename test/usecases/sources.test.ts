/** Adding and removing sources, what is refused, and that a preview shows what then happens. */
import type { SourcePreview } from '../../src/contract/okr';
import type { SiteState } from '../../local/jira/model';
import { smallCompany } from '../support/small-company';
import { openTestSite, type TestSite } from '../support/test-site';
import {
  addObjective,
  addWork,
  ask,
  bring,
  draftOf,
  failureOf,
  issueIds,
  newId,
  outcomeOf,
  progressOf,
  see,
  workOn,
} from './support/okr-steps';

let site: TestSite;
beforeEach(async () => {
  site = await openTestSite();
});
afterEach(() => site.close());

const refusalOf = async (keyResult: { readonly id: string }, source: string, as?: string) =>
  failureOf(
    await site.invoke('addSource', { id: newId(), keyResultId: keyResult.id, source: draftOf(source) }, as === undefined ? {} : { as }),
  );

describe('adding a source', () => {
  it('shows it with the issues it brings, its issue named', async () => {
    const keyResult = await workOn(site, ['WEB-6', 'children of WEB-1', 'labels = checkout ORDER BY created']);
    const { sources } = await ask(site, 'getKeyResult', { keyResultId: keyResult.id });
    const id = expect.any(String) as string;
    expect(sources).toEqual([
      { id, type: 'issue', issueId: issueIds.flicker, issueKey: 'WEB-6', issueTitle: 'The total flickers', issues: 1 },
      { id, type: 'children', issueId: issueIds.epic, issueKey: 'WEB-1', issueTitle: 'A checkout that converts', issues: 4 },
      { id, type: 'jql', jql: 'labels = checkout ORDER BY created', issues: 2 },
    ]);
  });

  it('takes an issue by key in any case, or by id', async () => {
    const keyResult = await workOn(site, ['WEB-6']);
    for (const issue of ['web-6', issueIds.flicker]) {
      await ask(site, 'addSource', { id: newId(), keyResultId: keyResult.id, source: { type: 'issue', issue } });
    }
    expect((await ask(site, 'getKeyResult', { keyResultId: keyResult.id })).sources).toHaveLength(1);
  });

  it('the same twice, under one id or two, has it once', async () => {
    const keyResult = await workOn(site, []);
    const input = { id: newId(), keyResultId: keyResult.id, source: draftOf('children of WEB-1') };
    for (const id of [input.id, input.id, newId()]) {
      expect(await ask(site, 'addSource', { ...input, id })).toMatchObject({ work: { inScope: 4 } });
    }
    expect((await ask(site, 'getKeyResult', { keyResultId: keyResult.id })).sources).toMatchObject([{ id: input.id }]);
  });

  it('under the id of another source is refused and leaves both scopes as they were', async () => {
    const first = await workOn(site, []);
    const { sourceId } = await bring(site, first, 'WEB-6');
    const second = await workOn(site, ['WEB-2']);
    for (const keyResultId of [first.id, second.id]) {
      const input = { id: sourceId, keyResultId, source: draftOf('WEB-3') };
      expect(failureOf(await site.invoke('addSource', input))).toMatchObject({ code: 'CONFLICT' });
    }
    await site.site.host.schedule('hourly');
    expect([await see(site, first), await see(site, second)]).toMatchObject([
      { work: { inScope: 1, done: 0 } },
      { work: { inScope: 1, done: 1 } },
    ]);
  });

  it.each([
    [20, 'jql', 'children of WEB-1', 'at most 20 queries and parents'],
    [300, 'issue', 'WEB-6', 'at most 300 issues picked by hand'],
  ])('takes %i of the type %s at most, and others still', async (most, type, next, words) => {
    const keyResult = await workOn(site, []);
    await site.sql(
      `INSERT INTO scope_source (id, key_result_id, type, issue_id, jql, created_at, created_by, listed_at) VALUES ${Array.from(
        { length: most },
        (_, index) =>
          `('full-${String(index)}', '${keyResult.id}', '${type}', '${String(90_000 + index)}', 'labels = l${String(index)}', 0, 'ada', 0)`,
      ).join(', ')}`,
    );
    expect(await refusalOf(keyResult, next)).toMatchObject({ code: 'LIMIT', message: expect.stringContaining(words) });
    await bring(site, keyResult, type === 'jql' ? 'WEB-6' : 'children of WEB-1');
  });

  it.each(['project = WEB AND assignee = currentUser()', 'updated > lastLogin()', 'issue in "watchedIssues"()'])(
    'refuses what means somebody else for each person: %s',
    async (jql) => {
      const keyResult = await workOn(site, []);
      expect(await refusalOf(keyResult, jql)).toMatchObject({
        code: 'INVALID',
        field: 'source.jql',
        message: expect.stringContaining('Name the'),
      });
    },
  );

  it('passes on what Jira says of a query it does not understand', async () => {
    const keyResult = await workOn(site, []);
    const refusal = await refusalOf(keyResult, 'colour = red');
    expect(refusal).toMatchObject({ code: 'INVALID', field: 'source.jql' });
    expect(refusal.message).toContain('colour');
  });

  it('refuses a query that Jira refuses from this person, whatever it answers to the app', async () => {
    const keyResult = await workOn(site, [], { ownerAccountId: 'cleo' });
    expect(await refusalOf(keyResult, 'project = SEC', 'cleo')).toMatchObject({ code: 'INVALID', field: 'source.jql' });
    await bring(site, keyResult, 'project = SEC');
    expect(await see(site, keyResult)).toMatchObject({ work: { inScope: 1 } });
  });

  it('says of an issue that is not there to check the key', async () => {
    const keyResult = await workOn(site, []);
    for (const source of ['WEB-99', 'children of WEB-99']) {
      expect(await refusalOf(keyResult, source)).toMatchObject({
        code: 'INVALID',
        field: 'source.issue',
        message: 'Jira has no issue WEB-99 that you may see. Check the key.',
      });
    }
  });

  it('with nothing in it is taken: issues may come later', async () => {
    const keyResult = await workOn(site, []);
    expect((await bring(site, keyResult, 'labels = not-yet')).keyResult).toMatchObject({ progress: null, work: { inScope: 0 } });
  });
});

describe('removing a source', () => {
  it('takes out what no other source brings', async () => {
    const keyResult = await workOn(site, ['WEB-6']);
    const { sourceId } = await bring(site, keyResult, 'labels = checkout');
    expect(await see(site, keyResult)).toMatchObject({ work: { inScope: 2 } });
    expect(await ask(site, 'removeSource', { sourceId })).toMatchObject({ work: { inScope: 1 } });
  });

  it('that is gone says so', async () => {
    const keyResult = await workOn(site, []);
    const { sourceId } = await bring(site, keyResult, 'WEB-6');
    await ask(site, 'removeSource', { sourceId });
    expect(failureOf(await site.invoke('removeSource', { sourceId }))).toMatchObject({
      code: 'NOT_FOUND',
      message: expect.stringContaining('Reload'),
    });
    expect(outcomeOf(await site.invoke('previewSource', { keyResultId: keyResult.id, change: { remove: sourceId } }))).toBe('NOT_FOUND');
  });

  it('of another key result is not previewed under this one', async () => {
    const [one, other] = [await workOn(site, []), await workOn(site, [])];
    const { sourceId } = await bring(site, other, 'WEB-6');
    expect(outcomeOf(await site.invoke('previewSource', { keyResultId: one.id, change: { remove: sourceId } }))).toBe('NOT_FOUND');
  });
});

describe('a preview', () => {
  const previewOf = (keyResult: { readonly id: string }, source: string): Promise<SourcePreview> =>
    ask(site, 'previewSource', { keyResultId: keyResult.id, change: { add: draftOf(source) } });

  it('counts what joins and what is there already, shows them, and writes nothing', async () => {
    const keyResult = await workOn(site, ['WEB-6']);
    const before = await see(site, keyResult);
    const preview = await previewOf(keyResult, 'labels = checkout');
    expect(preview).toMatchObject({ matched: 2, joining: 1, leaving: 0, alreadyInScope: 1, hidden: 0 });
    expect(preview.sample.map(({ key }) => key)).toEqual(['WEB-3']);
    expect(await see(site, keyResult)).toEqual(before);
    expect(await site.sql('SELECT id FROM scope_source')).toHaveLength(1);
  });

  it('of a removal counts what leaves', async () => {
    const keyResult = await workOn(site, ['WEB-6']);
    const { sourceId } = await bring(site, keyResult, 'labels = checkout');
    const preview = await ask(site, 'previewSource', { keyResultId: keyResult.id, change: { remove: sourceId } });
    expect(preview).toMatchObject({ matched: 2, joining: 0, leaving: 1, alreadyInScope: 0 });
    expect(preview.sample.map(({ key }) => key)).toEqual(['WEB-3']);
  });

  it('shows twenty at most', async () => {
    for (let index = 0; index < 25; index += 1) {
      site.site.jira.door.createIssue(null, 'WEB', { summary: 'One of many', issuetype: { name: 'Task' }, labels: ['many'] });
    }
    const preview = await previewOf(await workOn(site, []), 'labels = many');
    expect(preview).toMatchObject({ matched: 25, joining: 25, hidden: 0 });
    expect(preview.sample).toHaveLength(20);
  });

  it('keeps the titles of issues from those who may not see them, and counts them', async () => {
    const keyResult = await workOn(site, [], { ownerAccountId: 'cleo' });
    const input = { keyResultId: keyResult.id, change: { add: draftOf('status = "To Do"') } };
    const preview = await ask(site, 'previewSource', input, { as: 'cleo' });
    expect(preview).toMatchObject({ matched: 4, joining: 4, hidden: 1 });
    expect(preview.sample.map(({ key }) => key).sort()).toEqual(['WEB-4', 'WEB-5', 'WEB-6']);
    expect(JSON.stringify(preview)).not.toContain('Rotate');
  });

  const rules = [
    { weightBy: 'count', unestimated: 'leave-out', inProgressCredit: 0, wanted: null, shared: 'repeat' },
    { weightBy: 'points', unestimated: 'leave-out', inProgressCredit: 0.5, wanted: null, shared: 'repeat' },
    { weightBy: 'points', unestimated: 2, inProgressCredit: 0, wanted: null, shared: 'repeat' },
  ] as const;
  const drafts = [
    'WEB-5',
    'WEB-1',
    'children of WEB-1',
    'WEB-7',
    'children of WEB-3',
    'labels = checkout',
    'project = WEB',
    'SEC-1',
    'labels = none',
  ];

  it.each(rules)('shows what then happens, source after source, and back again: %j', async (rule) => {
    const keyResult = await workOn(site, [], { rule });
    const shown = async () => {
      const { progress, expected, health, ...view } = await see(site, keyResult);
      return { progress, expected, health, work: view.kind === 'work' ? view.work : null };
    };
    const added: string[] = [];
    for (const draft of drafts) {
      const preview = await previewOf(keyResult, draft);
      expect({ draft, ...preview.before }).toEqual({ draft, ...(await shown()) });
      added.push((await bring(site, keyResult, draft)).sourceId);
      expect({ draft, ...preview.after }).toEqual({ draft, ...(await shown()) });
    }
    for (const sourceId of added) {
      const preview = await ask(site, 'previewSource', { keyResultId: keyResult.id, change: { remove: sourceId } });
      await ask(site, 'removeSource', { sourceId });
      expect(preview.after).toEqual(await shown());
    }
    expect(await shown()).toMatchObject({ progress: null, work: { inScope: 0 } });
  });

  it('holds what it reads now against what is known from before', async () => {
    const keyResult = await workOn(site, ['WEB-6']);
    site.site.jira.door.transitionIssue('ben', 'WEB-6', 'Done');
    const preview = await previewOf(keyResult, 'labels = checkout');
    await bring(site, keyResult, 'labels = checkout');
    expect(preview.after.progress).toBe(await progressOf(site, keyResult));
    expect(preview.after.progress).toBe(1 / 2);
  });
});

describe('a source that brings more than five thousand issues', () => {
  it('is refused with words on how to narrow it, and nothing is written', async () => {
    await site.close();
    const [template] = smallCompany.issues.filter(({ key }) => key === 'WEB-6');
    if (template === undefined) throw new Error('The small company has no WEB-6.');
    const many = Array.from({ length: 5001 }, (_, index) => ({
      ...template,
      id: String(40_000 + index),
      key: `WEB-${String(100 + index)}`,
      labels: ['flood'],
    }));
    const jira: SiteState = { ...smallCompany, lastId: 50_000, issues: [...smallCompany.issues, ...many] };
    site = await openTestSite({ jira });
    const keyResult = await addWork(site, await addObjective(site));
    expect(await refusalOf(keyResult, 'labels = flood')).toMatchObject({
      code: 'LIMIT',
      message: expect.stringContaining('Narrow it down'),
    });
    expect(await site.sql('SELECT issue_id FROM scope_issue')).toEqual([]);
    site.site.jira.door.deleteIssue(null, 'WEB-100');
    expect((await bring(site, keyResult, 'labels = flood')).keyResult).toMatchObject({ work: { inScope: 5000 } });
    const details = await ask(site, 'getKeyResult', { keyResultId: keyResult.id, offset: 4900 });
    expect(details).toMatchObject({ totalIssues: 5000, nextOffset: null });
    expect(details.issues).toHaveLength(100);
    expect((await ask(site, 'getKeyResult', { keyResultId: keyResult.id })).nextOffset).toBe(100);
  }, 60_000);
});

describe('two people at once', () => {
  it('who add the same source, or remove it, end with one scope that counts right', async () => {
    const keyResult = await workOn(site, []);
    const add = (as: string) =>
      site.invoke('addSource', { id: newId(), keyResultId: keyResult.id, source: draftOf('children of WEB-1') }, { as });
    expect((await Promise.all([add('ada'), add('ben')])).map(outcomeOf)).toEqual(['ok', 'ok']);
    expect(await see(site, keyResult)).toMatchObject({ work: { inScope: 4 } });
    const { sources } = await ask(site, 'getKeyResult', { keyResultId: keyResult.id });
    const removals = sources.flatMap(({ id }) => [
      site.invoke('removeSource', { sourceId: id }),
      site.invoke('removeSource', { sourceId: id }),
    ]);
    for (const outcome of (await Promise.all(removals)).map(outcomeOf)) expect(['ok', 'NOT_FOUND']).toContain(outcome);
    expect(await see(site, keyResult)).toMatchObject({ progress: null, work: { inScope: 0 } });
  });
});
