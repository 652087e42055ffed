import { describeOnEveryEngine } from '../support/engines';
import { openStore, type OpenStore } from './support/open-store';
import { bringIntoScope, by, cycle, fact, noon, objective, workKeyResult } from './support/records';

/** Texts that have broken databases before. */
const texts: readonly (readonly [what: string, text: string])[] = [
  ['quotes of all kinds', `it's "so" \`called\` ’typographic’ „Zitat“`],
  ['backslashes', "C:\\new\\table \\% \\_ \\' \\0 \\"],
  ['SQL', `'); DROP TABLE objective; -- /* ? :a $1 @b */`],
  ['wildcards and placeholders', '100 % _ * ? ?? :name'],
  ['line breaks and tabs', 'one\ntwo\r\nthree\tfour'],
  ['emoji beyond the basic plane, joined and coloured', '🎯 👩🏽‍💻 🏳️‍🌈 🇩🇪'],
  ['scripts from right and left', 'עברית العربية 日本語 한국어 ไทย हिन्दी'],
  ['an accent as one character or two', 'é é'],
  ['a zero-width space and a byte-order mark', 'a\u200Bb\uFEFFc'],
  ['nothing', ''],
  ['blanks around', '  a  '],
  ['a number', '007'],
  ['the word null', 'NULL'],
  ['255 characters', 'ä'.repeat(255)],
  ['255 emoji', '🎯'.repeat(255)],
];

