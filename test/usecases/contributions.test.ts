/**
 * Aligning asks the parent's side, which takes a contribution up or declines it; only what is accepted is in the number above. Ben leads the web
 * shop and owns what is above; cleo owns what she aligns to it; ada administers the site.
 */
import type { ObjectiveView } from '../../src/contract/okr';
import { openTestSite, type TestSite } from '../support/test-site';
import { addObjective, addWork, ask, bring, failureOf, outcomeOf, Q4, SEC, WEB } from './support/okr-steps';

let site: TestSite;
beforeEach(async () => {
  site = await openTestSite();
});
afterEach(() => site.close());

const reason = 'They belong together';
const company = { level: 'company' } as const;

/** An objective of ben's with the company that counts what is aligned to it, one half done itself; and one of cleo's in the web shop, all done. */
async function addPair() {
  const above = await addObjective(site, { home: company, title: 'Above', ownerAccountId: 'ben' });
  const key = await addWork(site, above);
  for (const issue of ['WEB-2', 'WEB-6']) await bring(site, key, issue);
  await ask(site, 'editObjective', { id: above.id, version: 1, rollUp: 'with-children', reason });
  const below = await addObjective(site, { title: 'Below', ownerAccountId: 'cleo' });
  await bring(site, await addWork(site, below), 'WEB-2');
  return { above, below, key };
}

const viewOf = async (id: string, as = 'ada'): Promise<ObjectiveView | undefined> =>
  (await ask(site, 'getCompanyOkrs', { cycleId: Q4 }, { as })).objectives.find((objective) => objective.id === id);
const progressOf = async (id: string) => (await viewOf(id))?.progress;
const align = (id: string, version: number, parentId: string | null, as: string, more: object = {}) =>
  site.invoke('editObjective', { id, version, parentId, reason, ...more }, { as });
const stateOf = async (id: string) => (await viewOf(id))?.parent?.contribution.state;
const decline = { answer: 'decline', reason: 'Not what we mean' } as const;

