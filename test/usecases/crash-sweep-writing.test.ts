/** What orders, moves, copies, restores and changes many at once, killed after each statement, ends where an undisturbed run ends. */
import type { ApiName, Input } from '../../src/contract/api';
import { sweep, type CrashScenario } from '../support/crash-sweep';
import type { TestSite } from '../support/test-site';

const byAda = { as: 'ada', project: 'WEB' };

const ask = async <N extends ApiName>(site: TestSite, name: N, input: Input<N>): Promise<void> => {
  const answer = await site.invoke(name, input, byAda);
  if (!answer.ok) throw new Error(`${name}: ${answer.error.code} ${answer.error.message}`);
};

const split = { weightBy: 'count', unestimated: 1, inProgressCredit: 0, wanted: null, shared: 'split' } as const;

/** A parent that counts its children, a child with three key results, two of which share an issue, and another objective. */
async function writeOkrs(site: TestSite): Promise<void> {
  const cycleId = '2026-q4';
  await ask(site, 'createObjective', { id: 'objective-top', cycleId, title: 'Above', ownerAccountId: null });
  await ask(site, 'editObjective', { id: 'objective-top', version: 1, rollUp: 'with-children', reason: 'It counts them' });
  await ask(site, 'createObjective', { id: 'objective-1', cycleId, title: 'Paying is a pleasure', ownerAccountId: 'ben' });
  await ask(site, 'editObjective', { id: 'objective-1', version: 1, parentId: 'objective-top', reason: 'It serves it' });
  await ask(site, 'createObjective', { id: 'objective-2', cycleId, title: 'Another', ownerAccountId: null });
  const work = (id: string, objectiveId: string) =>
    ask(site, 'createKeyResult', { kind: 'work', id, objectiveId, title: id, ownerAccountId: null, rule: split });
  await work('key-result-a', 'objective-1');
  await work('key-result-b', 'objective-1');
  const milestones = [{ id: 'milestone-1', title: 'Signed', weight: 1, reachedDay: '2026-11-02' }];
  const steps = { id: 'key-result-c', objectiveId: 'objective-1', title: 'Open', ownerAccountId: null, milestones };
  await ask(site, 'createKeyResult', { kind: 'milestones', ...steps });
  await ask(site, 'addSource', { id: 'source-a', keyResultId: 'key-result-a', source: { type: 'jql', jql: 'labels = checkout' } });
  await ask(site, 'addSource', { id: 'source-b', keyResultId: 'key-result-b', source: { type: 'issue', issue: 'WEB-6' } });
}

const versionOf = async (site: TestSite, table: 'objective' | 'key_result', id: string): Promise<number> =>
  Number((await site.sql(`SELECT version FROM ${table} WHERE id = ?`, id))[0]?.version);

const rankOf = async (site: TestSite, id: string): Promise<number> =>
  Number((await site.sql('SELECT sort_rank FROM objective WHERE id = ?', id))[0]?.sort_rank);

const keyResultIds = ['key-result-a', 'key-result-b', 'key-result-c'] as const;
const many = (of: 'objective' | 'key-result', ids: readonly string[], versions: number) => ({
  id: 'change-of-many',
  of,
  subjects: ids.map((id) => ({ id, version: versions })),
});

const scenarios: readonly CrashScenario[] = [
  {
    name: 'reorder',
    asked: true,
    prepare: writeOkrs,
    act: async (site) =>
      site.invoke(
        'reorder',
        { subject: { type: 'objective', id: 'objective-2' }, afterId: 'objective-top', seen: await rankOf(site, 'objective-2') },
        byAda,
      ),
  },
  {
    name: 'moveKeyResult',
    asked: true,
    prepare: writeOkrs,
    act: (site) =>
      site.invoke('moveKeyResult', { id: 'key-result-a', version: 1, objectiveId: 'objective-2', reason: 'It fits better' }, byAda),
  },
  {
    name: 'moveObjective',
    asked: true,
    prepare: writeOkrs,
    act: (site) => site.invoke('moveObjective', { id: 'objective-1', version: 2, home: { level: 'company' } }, byAda),
  },
  {
    name: 'restoreObjective after a change in Jira',
    asked: true,
    prepare: async (site) => {
      await writeOkrs(site);
      await ask(site, 'archiveObjective', { id: 'objective-1', version: 2 });
      await site.transition('WEB-6', 'Done');
    },
    act: (site) => site.invoke('restoreObjective', { id: 'objective-1', version: 3 }, byAda),
  },
  {
    name: 'restoreKeyResult',
    asked: true,
    prepare: async (site) => {
      await writeOkrs(site);
      await ask(site, 'archiveKeyResult', { id: 'key-result-a', version: await versionOf(site, 'key_result', 'key-result-a') });
    },
    act: (site) => site.invoke('restoreKeyResult', { id: 'key-result-a', version: 2 }, byAda),
  },
  {
    name: 'copyObjectives with their sources, beside the originals',
    asked: true,
    prepare: writeOkrs,
    act: (site) =>
      site.invoke(
        'copyObjectives',
        {
          copies: [
            { id: 'copy-of-top', fromId: 'objective-top' },
            { id: 'copy-of-1', fromId: 'objective-1' },
          ],
          cycleId: '2026-q4',
          withSources: true,
        },
        byAda,
      ),
  },
  {
    name: 'copyObjectives into the next cycle',
    asked: true,
    prepare: writeOkrs,
    act: (site) =>
      site.invoke(
        'copyObjectives',
        { copies: [{ id: 'copy-of-1', fromId: 'objective-1' }], cycleId: '2027-q1', withSources: false },
        byAda,
      ),
  },
  {
    name: 'changeMany of owners',
    asked: true,
    prepare: writeOkrs,
    act: (site) =>
      site.invoke('changeMany', { ...many('key-result', keyResultIds, 1), change: { type: 'owner', ownerAccountId: 'cleo' } }, byAda),
  },
  {
    name: 'changeMany of due days',
    asked: true,
    prepare: writeOkrs,
    act: (site) =>
      site.invoke(
        'changeMany',
        { ...many('key-result', keyResultIds, 1), change: { type: 'due-day', dueDay: '2026-12-15' }, reason: 'The fair is earlier' },
        byAda,
      ),
  },
  {
    name: 'changeMany of cycles',
    asked: true,
    prepare: writeOkrs,
    act: (site) =>
      site.invoke(
        'changeMany',
        { ...many('objective', ['objective-1', 'objective-top'], 2), change: { type: 'cycle', cycleId: '2027-q1' } },
        byAda,
      ),
  },
  {
    name: 'changeMany that archives',
    asked: true,
    prepare: writeOkrs,
    act: (site) => site.invoke('changeMany', { ...many('objective', ['objective-1'], 2), change: { type: 'archive' } }, byAda),
  },
  {
    name: 'changeMany that restores',
    asked: true,
    prepare: async (site) => {
      await writeOkrs(site);
      await ask(site, 'changeMany', { ...many('key-result', keyResultIds, 1), id: 'archive-of-many', change: { type: 'archive' } });
    },
    act: (site) => site.invoke('changeMany', { ...many('key-result', keyResultIds, 2), change: { type: 'restore' } }, byAda),
  },
];

jest.setTimeout(120_000);

describe('a run that is cut off after any statement', () => {
  test.each(scenarios)('$name ends where it would have ended', async (scenario) => {
    expect(await sweep(scenario)).toBeGreaterThan(0);
  });
});