describeOnEveryEngine('texts and ids', (openEngine) => {
  let site: OpenStore;
  beforeAll(async () => {
    site = await openStore(await openEngine());
  });
  beforeEach(() => site.clear());
  afterAll(() => site.close());

  test.each(texts)(
    '%s come back to the letter from a title, a description, an edit, a query, a resolution and a setting',
    async (_, text) => {
      await site.store.objectives.insert(objective({ id: 'o', title: text, description: text.repeat(7) }));
      await site.store.keyResults.insert(workKeyResult({ objectiveId: 'o' }));
      await site.store.keyResults.update('key-result-1', 1, { title: text });
      await site.store.sources.add([{ id: 's', keyResultId: 'key-result-1', type: 'jql', jql: text }], by);
      await site.store.issueFacts.replace([fact('1', { resolution: text })]);
      await site.store.settings.write('name', text);

      await expect(site.store.objectives.find('o')).resolves.toMatchObject({ title: text, description: text.repeat(7) });
      await expect(site.store.keyResults.find('key-result-1')).resolves.toMatchObject({ title: text });
      await expect(site.store.sources.find('s')).resolves.toMatchObject({ jql: text });
      expect((await site.store.issueFacts.find(['1'])).get('1')?.resolution).toBe(text);
      await expect(site.store.settings.all()).resolves.toEqual(new Map([['name', text]]));
    },
  );

  test('a description of two thousand emoji fits', async () => {
    const description = '🎯'.repeat(2000);
    await site.store.objectives.insert(objective({ description }));
    await expect(site.store.objectives.find('objective-1')).resolves.toMatchObject({ description });
  });

  describe('ids tell apart', () => {
    const ids = ['abcdefgh', 'ABCDEFGH', 'Abcdefgh', 'abcdefg-', 'abcdefg_', '00000012', '12', '1e1', '1E1', '10', '9007199254740993'];

    test('upper and lower case, and numbers written differently: in objectives', async () => {
      for (const id of ids) await expect(site.store.objectives.insert(objective({ id, title: id }))).resolves.toBe(true);
      for (const id of ids) await expect(site.store.objectives.find(id)).resolves.toMatchObject({ id, title: id });
      await site.store.objectives.update('ABCDEFGH', 1, { title: 'edited' });
      await expect(site.store.objectives.find('abcdefgh')).resolves.toMatchObject({ title: 'abcdefgh' });
      await site.store.rollUps.write(
        ids.map((id, index) => ({ id, rollMark: id === 'ABCDEFGH' ? 1 : 0, progress: index / 100, measured: 1, total: 1 })),
      );
      await expect(site.select('SELECT id, progress FROM objective ORDER BY number')).resolves.toEqual(
        ids.map((id, index) => ({ id, progress: index / 100 })),
      );
    });

    test('the same: in key results, their sources and marks', async () => {
      await site.store.cycles.add(cycle);
      for (const id of ids) {
        await site.store.objectives.insert(objective({ id }));
        await site.store.keyResults.insert(workKeyResult({ id, objectiveId: id }));
        await bringIntoScope(site.store, id, id, ['1']);
      }
      await site.store.issueFacts.replace([fact('1')]);
      for (const id of ids) {
        const found = await site.store.keyResults.listByObjectives([id]);
        expect(found.map((one) => one.id)).toEqual([id]);
        expect((await site.store.sources.listByKeyResult(id)).map(({ source }) => source.id)).toEqual([id]);
      }
      const facts = await site.store.scope.listFacts(ids);
      expect([...facts.values()].map((rows) => rows.length)).toEqual(ids.map(() => 1));
      for (const [index] of ids.entries()) await site.store.numbers.raiseMarks(ids.slice(index));
      const marks = ids.map((id, index) => ({ id, dirtyMark: index + 2 }));
      await site.store.numbers.clearMarks(marks, 'none');
      const written = await site.select('SELECT id, computed_mark FROM key_result');
      expect(new Map(written.map((row) => [row.id, Number(row.computed_mark)]))).toEqual(
        new Map(marks.map((mark) => [mark.id, mark.dirtyMark])),
      );
      await site.store.sources.remove('ABCDEFGH', by);
      await expect(site.store.sources.find('abcdefgh')).resolves.not.toBeNull();
    });

    test('the same: in issues, marks of what is pending, and settings', async () => {
      await site.store.issueFacts.replace(ids.map((id) => fact(id, { parentId: id })));
      expect([...(await site.store.issueFacts.find(ids)).keys()].sort()).toEqual([...ids].sort());
      await site.store.issueFacts.remove(['12', 'ABCDEFGH']);
      expect([...(await site.store.issueFacts.find(ids)).keys()].sort()).toEqual(
        ids.filter((id) => id !== '12' && id !== 'ABCDEFGH').sort(),
      );
      await site.store.pendingIssues.note([{ issueId: '1', mark: 'MARK' }], noon);
      await site.store.pendingIssues.strike([{ issueId: '1', mark: 'mark' }]);
      await expect(site.store.pendingIssues.list(10)).resolves.toHaveLength(1);
      for (const id of ids) await site.store.settings.write(id, id);
      await expect(site.store.settings.all()).resolves.toEqual(new Map(ids.map((id) => [id, id])));
    });
  });

  test('text is ordered by its characters: capitals before small letters, digits one by one', async () => {
    const ids = ['b', 'B', 'a', 'ä', '10', '9', '_', '-', 'z', '🎯', 'é'];
    await site.store.scope.add(
      ids.map((issueId) => ({ sourceId: 's', issueId, keyResultId: 'kr' })),
      noon,
    );
    expect((await site.store.scope.listIssueIds(['s'])).get('s')).toEqual(['-', '10', '9', 'B', '_', 'a', 'b', 'z', 'ä', 'é', '🎯']);
  });

  test('an instant is kept to the millisecond, also beyond 32 bits and before 1970', async () => {
    const instants = [0, -1, 2 ** 31, noon + 1, Date.parse('9999-12-31T23:59:59.999Z')];
    await site.store.issueFacts.replace(instants.map((at) => fact(String(at), { updatedAt: at, checkedAt: at })));
    const found = await site.store.issueFacts.find(instants.map(String));
    expect(instants.map((at) => found.get(String(at))?.updatedAt)).toEqual(instants);
  });
});