describe('a contribution', () => {
  it('of whoever may change the parent is accepted with the alignment, and counts', async () => {
    const { above, below } = await addPair();
    expect(outcomeOf(await align(below.id, 1, above.id, 'ada'))).toBe('ok');
    expect(await stateOf(below.id)).toBe('accepted');
    expect(await progressOf(above.id)).toBe(0.75);
  });

  it('of anybody else waits, with words and without a number, until it is accepted', async () => {
    const { above, below } = await addPair();
    const waiting = await align(below.id, 1, above.id, 'cleo');
    expect(waiting).toMatchObject({
      ok: true,
      value: {
        parent: {
          objective: { id: above.id, key: above.key, title: 'Above', keyResult: null },
          broken: null,
          contribution: { state: 'waiting', byAccountId: 'cleo', words: reason },
        },
      },
    });
    expect(await viewOf(above.id)).toMatchObject({ progress: 0.5, measured: { measured: 1, total: 1 } });
    await ask(site, 'answerContribution', { answer: 'accept', objectiveId: below.id, version: 2 }, { as: 'ben' });
    expect((await viewOf(below.id))?.parent?.contribution).toMatchObject({ state: 'accepted', byAccountId: 'ben', words: null });
    expect(await progressOf(above.id)).toBe(0.75);
  });

  it('that is declined leaves the number, keeps the reason, and can be asked for again', async () => {
    const { above, below } = await addPair();
    await align(below.id, 1, above.id, 'ada');
    await ask(site, 'answerContribution', { ...decline, objectiveId: below.id, version: 2 }, { as: 'ben' });
    expect(await progressOf(above.id)).toBe(0.5);
    expect((await viewOf(below.id, 'cleo'))?.parent?.contribution).toMatchObject({ state: 'declined', words: 'Not what we mean' });
    await ask(site, 'askContribution', { objectiveId: below.id, version: 3, words: 'It carries half of yours' }, { as: 'cleo' });
    expect((await viewOf(below.id))?.parent?.contribution).toMatchObject({ state: 'waiting', words: 'It carries half of yours' });
    await ask(site, 'answerContribution', { answer: 'accept', objectiveId: below.id, version: 4 }, { as: 'ben' });
    expect(await progressOf(above.id)).toBe(0.75);
    const record = await site.sql('SELECT changed_by, reason, fields FROM plan_change WHERE subject_id = ?', below.id);
    expect(record.map(({ changed_by, reason: why, fields }) => [changed_by, why, JSON.parse(String(fields))])).toEqual(
      expect.arrayContaining([
        ['ben', 'Not what we mean', [{ field: 'contribution', before: 'accepted', after: 'declined' }]],
        ['cleo', 'It carries half of yours', [{ field: 'contribution', before: 'declined', after: 'waiting' }]],
        ['ben', null, [{ field: 'contribution', before: 'waiting', after: 'accepted' }]],
      ]),
    );
  });

  it('is asked for anew with another parent, and keeps its answer with the same', async () => {
    const { above, below } = await addPair();
    const other = await addObjective(site, { home: company, title: 'Other', ownerAccountId: 'ben' });
    await align(below.id, 1, above.id, 'ada');
    await align(below.id, 2, above.id, 'cleo', { title: 'Same parent' });
    expect(await stateOf(below.id)).toBe('accepted');
    await align(below.id, 3, other.id, 'cleo');
    expect(await stateOf(below.id)).toBe('waiting');
    expect(await progressOf(above.id)).toBe(0.5);
    await align(below.id, 4, null, 'cleo');
    expect((await viewOf(below.id))?.parent).toBeNull();
  });

  it('is answered by nobody but those who may change what it goes to', async () => {
    const { above, below } = await addPair();
    await align(below.id, 1, above.id, 'cleo');
    const answer = (as: string) => site.invoke('answerContribution', { answer: 'accept', objectiveId: below.id, version: 2 }, { as });
    expect(failureOf(await answer('cleo'))).toMatchObject({ code: 'FORBIDDEN', message: expect.stringContaining('what it is aligned to') });
    expect(outcomeOf(await answer('dan'))).toBe('FORBIDDEN');
    expect(outcomeOf(await site.invoke('askContribution', { objectiveId: below.id, version: 2 }, { as: 'dan' }))).toBe('FORBIDDEN');
    expect(await stateOf(below.id)).toBe('waiting');
  });

  it('is not answered over a change that was not seen, and giving the same answer again is done', async () => {
    const { above, below } = await addPair();
    await align(below.id, 1, above.id, 'cleo');
    const accept = (version: number) =>
      site.invoke('answerContribution', { answer: 'accept', objectiveId: below.id, version }, { as: 'ben' });
    expect(outcomeOf(await accept(1))).toBe('CONFLICT');
    expect(outcomeOf(await accept(2))).toBe('ok');
    expect(outcomeOf(await accept(2))).toBe('ok');
  });

  it('is decided at creation by the same rules', async () => {
    const { above } = await addPair();
    const add = (title: string, as: string) =>
      ask(
        site,
        'createObjective',
        {
          id: `created-${title}`,
          home: { level: 'project', projectId: WEB },
          cycleId: Q4,
          title,
          ownerAccountId: null,
          parentId: above.id,
          words: 'See',
        },
        { as },
      );
    expect((await add('by-ben', 'ben')).parent?.contribution).toMatchObject({ state: 'accepted', words: null });
    expect(await viewOf(above.id)).toMatchObject({ progress: 0.5, measured: { measured: 1, total: 2 } });
    site.site.jira.door.putProject({ key: 'WEB', name: 'Web shop', access: 'open', adminIds: ['cleo'] });
    expect((await add('by-cleo', 'cleo')).parent?.contribution).toMatchObject({ state: 'waiting', words: 'See' });
  });

  it('stands on both sides of the explanation: counted once it is accepted, named as not counted before', async () => {
    const { above, below } = await addPair();
    await align(below.id, 1, above.id, 'cleo');
    const explained = () => ask(site, 'explain', { subject: { type: 'objective', id: above.id } }, { as: 'ben' });
    expect(await explained()).toMatchObject({
      rollUp: { parts: [{ type: 'key-result' }], uncounted: [{ id: below.id, state: 'waiting' }] },
    });
    await ask(site, 'answerContribution', { answer: 'accept', objectiveId: below.id, version: 2 }, { as: 'ben' });
    expect(await explained()).toMatchObject({ rollUp: { parts: [{ type: 'key-result' }, { id: below.id }], uncounted: [] } });
  });

  it('is neither given nor answered once a cycle is closed', async () => {
    const { above, below } = await addPair();
    await align(below.id, 1, above.id, 'cleo');
    const cycle = (await ask(site, 'listCycles', {})).find(({ id }) => id === Q4);
    await ask(site, 'closeCycle', { id: Q4, version: cycle?.version ?? 0, reason: 'Nobody grades in this test' });
    expect(outcomeOf(await site.invoke('answerContribution', { answer: 'accept', objectiveId: below.id, version: 2 }, { as: 'ben' }))).toBe(
      'FORBIDDEN',
    );
    expect((await ask(site, 'listContributions', {}, { as: 'ben' })).waiting).toEqual([]);
  });
});

