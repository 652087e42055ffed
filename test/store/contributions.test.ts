/** What an objective is aligned to as its row tells it, and the contributions that wait for somebody's answer. */
import type { AlignmentRecord } from '../../src/store/alignment-columns';
import { describeOnEveryEngine } from '../support/engines';
import { goldenTable } from '../support/golden-tables';
import { openStore, type OpenStore } from './support/open-store';
import { archiving, alignedTo, cycle, noon, objective, workKeyResult } from './support/records';

describeOnEveryEngine('alignment and contributions', (openEngine) => {
  let site: OpenStore;
  beforeAll(async () => {
    site = await openStore(await openEngine());
  });
  beforeEach(async () => {
    await site.clear();
    await site.store.cycles.add(cycle);
    await site.store.objectives.insert(objective({ id: 'above', title: 'Above', ownerAccountId: 'ben' }));
    await site.store.keyResults.insert(workKeyResult({ id: 'key', objectiveId: 'above', title: 'Key', ownerAccountId: 'kim' }));
  });
  afterAll(() => site.close());

  const toKey: AlignmentRecord = { ...alignedTo('above'), parentKeyResultId: 'key' };
  const parentOf = async (id: string) => (await site.store.objectives.find(id))?.parent;
  const add = (id: string, alignment: AlignmentRecord, given: Partial<Parameters<typeof objective>[0]> = {}) =>
    site.store.objectives.insert(objective({ id, alignment, ...given }));
  const waiting = async (accountId: string, projectId: string | null = null) =>
    (await site.store.contributions.listWaiting(accountId, projectId, 10)).map(({ objective: { id }, isOwner, isLead }) => [
      id,
      isOwner ? 'owner' : isLead ? 'lead' : 'neither',
    ]);
  const asked = alignedTo('above', { state: 'waiting', byAccountId: 'anna', words: 'It carries yours' });

  test('an alignment comes back with what is above, and is gone with null', async () => {
    await add('below', toKey);
    expect(await parentOf('below')).toEqual({
      ...toKey,
      number: 1,
      title: 'Above',
      home: { level: 'project', projectId: '10000' },
      isArchived: false,
      keyResult: { id: 'key', number: 1, title: 'Key' },
    });
    await site.store.objectives.update('below', 1, { alignment: null });
    expect(await parentOf('below')).toBeNull();
  });

  test('a key result that is archived leaves its objective in its place, and says which it was', async () => {
    await add('below', toKey);
    await site.store.keyResults.archive('key', 1, archiving);
    expect(await parentOf('below')).toMatchObject({ parentId: 'above', parentKeyResultId: 'key', keyResult: null, isArchived: false });
    await site.store.objectives.archive('above', 1, archiving);
    expect(await parentOf('below')).toMatchObject({ parentId: 'above', isArchived: true });
  });

  test('a private parent reads as none, with nothing of its key result', async () => {
    await add('below', toKey);
    await site.store.objectives.update('above', 1, { audience: ['ben'] });
    expect(await parentOf('below')).toBeNull();
  });

  describe('is a part of the number above', () => {
    const but: Readonly<Record<string, () => Promise<unknown>>> = {
      '–': async () => undefined,
      'to a key result': () => site.store.objectives.update('below', 1, { alignment: toKey }),
      'the key result is archived': async () => {
        await site.store.objectives.update('below', 1, { alignment: toKey });
        await site.store.keyResults.archive('key', 1, archiving);
      },
      'the lower one is private': () => site.store.objectives.update('below', 1, { audience: ['anna'] }),
      'the upper one is private': () => site.store.objectives.update('above', 2, { audience: ['anna'] }),
      'the lower one is archived': () => site.store.objectives.archive('below', 1, archiving),
      'the upper one counts its key results': () => site.store.objectives.update('above', 2, { rollUp: 'key-results' }),
    };
    test.each(goldenTable('contributions').map((row) => [row.title, row] as const))('%s', async (_title, { cell }) => {
      const state = (['accepted', 'waiting', 'declined'] as const).find((each) => each === cell('contribution'));
      const change = but[cell('but')];
      if (state === undefined || change === undefined) throw new Error(`The table says ${cell('contribution')}, ${cell('but')}.`);
      await site.store.objectives.update('above', 1, { rollUp: 'with-children' });
      await add('below', alignedTo('above', { state }), { weight: 7 });
      await change();
      const [record] = await site.store.rollUps.list(['above']);
      expect(record?.parts.some(({ weight }) => weight === 7)).toBe(cell('part') === 'yes');
    });
  });

  test('only what is accepted rolls up', async () => {
    await site.store.objectives.update('above', 1, { rollUp: 'with-children' });
    for (const state of ['accepted', 'waiting', 'declined'] as const) await add(state, alignedTo('above', { state }));
    await site.store.rollUps.write([{ id: 'accepted', rollMark: 1, progress: 0.25, measured: 1, total: 1 }]);
    const [record] = await site.store.rollUps.list(['above']);
    expect(record?.parts.map(({ progress }) => progress)).toEqual([null, 0.25]);
    // What was taken out has to be told to what it was in.
    expect(await site.store.rollUps.listAbove(['declined'])).toEqual(['above']);
  });

  test('an answer leaves the alignment as it is', async () => {
    await add('below', { ...toKey, contribution: asked.contribution });
    const contribution = { state: 'declined', byAccountId: 'ben', at: noon + 1, words: 'Not this quarter' } as const;
    await site.store.objectives.update('below', 1, { contribution });
    expect(await parentOf('below')).toMatchObject({ parentId: 'above', parentKeyResultId: 'key', contribution });
  });

  test('what waits is listed to the owner of the objective, and of the key result where it is aligned to one', async () => {
    await add('to-objective', asked);
    await add('to-key', { ...asked, parentKeyResultId: 'key', contribution: { ...asked.contribution, at: noon - 1 } });
    await add('answered', alignedTo('above', { state: 'declined' }));
    expect(await waiting('ben')).toEqual([
      ['to-key', 'owner'],
      ['to-objective', 'owner'],
    ]);
    expect(await waiting('kim')).toEqual([['to-key', 'owner']]);
    expect(await waiting('anna')).toEqual([]);
    expect(await waiting('ben', '10001')).toEqual([]);
    expect(await waiting('ben', '10000')).toHaveLength(2);
  });

  test('what waits for nobody in particular is listed to all, and says who leads', async () => {
    await add('below', asked);
    await site.store.objectives.update('above', 1, { ownerAccountId: null });
    await site.store.roles.grantOkrAdmin('olga', { accountId: 'anna', ...archiving });
    expect(await waiting('olga')).toEqual([['below', 'lead']]);
    expect(await waiting('anna')).toEqual([['below', 'neither']]);
  });

  test('leads of a group lead what lives there', async () => {
    await site.store.groups.insert({ id: 'g', name: 'Shops', projectIds: [], leadIds: ['lena'], createdAt: noon, createdBy: 'anna' });
    await site.store.objectives.insert(objective({ id: 'of-group', home: { level: 'group', groupId: 'g' } }));
    await add('below', { ...asked, parentId: 'of-group' });
    expect(await waiting('lena')).toEqual([['below', 'lead']]);
  });

  test('nothing waits that is private to others, archived, or in a closed cycle', async () => {
    await add('private', asked, { audience: ['anna'] });
    await add('archived', asked);
    await site.store.objectives.archive('archived', 1, archiving);
    expect(await waiting('ben')).toEqual([]);
    await add('below', asked);
    expect(await waiting('ben')).toEqual([['below', 'owner']]);
    await site.sql.run("UPDATE cycle SET state = 'closed' WHERE id = ?", [cycle.id]);
    expect(await waiting('ben')).toEqual([]);
  });
});
