/** Runs that overlap, and runs that die: the app's own recomputing and recovering over the store, played statement by statement. */
import { rollUp } from '../../src/domain/roll-up';
import { createJira } from '../../src/jira/jira';
import type { SqlClient } from '../../src/store/sql-client';
import { createStore, type Store } from '../../src/store/store';
import type { AppDeps } from '../../src/usecases/deps';
import { recompute } from '../../src/usecases/progress/recompute';
import { recomputeDirty } from '../../src/usecases/sync/recover';
import { openStore, type OpenStore } from '../store/support/open-store';
import { bringIntoScope, checkIn, cycle, fact, metricKeyResult, noon, numbered, objective, workKeyResult } from '../store/support/records';
import { directSql } from '../support/direct-sql';
import { describeOnEveryEngine } from '../support/engines';
import { rewinding } from '../support/rewinding';
import { playInTurns, stepThrough, stepToEnd, turnsOf, type Step } from './support/step-through';

const minute = 60_000;
/** From when on a mark made at noon belongs to no run that could still be under way. */
const abandoned = noon + 20 * minute + 1;

const depsOver = (sql: SqlClient, now: number): AppDeps => ({
  store: createStore(sql),
  jiraAsApp: createJira(() => Promise.reject(new Error('Recomputing asks nothing of Jira.'))),
  now: () => now,
  newId: () => 'new',
  requestSync: () => Promise.resolve(true),
  requestHistory: () => Promise.resolve(),
  requestCount: () => Promise.resolve(),
  publish: () => Promise.resolve(),
  warn: (message) => {
    throw new Error(message);
  },
});

