/**
 * Kills a piece of work after each SQL statement that leaves something else behind, lets the scheduled passes recover, and compares what is left
 * with an undisturbed run. Every attempt starts from the same prepared site: its folder is only read, its rows are rewound. Knows nothing of what
 * the work is.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { dayOf } from '../../src/domain/calendar';
import { openSite } from '../../local/site/site';
import type { InvocationRecord, SqlEngine } from '../../local/seams';
import { createLibsqlEngine } from '../../local/forge/sql/libsql-engine';
import { rewinding } from './rewinding';
import { smallCompany } from './small-company';
import { testSiteOver, type TestSite } from './test-site';

export type CrashScenario = {
  readonly name: string;
  readonly prepare: (site: TestSite) => Promise<unknown>;
  readonly act: (site: TestSite) => Promise<unknown>;
  /** True when somebody waits for the answer and may ask again; false when the platform itself must bring it to an end. */
  readonly asked: boolean;
  /** Why numbers need not add up before it has begun; see `leaveUnexplained`. */
  readonly unexplainedBefore?: string;
  /**
   * It is asked for in steps, each of which stays when it dies later: what is left in between may be any of them, and asking again ends as
   * undisturbed. Since what a step does is swept on its own, it dies only at every so many-th place.
   */
  readonly inSteps?: { readonly every: number };
  /** It counts the work of projects, so that what was counted is compared as well. */
  readonly counts?: true;
  /** It reminds people, so that what they were told is compared as well. */
  readonly reminds?: true;
};

const startedAt = Date.parse('2026-11-12T10:00:00.000Z');
const hourMs = 3_600_000;
const today = dayOf(startedAt);

/** What differs between two runs that did the same: times, and counters of how often something was computed. */
const volatile: Readonly<Record<string, readonly string[]>> = {
  cycle: ['change_id'],
  objective: ['created_at', 'archived_at', 'roll_mark', 'rolled_mark', 'change_id', 'contribution_at', 'graded_at'],
  key_result: [
    'created_at',
    'archived_at',
    'computed_at',
    'dirty_mark',
    'computed_mark',
    'marked_at',
    'baseline_id',
    'change_id',
    'checked_in_at',
    'value_source_id',
    'untold',
  ],
  scope_source: ['created_at', 'listed_at', 'removed_at'],
  scope_issue: ['added_at'],
  issue_fact: ['checked_at'],
  pending_issue: [],
  check_in: ['created_at', 'change_id'],
  // Who it was dies with the run that knew.
  scope_stay: ['entered_at', 'entered_by', 'left_at', 'left_by'],
  value_reading: ['value_source_id', 'read_at'],
  baseline_issue: ['baseline_id', 'frozen_at'],
  comment: ['created_at', 'edited_at', 'removed_at'],
  objective_reader: ['opened_at', 'acknowledged_at', 'stance_at', 'settled_at'],
  vote_round: ['opened_at', 'closed_at'],
  confidence_vote: ['voted_at'],
  snapshot: [],
  pending_history: [],
  setting: ['change_id'],
  okr_group: ['created_at', 'archived_at', 'change_id'],
  okr_admin: ['granted_at', 'revoked_at', 'change_id'],
  inactive_account: ['found_at'],
  inbox_item: ['id', 'created_at', 'read_at'],
  person_choice: [],
  coverage: ['count_id', 'counted_at'],
  work_line: ['count_id', 'changed_at', 'begun_at'],
};

async function open(folder: string, engine: SqlEngine): Promise<TestSite> {
  return testSiteOver(
    await openSite({
      dataDir: folder,
      frozenAt: new Date(startedAt).toISOString(),
      // The next site goes on with it.
      engine: { ...engine, close: () => Promise.resolve() },
      jiraState: smallCompany,
      sqlRates: { ddlPerMinute: null },
    }),
  );
}

/** Every row of every table without what is volatile, and what is still dirty. */
async function stateOf(site: TestSite): Promise<Readonly<Record<string, unknown>>> {
  const state: Record<string, unknown> = {};
  for (const [table, columns] of Object.entries(volatile)) {
    const rows = await site.sql(`SELECT * FROM ${table}`);
    state[table] = rows
      .filter((row) => row.name !== 'reconciled-at')
      .map((row) => JSON.stringify(Object.entries(row).filter(([column]) => !columns.includes(column))))
      .sort();
    if (columns.includes('archived_at')) state[`${table} archived`] = rows.filter((row) => row.archived_at !== null).length;
  }
  // Days that are over are told by changelogs, whenever that is done; today's row shows when it was taken.
  state.past = (await site.sql('SELECT * FROM snapshot WHERE day < ?', today)).map((row) => JSON.stringify(row)).sort();
  state.untold = await site.sql('SELECT id, untold FROM key_result ORDER BY id');
  state.dirty = await site.sql('SELECT id FROM key_result WHERE dirty_mark > computed_mark OR open_writes > 0');
  state.behind = await site.sql('SELECT id FROM objective WHERE roll_mark > rolled_mark');
  return state;
}

