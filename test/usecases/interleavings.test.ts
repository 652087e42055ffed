/**
 * Two people write the same two objectives and their key results at once, in any interleaving of their edits, orders and moves. Nobody's words
 * vanish: every text the app has accepted is what is shown now, or is in the record of changes; and what it refused, it refused in words.
 */
import fc from 'fast-check';
import { openTestSite, type TestSite } from '../support/test-site';
import { addObjective, addWork, ask, outcomeOf } from './support/okr-steps';

type Person = 'ada' | 'ben';
type Step = {
  readonly by: Person;
  readonly what: 'look' | 'title' | 'objective title' | 'order' | 'move' | 'many';
  /** Which of the key results or objectives. */
  readonly of: 0 | 1;
};

const step: fc.Arbitrary<Step> = fc.record({
  by: fc.constantFrom<Person>('ada', 'ben'),
  what: fc.constantFrom('look', 'title', 'objective title', 'order', 'move', 'many'),
  of: fc.constantFrom<0 | 1>(0, 1),
});

type Seen = { readonly version: number; readonly rank: number; readonly objectiveId: string };

/** What a person has on the screen: as they last looked, by id. */
async function look(site: TestSite, by: Person): Promise<ReadonlyMap<string, Seen>> {
  const { objectives } = await ask(site, 'getProjectOkrs', {}, { as: by, project: 'WEB' });
  return new Map(
    objectives.flatMap(({ id, version, rank, keyResults }): [string, Seen][] => [
      [id, { version, rank, objectiveId: id }],
      ...keyResults.map((one): [string, Seen] => [one.id, { version: one.version, rank: one.rank, objectiveId: one.objectiveId }]),
    ]),
  );
}

async function play(site: TestSite, steps: readonly Step[]): Promise<void> {
  const objectives = [await addObjective(site, { title: 'First' }), await addObjective(site, { title: 'Second' })] as const;
  const keyResults = [await addWork(site, objectives[0], { title: 'One' }), await addWork(site, objectives[0], { title: 'Two' })] as const;
  const screens = { ada: await look(site, 'ada'), ben: await look(site, 'ben') };
  /** Texts that were accepted, by what they are the title of. */
  const accepted: { readonly id: string; readonly text: string }[] = [];

  for (const [index, { by, what, of }] of steps.entries()) {
    const from = { as: by, project: 'WEB' };
    const [objective, keyResult] = [objectives[of], keyResults[of]];
    const [seenObjective, seen] = [screens[by].get(objective.id), screens[by].get(keyResult.id)];
    if (seenObjective === undefined || seen === undefined) throw new Error('It has left the page.');
    const text = `Words ${index} of ${by}`;
    const note = (id: string, outcome: string): void => {
      if (outcome === 'ok') accepted.push({ id, text });
      else expect(outcome).toBe('CONFLICT');
    };
    if (what === 'look') screens[by] = await look(site, by);
    if (what === 'title')
      note(keyResult.id, outcomeOf(await site.invoke('editKeyResult', { id: keyResult.id, version: seen.version, title: text }, from)));
    if (what === 'objective title')
      note(
        objective.id,
        outcomeOf(await site.invoke('editObjective', { id: objective.id, version: seenObjective.version, title: text }, from)),
      );
    if (what === 'order') {
      const outcome = outcomeOf(
        await site.invoke(
          'reorder',
          { subject: { type: 'objective', id: objective.id }, afterId: objectives[of === 0 ? 1 : 0].id, seen: seenObjective.rank },
          from,
        ),
      );
      expect(['ok', 'CONFLICT']).toContain(outcome);
    }
    if (what === 'move') {
      const to = seen.objectiveId === objectives[0].id ? objectives[1].id : objectives[0].id;
      const outcome = outcomeOf(await site.invoke('moveKeyResult', { id: keyResult.id, version: seen.version, objectiveId: to }, from));
      expect(['ok', 'CONFLICT']).toContain(outcome);
    }
    if (what === 'many') {
      const subjects = keyResults.map(({ id }) => ({ id, version: screens[by].get(id)?.version ?? 0 }));
      await ask(
        site,
        'changeMany',
        { id: `many-${index}-of-${by}`, of: 'key-result', subjects, change: { type: 'owner', ownerAccountId: by } },
        from,
      );
    }
  }

  const now = await ask(site, 'getProjectOkrs', {}, { project: 'WEB' });
  const shown = now.objectives.flatMap((objective) => [objective, ...objective.keyResults]);
  expect(shown.map(({ id }) => id).toSorted()).toEqual([...objectives, ...keyResults].map(({ id }) => id).toSorted());
  for (const { id, text } of accepted) {
    const type = objectives.some((objective) => objective.id === id) ? 'objective' : 'key-result';
    const changes = await ask(site, 'listChanges', { subject: { type, id } });
    const texts = [
      shown.find((one) => one.id === id)?.title,
      ...changes.flatMap(({ fields }) => fields.flatMap(({ before, after }) => [before, after])),
    ];
    expect(texts).toContain(text);
  }
  for (const { id } of [...objectives, ...keyResults]) await site.sql('UPDATE objective SET archived_at = 1 WHERE id = ?', id);
}

jest.setTimeout(240_000);

test('any interleaving of two editors keeps what both have written', async () => {
  const site = await openTestSite();
  try {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 14 }), (steps) => play(site, steps)),
      { numRuns: 30, seed: 5 },
    );
  } finally {
    await site.close();
  }
});