describeOnEveryEngine('recomputing', (openEngine, engine) => {
  let site: OpenStore;
  let sql: SqlClient;
  let store: Store;
  beforeAll(async () => {
    site = await openStore(await openEngine());
    sql = directSql(site.engine);
    store = createStore(sql);
  });
  afterAll(() => site.close());

  const recoverAt = (now: number): Promise<void> => recomputeDirty(depsOver(sql, now));

  /** A run that changes a fact at noon, as use cases do: mark, change, recompute. */
  const changing = (keyResultId: string, change: (deps: AppDeps) => Promise<unknown>): Step =>
    stepThrough(sql, async (held) => {
      const deps = depsOver(held, noon);
      await deps.store.numbers.markDirty([keyResultId], noon);
      await change(deps);
      await recompute(deps, [keyResultId], 'own');
    });
  const entering = (keyResultId: string, day: string, value: number): Step =>
    changing(keyResultId, ({ store }) => store.checkIns.add(checkIn({ id: `${keyResultId} ${day}`, keyResultId, value, day })));
  const finishing = (issueId: string): Step =>
    changing('work', ({ store }) => store.issueFacts.replace([fact(issueId, { statusCategory: 'done' })]));

  /** Key results that are right and clean: metrics from 0 to 1, so that progress is the latest value, and work on issues 1 and 2. */
  const begin = async (...ids: readonly ('metric' | 'other metric' | 'work')[]): Promise<void> => {
    await site.clear();
    await store.cycles.add(cycle);
    await store.objectives.insert(objective());
    for (const id of ids) {
      if (id === 'work') {
        await store.keyResults.insert(workKeyResult({ id }));
        await store.issueFacts.replace([fact('1'), fact('2')]);
        await bringIntoScope(store, id, 's', ['1', '2']);
      } else {
        const weight = id === 'metric' ? 1 : 3;
        await store.keyResults.insert(
          metricKeyResult({
            id,
            weight,
            of: { kind: 'metric', start: 0, target: 1, unit: '', source: { by: 'hand' }, valueSourceId: null },
          }),
        );
      }
    }
    await recoverAt(noon);
  };

  /** Plays each from the rows that `prepare` makes: the embedded engine goes back to them, a server gets them anew. */
  const playEach = async <T>(all: readonly T[], prepare: () => Promise<void>, play: (one: T) => Promise<void>): Promise<void> => {
    if (engine !== 'libsql') {
      for (const one of all) {
        await prepare();
        await play(one);
      }
      return;
    }
    const rows = rewinding(site.engine);
    await prepare();
    await rows.keep();
    for (const one of all) {
      await play(one);
      await rows.rewind();
    }
    await rows.letGo();
  };

  /** What the numbers are and, told from the facts alone, what they should be; which rows recovery would find, at once and later. */
  const look = async () => {
    const rows = await site.select(
      `SELECT k.*, o.progress AS top,
         (SELECT c.value FROM check_in c WHERE c.key_result_id = k.id ORDER BY c.day DESC LIMIT 1) AS latest,
         (SELECT COUNT(*) FROM issue_fact f WHERE f.status_category = 'done') AS finished
       FROM key_result k JOIN objective o ON o.id = k.objective_id ORDER BY k.number`,
    );
    const parts = rows.map((row) => {
      const latest = row.latest === null ? null : Number(row.latest);
      return { weight: Number(row.weight), progress: row.kind === 'work' ? Number(row.finished) / 2 : latest };
    });
    return {
      numbers: [...rows.map((row) => row.progress), rows[0]?.top],
      truth: [...parts.map(({ progress }) => progress), rollUp(parts).progress],
      dirty: rows.filter((row) => Number(row.dirty_mark) > Number(row.computed_mark)).map((row) => row.id),
      open: rows.filter((row) => Number(row.open_writes) > 0).map((row) => row.id),
      computedAt: rows.map((row) => Number(row.computed_at)),
    };
  };
  type Seen = Awaited<ReturnType<typeof look>>;
  const isTrue = ({ numbers, truth }: Seen): boolean => JSON.stringify(numbers) === JSON.stringify(truth);
  const isAtRest = (seen: Seen): boolean => isTrue(seen) && seen.dirty.length === 0 && seen.open.length === 0;

  const pairs: readonly { readonly name: string; prepare(): Promise<void>; first(): Step; second(): Step }[] = [
    {
      name: 'two values of one metric',
      prepare: () => begin('metric'),
      first: () => entering('metric', '2026-11-20', 0.25),
      second: () => entering('metric', '2026-11-21', 0.75),
    },
    {
      name: 'two issues of one scope',
      prepare: () => begin('work'),
      first: () => finishing('1'),
      second: () => finishing('2'),
    },
    {
      name: 'values of two metrics of one objective',
      prepare: () => begin('metric', 'other metric'),
      first: () => entering('metric', '2026-11-20', 0.25),
      second: () => entering('other metric', '2026-11-20', 0.75),
    },
    {
      name: 'a value and the hourly recovery',
      prepare: async () => {
        await begin('metric', 'other metric');
        await store.numbers.raiseMarks(['metric', 'other metric']);
      },
      first: () => entering('metric', '2026-11-20', 0.25),
      second: () => stepThrough(sql, (held) => recomputeDirty(depsOver(held, noon))),
    },
  ];

  /** The order of statements is the app's, whatever the engine: all turns are played on the embedded one, and every fifteenth on a server. */
  const stride = engine === 'libsql' ? 1 : 15;
  const played = <T>(all: readonly T[]): readonly T[] => all.filter((_, index) => index % stride === 0);

  /** Plays two runs in the turns in which this one begins; answers the turns that broke a promise, and how many there were. */
  const playAll = async (prepare: () => Promise<void>, one: () => Step, other: () => Step) => {
    await prepare();
    const all = turnsOf(await stepToEnd(one()), await stepToEnd(other()));
    const broken: string[] = [];
    await playEach(played(all), prepare, async (turns) => {
      await playInTurns(turns, one(), other(), async () => {
        const seen = await look();
        if (!isTrue(seen) && seen.dirty.length === 0 && seen.open.length === 0) broken.push(`${JSON.stringify(turns)} unnoticed`);
      });
      if (!isAtRest(await look())) broken.push(`${JSON.stringify(turns)} not at rest`);
    });
    return { turns: all.length, broken };
  };

  // That nothing is behind unnoticed after any statement says it too of runs that die: the other one may be played to its end first.
  test.each(pairs)(
    '$name: a number behind its facts is dirty or open after every statement, and both end at the truth',
    async ({ prepare, first, second }) => {
      for (const [one, other] of [[first, second] as const, [second, first] as const]) {
        const { turns, broken } = await playAll(prepare, one, other);
        expect(broken).toEqual([]);
        expect(turns).toBeGreaterThan(80);
      }
    },
    120_000,
  );

  describe('beside a run that dies between its fact and its number', () => {
    const play = async (step: Step, statements: number): Promise<void> => {
      for (let played = 0; played < statements; played += 1) await step();
    };

    /** X marks; A marks, changes, raises and reads; X commits and dies; A writes, and clears what it has read. */
    const dieUnderA = async (): Promise<void> => {
      await begin('metric');
      const x = entering('metric', '2026-11-21', 0.75);
      const a = entering('metric', '2026-11-20', 0.25);
      await play(x, 1);
      await play(a, 4);
      await play(x, 1);
      await stepToEnd(a);
    };

    test('the other one leaves its open write alone: clean, behind its facts, and open', async () => {
      await dieUnderA();
      await expect(look()).resolves.toMatchObject({ numbers: [0.25, 0.25], truth: [0.75, 0.75], dirty: [], open: ['metric'] });
    });

    test('it is found and ends at the truth once the mark is old enough', async () => {
      await dieUnderA();
      await recoverAt(abandoned);
      await expect(look()).resolves.toMatchObject({ numbers: [0.75, 0.75], dirty: [], open: [], computedAt: [abandoned] });
    });

    test('it is not touched before', async () => {
      await dieUnderA();
      const before = await look();
      await recoverAt(abandoned - 1);
      await expect(look()).resolves.toEqual(before);
    });

    test('it is not confirmed meanwhile, and is again after that', async () => {
      await dieUnderA();
      await store.numbers.confirm(noon + minute);
      await expect(look()).resolves.toMatchObject({ computedAt: [noon] });
      await recoverAt(abandoned);
      await store.numbers.confirm(abandoned + minute);
      await expect(look()).resolves.toMatchObject({ computedAt: [abandoned + minute] });
    });

    test('it is found again when the recovery dies too, after any of its statements', async () => {
      const recovery = (): Step => stepThrough(sql, (held) => recomputeDirty(depsOver(held, abandoned)));
      await dieUnderA();
      const statements = await stepToEnd(recovery());
      const lost: number[] = [];
      for (let survived = 0; survived < statements; survived += 1) {
        await dieUnderA();
        await play(recovery(), survived);
        await recoverAt(abandoned);
        if (!isAtRest(await look())) lost.push(survived);
      }
      expect(lost).toEqual([]);
      expect(statements).toBeGreaterThan(8);
    });

    test('wherever it dies and wherever that hits the other one, nothing open is confirmed and recovery ends at the truth', async () => {
      await begin('metric');
      const statements = await stepToEnd(entering('metric', '2026-11-21', 0.75));
      const wrong: string[] = [];
      const places = Array.from({ length: statements + 1 }, (_, before) =>
        [0, 1].flatMap((marked) => Array.from({ length: statements - marked }, (_unused, n) => ({ before, marked, until: marked + n }))),
      ).flat();
      const beginMetric = (): Promise<void> => begin('metric');
      await playEach(played(places), beginMetric, async ({ before, marked, until }) => {
        const x = entering('metric', '2026-11-21', 0.75);
        const a = entering('metric', '2026-11-20', 0.25);
        await play(x, marked);
        await play(a, before);
        await play(x, until - marked);
        await stepToEnd(a);
        const at = `${marked} ${before} ${until}`;

        await store.numbers.confirm(noon + minute);
        const confirmed = await look();
        if (confirmed.open.length > 0 && confirmed.computedAt[0] === noon + minute) wrong.push(`${at}: confirmed while open`);
        if (!isTrue(confirmed) && confirmed.computedAt[0] === noon + minute) wrong.push(`${at}: confirmed while behind`);
        await recoverAt(abandoned);
        if (!isAtRest(await look())) wrong.push(`${at}: recovery ends at ${JSON.stringify(await look())}`);
      });
      expect(wrong).toEqual([]);
    }, 120_000);
  });

  describe('the recovery of more key results than go into a batch', () => {
    const ids = numbered(450, (number) => `kr-${number}`);

    beforeEach(async () => {
      await site.clear();
      await store.cycles.add(cycle);
      await store.objectives.insert(objective());
      for (const id of ids) await store.keyResults.insert(workKeyResult({ id }));
    }, 30_000);

    /** Recovers; answers the batches that were told of, in order. */
    const recover = async (now: number, meanwhile: () => Promise<void> = () => Promise.resolve()) => {
      const batches: (readonly string[])[] = [];
      await recomputeDirty({
        ...depsOver(sql, now),
        publish: async ({ keyResultIds }) => {
          batches.push(keyResultIds);
          await meanwhile();
        },
      });
      return batches;
    };

    test('computes each once and leaves none', async () => {
      expect(await recover(noon)).toEqual([ids.slice(0, 200), ids.slice(200, 400), ids.slice(400)]);
      await expect(look()).resolves.toMatchObject({ dirty: [], computedAt: ids.map(() => noon) });
    });

    test('ends when they get dirty again as fast as they are computed, and leaves that for the next pass', async () => {
      expect(await recover(noon, () => store.numbers.raiseMarks(ids))).toHaveLength(3);
      await expect(look()).resolves.toMatchObject({ dirty: ids });
    });

    test('finds what was abandoned on every page', async () => {
      await store.numbers.markDirty(ids, noon);
      await recover(noon);
      await expect(look()).resolves.toMatchObject({ dirty: [], open: ids });
      expect((await recover(abandoned)).flat()).toEqual(ids);
      await expect(look()).resolves.toMatchObject({ dirty: [], open: [], computedAt: ids.map(() => abandoned) });
    });
  });
});
