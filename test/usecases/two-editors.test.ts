/** Two people save over the same version at once: one is told, tries again on what is there, and both changes are to be found afterwards. */
import type { Result } from '../../src/contract/result';
import { openTestSite, type TestSite } from '../support/test-site';
import { addMetric, addObjective, ask, newId, outcomeOf } from './support/okr-steps';

let site: TestSite;
beforeEach(async () => {
  site = await openTestSite();
});
afterEach(() => site.close());

/** Saves under a version; answers as the app does. */
type Save = (version: number, words: string) => Promise<Result<unknown>>;

const subjects: Readonly<Record<string, () => Promise<{ readonly id: string; readonly version: number; readonly save: Save }>>> = {
  'a cycle': async () => {
    const { id, version } = await ask(site, 'createCycle', { id: newId(), name: 'The year', startDay: '2026-01-01', endDay: '2026-12-31' });
    return { id, version, save: (at, name) => site.invoke('editCycle', { id, version: at, name }) };
  },
  'a check-in': async () => {
    const metric = await addMetric(site, await addObjective(site));
    const id = newId();
    await ask(site, 'checkIn', { id, keyResultId: metric.id, words: 'First' });
    return { id, version: 1, save: (at, words) => site.invoke('correctCheckIn', { id, version: at, words }) };
  },
  'a health': async () => {
    const { id, version } = await addObjective(site);
    const subject = { type: 'objective', id } as const;
    const override = (reason: string) => ({ health: 'at-risk', reason, untilDay: '2026-11-30' }) as const;
    return { id, version, save: (at, reason) => site.invoke('overrideHealth', { subject, version: at, override: override(reason) }) };
  },
};

test.each(Object.keys(subjects))('%s keeps the words of both', async (name) => {
  const open = subjects[name];
  if (open === undefined) throw new Error(`There is no ${name}.`);
  const { id, version, save } = await open();
  const words = ['Words of one', 'Words of another'] as const;
  const answers = await Promise.all(words.map((each) => save(version, each)));
  const outcomes = answers.map(outcomeOf);
  expect([...outcomes].sort()).toEqual(['CONFLICT', 'ok']);
  const second = words[outcomes.indexOf('CONFLICT')] ?? '';
  expect(outcomeOf(await save(version + 1, second))).toBe('ok');
  const records = await site.sql('SELECT fields FROM plan_change WHERE subject_id = ?', id);
  const told = records.map(({ fields }) => String(fields)).join('\n');
  for (const each of words) expect(told).toContain(each);
});

test('a group of settings is never overwritten unseen', async () => {
  const save = (version: number, cadenceDays: number) =>
    site.invoke('changeSetting', { group: 'checkIns', version, value: { cadenceDays } });
  const outcomes = (await Promise.all([save(0, 14), save(0, 21)])).map(outcomeOf);
  expect(outcomes.sort()).toEqual(['CONFLICT', 'ok']);
});
