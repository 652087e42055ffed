import fc from 'fast-check';
import { migrations } from '../../src/store/migrations';
import { openEmptyEngine } from '../support/engines';
import { openStore, type OpenStore } from './support/open-store';
import { operations, type Operation } from './support/store-operations';

const given = (name: string): boolean => process.env[name] !== undefined && process.env[name] !== '';
const hasServer = given('OKR_MYSQL_URL') || given('CI');
const onBothEngines = hasServer ? describe : describe.skip;

onBothEngines(hasServer ? 'the engines agree' : 'the engines agree: OKR_MYSQL_URL is not set', () => {
  let embedded: OpenStore;
  let server: OpenStore;
  beforeAll(async () => {
    embedded = await openStore(await openEmptyEngine('libsql'));
    server = await openStore(await openEmptyEngine('mysql'));
  });
  afterAll(() => Promise.all([embedded.close(), server.close()]));

  const tables = migrations.flatMap(({ statement }) => /^CREATE TABLE IF NOT EXISTS (\w+)/.exec(statement)?.[1] ?? []);

  /** The whole of a table, in an order of our own. */
  const contents = async (site: OpenStore) => {
    const found: Record<string, readonly string[]> = {};
    for (const table of tables) {
      const rows = await site.select(`SELECT * FROM ${table}`);
      found[table] = rows.map((row) => JSON.stringify(Object.entries(row).sort(([a], [b]) => (a < b ? -1 : 1)))).sort();
    }
    return found;
  };

  const answersOf = async (site: OpenStore, sequence: readonly Operation[]) => {
    const answers: (readonly [string, unknown])[] = [];
    for (const { name, run } of sequence) answers.push([name, await run(site.store)]);
    return answers;
  };

  test('on every answer to the same random sequence of operations, and on what is stored after it', async () => {
    await fc.assert(
      fc
        .asyncProperty(operations, async (sequence) => {
          expect(await answersOf(server, sequence)).toEqual(await answersOf(embedded, sequence));
          expect(await contents(server)).toEqual(await contents(embedded));
        })
        .beforeEach(() => Promise.all([embedded.clear(), server.clear()])),
      { numRuns: 60 },
    );
  }, 60_000);
});