/**
 * What a person does not see by themselves: quarters exist without a row, settings are looked up when missing, and a past may be told anew
 * for a change that never came.
 */
const unseen = ['cycle', 'setting', 'snapshot', 'past', 'untold'];
/** The day's snapshot shows what was there when it was taken, which is earlier than a second try. */
const dated = ['snapshot'];
/** The work of projects is counted once a day, whenever that comes: a count shows what was there then. */
const countedOf = ({ counts }: CrashScenario): readonly string[] => (counts ? [] : ['coverage', 'work_line']);
/** People are reminded of what stands open at that hour; that it was about to be done otherwise is no fault of a reminder. */
const toldOf = ({ reminds }: CrashScenario): readonly string[] => (reminds ? [] : ['inbox_item']);

const without = (tables: readonly string[], state: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> =>
  Object.fromEntries(Object.entries(state).filter(([table]) => !tables.includes(table)));

/** Two hourly passes, because the first may leave what is too young to be called a leftover. */
async function recover(site: TestSite): Promise<void> {
  for (const hours of [1, 2]) {
    site.site.clock.set(startedAt + hours * hourMs);
    await site.settle();
    await site.site.host.schedule('hourly');
    await site.settle();
  }
}

const isRead = (query: string): boolean => /^\s*SELECT\b/i.test(query);

/**
 * After how many statements of a run to die: before the first, after each that writes, and after the last of each invocation. After one that only
 * reads nothing of ours has changed (in Jira the app only reads), so dying there leaves what dying after the last write leaves; but a job may have been
 * put into the queue since.
 */
function placesToDie(invocations: readonly Pick<InvocationRecord, 'sql'>[]): readonly number[] {
  const places = [0];
  let statements = 0;
  for (const { sql } of invocations)
    for (const [index, { query }] of sql.entries()) {
      statements += 1;
      if (!isRead(query) || index === sql.length - 1) places.push(statements);
    }
  return places;
}

/** Runs the whole sweep; answers at how many places it died. Fails by `expect`. */
export async function sweep(scenario: CrashScenario): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), 'crash-sweep-'));
  const engine = createLibsqlEngine(':memory:');
  const rows = rewinding(engine);
  const fromPrepared = async <T>(run: (site: TestSite) => Promise<T>): Promise<T> => {
    await rows.rewind();
    const site = await open(folder, engine);
    try {
      return await run(site);
    } finally {
      await site.close();
    }
  };
  try {
    const explainLater = (site: TestSite): void => {
      if (scenario.unexplainedBefore !== undefined) site.leaveUnexplained(scenario.unexplainedBefore);
    };
    const prepared = await open(folder, engine);
    explainLater(prepared);
    await scenario.prepare(prepared);
    await prepared.settle();
    prepared.site.save();
    await prepared.close();
    await rows.keep();

    const before = await fromPrepared(async (site) => {
      explainLater(site);
      await recover(site);
      return stateOf(site);
    });
    const { places, after } = await fromPrepared(async (site) => {
      const invocations = await site.recordsOf(() => scenario.act(site));
      await recover(site);
      const every = scenario.inSteps?.every ?? 1;
      return { places: placesToDie(invocations).filter((_, index) => index % every === 0), after: await stateOf(site) };
    });
    const passing = [...countedOf(scenario), ...toldOf(scenario)];
    expect(after.dirty).toEqual([]);
    expect(after.pending_issue).toEqual([]);
    expect(after.pending_history).toEqual([]);

    for (const k of places) {
      await fromPrepared(async (site) => {
        site.leaveUnexplained('its rows are compared with those of the undisturbed run, which is explained');
        site.site.host.dieAfterStatement(k);
        await scenario.act(site).catch(() => undefined);
        site.site.host.dieAfterStatement(null);
        await recover(site);
        if (!scenario.asked) {
          expect({ k, ...(await stateOf(site)) }).toEqual({ k, ...after });
          return;
        }
        // Whoever asked sees all of it or none of it, and asking again completes it.
        const hidden = [...unseen, ...passing];
        const left = without(hidden, await stateOf(site));
        const found = scenario.inSteps !== undefined || [before, after].some((state) => isDeepStrictEqual(left, without(hidden, state)));
        if (!found) expect({ k, ...left }).toEqual({ k, ...without(hidden, before) });
        await scenario.act(site);
        await recover(site);
        const later = [...dated, ...passing];
        expect({ k, ...without(later, await stateOf(site)) }).toEqual({ k, ...without(later, after) });
      });
    }
    return places.length;
  } finally {
    await engine.close();
    rmSync(folder, { recursive: true, force: true });
  }
}
