import type { SqlEngine } from '../../local/seams';
import { migrations } from '../../src/store/migrations';
import { describeOnEveryEngine } from '../support/engines';
import { openStore, type OpenStore } from './support/open-store';
import { archiving, cycle, objective, workKeyResult } from './support/records';

describe('the list of migrations', () => {
  test('names each once, in order', () => {
    const names = migrations.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    expect(names).toEqual([...names].sort());
  });

  test('holds only statements that can run twice', () => {
    const once = migrations.filter(({ statement }) => !/^CREATE (TABLE|INDEX) IF NOT EXISTS /.test(statement));
    expect(once).toEqual([]);
  });

  test("fits, with the runner's own two, into two minutes of the 25 schema statements a minute that Forge allows an installation", () => {
    expect(migrations.length + 2 * 2).toBeLessThanOrEqual(2 * 25);
  });
});

describeOnEveryEngine('migrating', (openEngine) => {
  let engine: SqlEngine;
  let site: OpenStore;
  beforeEach(async () => {
    engine = await openEngine();
    site = await openStore(engine, { migrated: false });
  });
  afterEach(() => site.close());

  const names = migrations.map(({ name }) => name);
  const recorded = async () => (await site.select('SELECT DISTINCT name FROM __migrations ORDER BY name')).map(({ name }) => name);

  /** Creating without IF NOT EXISTS is refused by name for everything that is there. */
  const missing = async (): Promise<readonly string[]> => {
    const absent: string[] = [];
    for (const { name, statement } of migrations) {
      const code = await engine.execute(statement.replace(' IF NOT EXISTS', ''), []).then(
        () => 'created',
        (error: unknown) => (typeof error === 'object' && error !== null && 'details' in error ? error.details : error),
      );
      if (!/ER_TABLE_EXISTS_ERROR|ER_DUP_KEYNAME/.test(JSON.stringify(code))) absent.push(name);
    }
    return absent;
  };

  const expectWhole = async (): Promise<void> => {
    await expect(recorded()).resolves.toEqual(names);
    await expect(missing()).resolves.toEqual([]);
  };

  const statementsOfLastRun = (): number => site.host.invocations().at(-1)?.sql.length ?? NaN;

  test('makes every table and index', async () => {
    await site.migrate();
    await expectWhole();
  });

  test('a second time changes nothing and asks two things', async () => {
    await site.migrate();
    await site.store.cycles.add(cycle);
    await site.migrate();
    expect(statementsOfLastRun()).toBe(2);
    await expect(site.store.cycles.list()).resolves.toEqual([cycle]);
  });

  test('two runs at once both end well', async () => {
    await Promise.all([site.migrate(), site.migrate()]);
    await expectWhole();
    await site.migrate();
    expect(statementsOfLastRun()).toBe(2);
  });

  // Each run starts with two statements of its own, then two a migration: the change and the note that it was made.
  test('a run that dies after any of its statements is gone on with by the next', async () => {
    const dyingAfter = async (statements: number): Promise<void> => {
      site.host.dieAfterStatement(statements);
      await expect(site.migrate()).rejects.toThrow();
    };
    for (const beforeTheFirst of [0, 1, 2]) await dyingAfter(beforeTheFirst);
    for (const [index] of names.entries()) {
      await dyingAfter(3);
      expect(await recorded()).toEqual(names.slice(0, index));
      await dyingAfter(4);
      expect(await recorded()).toEqual(names.slice(0, index + 1));
    }
    await site.migrate();
    expect(statementsOfLastRun()).toBe(2);
    await expectWhole();
  });

  test('what was made twice because a note was lost keeps its rows', async () => {
    await site.migrate();
    await site.store.objectives.insert(objective());
    await site.store.keyResults.insert(workKeyResult());
    await engine.execute('DELETE FROM __migrations', []);
    await site.migrate();
    await expectWhole();
    await expect(site.store.keyResults.find('key-result-1')).resolves.toMatchObject({ number: 1, archivedAt: null });
    await site.store.keyResults.archive('key-result-1', 1, archiving);
    await expect(site.store.keyResults.listByObjectives(['objective-1'])).resolves.toEqual([]);
  });

  test('before it, the store says that a table is missing', async () => {
    await expect(site.store.cycles.list()).rejects.toMatchObject({ name: 'SqlError', reason: 'missing-table' });
    await expect(site.store.objectives.insert(objective())).rejects.toMatchObject({ name: 'SqlError', reason: 'missing-table' });
  });
});
