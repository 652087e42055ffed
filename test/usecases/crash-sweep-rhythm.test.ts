/** The crash sweep over reminding people, and over what they do with their inbox. */
import { sweep, type CrashScenario } from '../support/crash-sweep';
import { openTestSite, type TestSite } from '../support/test-site';
import { addObjective, addWork, ask } from './support/okr-steps';

const wroteLongAgo = async (site: TestSite): Promise<void> => {
  const objective = await addObjective(site, { ownerAccountId: 'cleo' });
  for (const ownerAccountId of ['ben', 'ben', 'cleo']) await addWork(site, objective, { ownerAccountId });
  await site.sql('UPDATE key_result SET created_at = created_at - ?', 20 * 86_400_000);
};

const remindedOf = async (site: TestSite): Promise<void> => {
  await wroteLongAgo(site);
  await site.site.host.schedule('hourly');
};

const scenarios: readonly CrashScenario[] = [
  {
    name: 'the first pass of a day',
    asked: false,
    reminds: true,
    prepare: wroteLongAgo,
    act: (site) => site.site.host.schedule('hourly'),
    inSteps: { every: 2 },
  },
  { name: 'markRead', asked: true, reminds: true, prepare: remindedOf, act: (site) => site.invoke('markRead', {}, { as: 'ben' }) },
  {
    name: 'choosePersonally',
    asked: true,
    prepare: async () => undefined,
    act: (site) => site.invoke('choosePersonally', { version: 0, reminders: false, digest: true }, { as: 'ben' }),
  },
];

jest.setTimeout(600_000);

describe('reminders, cut off after any statement', () => {
  test.each(scenarios)('$name ends where it would have ended', async (scenario) => {
    expect(await sweep(scenario)).toBeGreaterThan(0);
  });

  it('has something to say', async () => {
    const site = await openTestSite();
    try {
      await remindedOf(site);
      expect((await ask(site, 'countUnread', {}, { as: 'ben' })).unread).toBe(2);
    } finally {
      await site.close();
    }
  });
});
