/** Dismissed rules of the coach go with what they were dismissed for, under its version and on record; its words are the site's. */
import { openTestSite, type TestSite } from '../support/test-site';
import { addMetric, addObjective, ask, failureOf, newId, Q4, see } from './support/okr-steps';

let site: TestSite;
beforeEach(async () => {
  site = await openTestSite();
});
afterEach(() => site.close());

const task = [{ rule: 'not-a-task' as const, reason: 'The law asks for the launch itself' }];
const whole = async (id: string) => (await ask(site, 'getObjective', { objectiveId: id })).objective;

describe('a dismissed rule', () => {
  it('stays with its objective, under its version and on record', async () => {
    const { id } = await addObjective(site, { dismissedRules: task });
    expect(await whole(id)).toMatchObject({ dismissedRules: task, version: 1 });
    await ask(site, 'editObjective', { id, version: 1, dismissedRules: [] });
    expect(await whole(id)).toMatchObject({ dismissedRules: [], version: 2 });
    expect(failureOf(await site.invoke('editObjective', { id, version: 1, dismissedRules: task })).code).toBe('CONFLICT');
    expect(await ask(site, 'listChanges', { subject: { type: 'objective', id } })).toMatchObject([
      { fields: [{ field: 'dismissed rules', before: 'An aim, not a task (The law asks for the launch itself)', after: null }] },
    ]);
  });

  it('stays with its key result, and other edits leave it alone', async () => {
    const dismissedRules = [{ rule: 'start' as const, reason: 'Nobody has counted yet' }];
    const metric = await addMetric(site, await addObjective(site));
    await ask(site, 'editKeyResult', { id: metric.id, version: 1, dismissedRules });
    await ask(site, 'editKeyResult', { id: metric.id, version: 2, title: 'Fewer calls' });
    expect(await see(site, metric)).toMatchObject({ dismissedRules, title: 'Fewer calls', version: 3 });
  });

  it('asks for no reason of the plan, goes with a copy, and comes back from the archive', async () => {
    const { id } = await addObjective(site, { dismissedRules: task });
    const copyId = newId();
    await ask(site, 'copyObjectives', { copies: [{ id: copyId, fromId: id }], cycleId: Q4, withSources: false });
    expect((await whole(copyId)).dismissedRules).toEqual(task);
    await ask(site, 'archiveObjective', { id, version: 1 });
    expect((await ask(site, 'restoreObjective', { id, version: 2 })).dismissedRules).toEqual(task);
  });

  it('has a reason, is one of the rules there are, and is named once', async () => {
    const { id } = await addObjective(site);
    const refused = async (dismissedRules: unknown) =>
      failureOf(await site.invoke('editObjective', { id, version: 1, dismissedRules } as never)).code;
    expect(await refused([{ rule: 'not-a-task', reason: ' ' }])).toBe('INVALID');
    expect(await refused([{ rule: 'no-such-rule', reason: 'x' }])).toBe('INVALID');
    expect(await refused([...task, ...task])).toBe('INVALID');
  });
});

describe('the words of the coach', () => {
  const german = { language: 'de', words: { taskVerbs: ['einführen'] } };
  const change = (languages: readonly unknown[], version = 0) =>
    site.invoke('changeSetting', { group: 'wording', version, value: { languages } } as never);

  it('are for everybody to read, and for OKR admins to change', async () => {
    expect(await site.invoke('getWording', {}, { as: 'ben' })).toMatchObject({ ok: true, value: { languages: [] } });
    expect(await change([german])).toMatchObject({ ok: true, value: { wording: { value: { languages: [german] }, version: 1 } } });
    expect(await site.invoke('getWording', {}, { as: 'ben' })).toMatchObject({ ok: true, value: { languages: [german] } });
  });

  it('are on record by language and group, where they differ', async () => {
    await change([german]);
    site.site.clock.set(site.site.clock.now() + 60_000);
    await change([{ language: 'de', words: { taskVerbs: ['einführen', 'starten'] } }], 1);
    const { entries } = await ask(site, 'getActivity', { subject: { type: 'set-up' } });
    expect(entries[0]).toMatchObject({
      deed: { changes: [{ field: 'de, verbs of tasks', before: { text: 'einführen' }, after: { text: 'einführen, starten' } }] },
    });
  });

  it('are refused where they are no language, too many, or twice the same', async () => {
    const refused = async (languages: readonly unknown[]) => failureOf(await change(languages)).code;
    expect(await refused([{ language: 'German', words: {} }])).toBe('INVALID');
    expect(await refused([german, german])).toBe('INVALID');
    expect(await refused([{ language: 'de', words: { noSuchGroup: [] } }])).toBe('INVALID');
    const word = (index: number) => `${'w'.repeat(50)}${index}`;
    const many = Array.from({ length: 400 }, (_, index) => word(index));
    expect(await refused([{ language: 'de', words: { taskVerbs: many, smallWords: many } }])).toBe('INVALID');
  });
});