describe('a key result as the parent', () => {
  it('is shown with its objective, and may be answered for by who owns it', async () => {
    const { above, below, key } = await addPair();
    await ask(site, 'editKeyResult', { id: key.id, version: key.version, ownerAccountId: 'dan' });
    await align(below.id, 1, above.id, 'cleo', { parentKeyResultId: key.id });
    expect((await viewOf(below.id))?.parent).toMatchObject({
      objective: { id: above.id, keyResult: { id: key.id, key: key.key } },
      broken: null,
    });
    expect((await ask(site, 'listContributions', {}, { as: 'dan' })).waiting).toHaveLength(1);
    expect(outcomeOf(await site.invoke('answerContribution', { ...decline, objectiveId: below.id, version: 2 }, { as: 'dan' }))).toBe('ok');
  });

  it('that is archived leaves the objective in its place, broken and counted as before', async () => {
    const { above, below, key } = await addPair();
    await align(below.id, 1, above.id, 'ada', { parentKeyResultId: key.id });
    const version = (await viewOf(above.id))?.keyResults[0]?.version ?? 0;
    await ask(site, 'archiveKeyResult', { id: key.id, version });
    expect((await viewOf(below.id))?.parent).toMatchObject({
      objective: { id: above.id, keyResult: null },
      broken: 'key-result',
      contribution: { state: 'accepted' },
    });
    expect(await progressOf(above.id)).toBe(1);
    // Taking the objective as a whole instead mends it, and asks nobody again.
    await align(below.id, 2, above.id, 'cleo');
    expect((await viewOf(below.id))?.parent).toMatchObject({ broken: null, contribution: { state: 'accepted' } });
  });

  it('is one of that objective, and alive', async () => {
    const { above, below } = await addPair();
    const other = await addWork(site, below);
    expect(failureOf(await align(below.id, 1, above.id, 'cleo', { parentKeyResultId: other.id })).field).toBe('parentKeyResultId');
    expect(
      failureOf(await site.invoke('editObjective', { id: below.id, version: 1, parentKeyResultId: other.id }, { as: 'cleo' })).field,
    ).toBe('parentKeyResultId');
  });

  it('in an archived objective is a broken link', async () => {
    const { above, below, key } = await addPair();
    await align(below.id, 1, above.id, 'ada', { parentKeyResultId: key.id });
    await ask(site, 'archiveObjective', { id: above.id, version: (await viewOf(above.id))?.version ?? 0 });
    expect((await viewOf(below.id))?.parent).toMatchObject({ broken: 'objective' });
  });
});

describe('what waits for an answer', () => {
  it('is listed to the owner, and without an owner to the leads', async () => {
    const { above, below } = await addPair();
    await align(below.id, 1, above.id, 'cleo');
    const listed = async (as: string) => (await ask(site, 'listContributions', {}, { as })).waiting.map(({ objective }) => objective.id);
    expect([await listed('ben'), await listed('ada'), await listed('cleo')]).toEqual([[below.id], [], []]);
    await ask(site, 'editObjective', { id: above.id, version: 2, ownerAccountId: null });
    expect([await listed('ben'), await listed('ada')]).toEqual([[], [below.id]]);
    await ask(site, 'grantOkrAdmin', { holderAccountId: 'dan' });
    expect(await listed('dan')).toEqual([below.id]);
  });

  it('says that there is more in projects one may not browse, and nothing of it', async () => {
    const { above } = await addPair();
    const secret = await ask(
      site,
      'createObjective',
      {
        id: 'secret-objective',
        home: { level: 'project', projectId: SEC },
        cycleId: Q4,
        title: 'Hush',
        ownerAccountId: 'dan',
        parentId: above.id,
      },
      { as: 'dan' },
    );
    expect(secret.parent?.contribution.state).toBe('waiting');
    expect(await ask(site, 'listContributions', {}, { as: 'ben' })).toEqual({ waiting: [], more: 0, hidden: 1 });
    expect(
      outcomeOf(await site.invoke('answerContribution', { answer: 'accept', objectiveId: secret.id, version: 1 }, { as: 'ben' })),
    ).toBe('NOT_FOUND');
  });

  it('leaves out what is private, which is asked for once it is open to all', async () => {
    const { above, below } = await addPair();
    await ask(site, 'editObjective', { id: below.id, version: 1, audience: [], parentId: above.id, reason }, { as: 'cleo' });
    expect(await ask(site, 'listContributions', {}, { as: 'ben' })).toEqual({ waiting: [], more: 0, hidden: 0 });
    await ask(site, 'editObjective', { id: below.id, version: 2, audience: null }, { as: 'cleo' });
    expect((await ask(site, 'listContributions', {}, { as: 'ben' })).waiting).toHaveLength(1);
    expect(await progressOf(above.id)).toBe(0.5);
  });
});

describe('a parent in a project one may not browse', () => {
  it('is an objective one cannot see, without a name', async () => {
    const above = await addObjective(site, { projectId: SEC, title: 'Hush', ownerAccountId: 'dan' });
    const below = await addObjective(site, { title: 'Below' });
    await align(below.id, 1, above.id, 'ada');
    for (const shown of [
      (await ask(site, 'getProjectOkrs', { projectId: WEB }, { as: 'cleo', project: 'WEB' })).objectives.find(({ id }) => id === below.id),
      await viewOf(below.id, 'cleo'),
    ]) {
      expect(shown?.parent).toMatchObject({ objective: null, broken: null, contribution: { state: 'accepted' } });
      expect(JSON.stringify(shown)).not.toContain('Hush');
    }
    expect((await viewOf(below.id, 'dan'))?.parent?.objective?.title).toBe('Hush');
  });
});
