/**
 * Objectives as people write them: what is wanted where in a cycle, whose it is and who may know of it, what it is aligned to and how it rolls
 * up. Every edit bumps `version`, and raises the roll-up mark in the same statement because the number may follow; the numbers themselves are
 * roll-ups.ts. What is read for a person leaves out what is private to others; nothing is aligned to what is private.
 */
import type { Ambition } from '../domain/closing/ambition';
import type { Home } from '../domain/home';
import type { RollUpMode } from '../domain/model';
import type { DismissedRule } from '../domain/quality/dismissed-rule';
import {
  alignmentColumns,
  contributionColumns,
  objectiveWithParent,
  type AlignmentRecord,
  type ContributionRecord,
} from './alignment-columns';
import { dismissedRulesText } from './dismissed-rules';
import { healthOverrideText, type HealthOverrideRecord } from './health-override';
import { cycleColumns, parseCycle, type CycleRecord } from './cycles';
import { writeIds } from './id-list';
import { homeIdOf } from './home-columns';
import { objectiveColumns, parseObjective, type ObjectiveRecord, type OverrideRecord } from './objective-row';
import { insertNumbered } from './numbered';
import { numberOf, textOf, textOrNull } from './row';
import type { SqlClient } from './sql-client';
import { changedColumns, marks } from './statement';
import { visibleTo } from './visible';

export type NewObjective = Pick<
  ObjectiveRecord,
  | 'id'
  | 'home'
  | 'cycleId'
  | 'title'
  | 'description'
  | 'ownerAccountId'
  | 'audience'
  | 'weight'
  | 'ambition'
  | 'dismissedRules'
  | 'createdBy'
> & { readonly alignment: AlignmentRecord | null; readonly changeId: string | null; readonly createdAt: number };

/** Where an objective stands; a page goes on after it. */
export type Place = Pick<ObjectiveRecord, 'rank' | 'number'>;

export type ObjectiveEdit = {
  readonly home?: Home | undefined;
  readonly rank?: number | undefined;
  readonly cycleId?: string | undefined;
  readonly title?: string | undefined;
  readonly description?: string | undefined;
  readonly ownerAccountId?: string | null | undefined;
  readonly contributorIds?: readonly string[] | undefined;
  readonly audience?: readonly string[] | null | undefined;
  readonly weight?: number | undefined;
  readonly ambition?: Ambition | undefined;
  readonly dismissedRules?: readonly DismissedRule[] | undefined;
  /** Null: aligned to nothing. */
  readonly alignment?: AlignmentRecord | null | undefined;
  /** Another answer to the same alignment. */
  readonly contribution?: ContributionRecord | undefined;
  readonly rollUp?: RollUpMode | undefined;
  readonly override?: OverrideRecord | null | undefined;
  readonly healthOverride?: HealthOverrideRecord | null | undefined;
  /** The record of this change; see plan-changes.ts. */
  readonly changeId?: string | undefined;
};

const overrideColumns = (override: OverrideRecord | null | undefined) =>
  override === undefined
    ? {}
    : {
        override_progress: override?.progress ?? null,
        override_reason: override?.reason ?? null,
        override_until: override?.untilDay ?? null,
        override_by: override?.byAccountId ?? null,
      };

export const createObjectiveStore = (sql: SqlClient) => ({
  /** False when an objective with this id exists already; then nothing was written. */
  insert(objective: NewObjective): Promise<boolean> {
    const alignment = alignmentColumns(objective.alignment);
    return insertNumbered(
      sql,
      'objective',
      [
        'id', 'level', 'home_id', 'cycle_id', 'title', 'description', 'owner_account_id', 'contributors', 'private', 'audience', 'weight', 'ambition',
        'dismissed_rules', 'roll_up', 'measured', 'parts', 'roll_mark', 'rolled_mark', 'change_id', 'created_at', 'created_by', 'version', ...Object.keys(alignment),
      ], // prettier-ignore
      [
        objective.id,
        objective.home.level,
        homeIdOf(objective.home),
        objective.cycleId,
        objective.title,
        objective.description,
        objective.ownerAccountId,
        writeIds([]),
        objective.audience === null ? 0 : 1,
        writeIds(objective.audience ?? []),
        objective.weight,
        objective.ambition,
        dismissedRulesText(objective.dismissedRules) ?? null,
        'key-results',
        0,
        0,
        // What it is aligned to has one part more.
        objective.alignment === null ? 0 : 1,
        0,
        objective.changeId,
        objective.createdAt,
        objective.createdBy,
        1,
        ...Object.values(alignment),
      ],
    );
  },

  /** Archived ones too; null when there is none. */
  async find(id: string): Promise<ObjectiveRecord | null> {
    const [row] = await sql.query(`SELECT ${objectiveColumns('o')} FROM ${objectiveWithParent('o')} WHERE o.id = ?`, [id]);
    return row === undefined ? null : parseObjective(row);
  },

  /** The same for a person: null as well when it is private to others. */
  async findFor(accountId: string, id: string): Promise<ObjectiveRecord | null> {
    const visible = visibleTo(accountId, 'o');
    const [row] = await sql.query(`SELECT ${objectiveColumns('o')} FROM ${objectiveWithParent('o')} WHERE o.id = ? AND ${visible.sql}`, [
      id,
      ...visible.params,
    ]);
    return row === undefined ? null : parseObjective(row);
  },

  /** These, archived ones too, in no order. */
  async list(ids: readonly string[]): Promise<readonly ObjectiveRecord[]> {
    if (ids.length === 0) return [];
    const rows = await sql.query(
      `SELECT ${objectiveColumns('o')} FROM ${objectiveWithParent('o')} WHERE o.id IN (${marks(ids.length)})`,
      ids,
    );
    return rows.map(parseObjective);
  },

  /** The same for a person: what is private to others is missing. */
  async listFor(accountId: string, ids: readonly string[]): Promise<readonly ObjectiveRecord[]> {
    if (ids.length === 0) return [];
    const visible = visibleTo(accountId, 'o');
    const rows = await sql.query(
      `SELECT ${objectiveColumns('o')} FROM ${objectiveWithParent('o')} WHERE o.id IN (${marks(ids.length)}) AND ${visible.sql}`,
      [...ids, ...visible.params],
    );
    return rows.map(parseObjective);
  },

  /** A page of the live objectives of a project and a cycle that the person may know of, in their order, after a given one; and how many there are. */
  async page(query: {
    readonly accountId: string;
    readonly projectId: string;
    readonly cycleId: string;
    readonly after: Place | null;
    readonly limit: number;
  }): Promise<{ readonly objectives: readonly ObjectiveRecord[]; readonly total: number }> {
    const visible = visibleTo(query.accountId, 'p');
    const live = `p.level = 'project' AND p.home_id = ? AND p.cycle_id = ? AND p.archived_at IS NULL AND ${visible.sql}`;
    const liveParams = [query.projectId, query.cycleId, ...visible.params];
    const { after } = query;
    const later = after === null ? '' : 'AND (p.sort_rank > ? OR (p.sort_rank = ? AND p.number > ?))';
    const laterParams = after === null ? [] : [after.rank, after.rank, after.number];
    // The count is a row of its own, joined to the page, so that it is there when the page is empty.
    const rows = await sql.query(
      `SELECT t.total AS total, o.* FROM (SELECT COUNT(*) AS total FROM objective p WHERE ${live}) t
       LEFT JOIN (SELECT ${objectiveColumns('p')} FROM ${objectiveWithParent('p')} WHERE ${live} ${later} ORDER BY p.sort_rank, p.number LIMIT ${query.limit}) o
       ON 1 = 1 ORDER BY o.sort_rank, o.number`,
      [...liveParams, ...liveParams, ...laterParams],
    );
    const [first] = rows;
    if (first === undefined) throw new Error('A count answered without a row.');
    return { objectives: rows.filter((row) => row.id !== null).map(parseObjective), total: numberOf(first, 'total') };
  },

  /** Live objectives of these cycles that the person may know of, wherever they live, by number. */
  async listByCycles(accountId: string, cycleIds: readonly string[]): Promise<readonly ObjectiveRecord[]> {
    if (cycleIds.length === 0) return [];
    const visible = visibleTo(accountId, 'o');
    const rows = await sql.query(
      `SELECT ${objectiveColumns('o')} FROM ${objectiveWithParent('o')}
       WHERE o.cycle_id IN (${marks(cycleIds.length)}) AND o.archived_at IS NULL AND ${visible.sql} ORDER BY o.number`,
      [...cycleIds, ...visible.params],
    );
    return rows.map(parseObjective);
  },

  /**
   * Live objectives that roll up into this one or would once their contribution is accepted: aligned to it, of cycles that its own encloses,
   * neither private; with their cycles, by number.
   */
  async listChildren(id: string): Promise<readonly { readonly objective: ObjectiveRecord; readonly cycle: CycleRecord }[]> {
    const rows = await sql.query(
      `SELECT ${objectiveColumns('c')}, ${cycleColumns('cc')}
       FROM ${objectiveWithParent('c')} JOIN objective o ON o.id = c.parent_id JOIN cycle oc ON oc.id = o.cycle_id
       JOIN cycle cc ON cc.id = c.cycle_id AND cc.start_day >= oc.start_day AND cc.end_day <= oc.end_day
       WHERE c.parent_id = ? AND c.private = 0 AND o.private = 0 AND c.archived_at IS NULL ORDER BY c.number`,
      [id],
    );
    return rows.map((row) => ({ objective: parseObjective(row), cycle: parseCycle(row) }));
  },

  /**
   * Each aligned objective with the one it is aligned to, of every cycle and archived ones too: what a loop is looked for in. What is private has
   * nothing below it, except `shown`, as if it were not private.
   */
  async listParents(shown = ''): Promise<ReadonlyMap<string, string | null>> {
    const rows = await sql.query(
      `SELECT o.id AS id, p.id AS parent_id FROM objective o JOIN objective p ON p.id = o.parent_id AND (p.private = 0 OR p.id = ?)`,
      [shown],
    );
    return new Map(rows.map((row) => [textOf(row, 'id'), textOrNull(row, 'parent_id')]));
  },

  /** Edits one row if it still has this version; false when somebody else was faster. */
  async update(id: string, version: number, edit: ObjectiveEdit): Promise<boolean> {
    const { sets, params } = changedColumns({
      level: edit.home?.level,
      home_id: edit.home && homeIdOf(edit.home),
      sort_rank: edit.rank,
      cycle_id: edit.cycleId,
      title: edit.title,
      description: edit.description,
      owner_account_id: edit.ownerAccountId,
      contributors: edit.contributorIds === undefined ? undefined : writeIds(edit.contributorIds),
      private: edit.audience === undefined ? undefined : edit.audience === null ? 0 : 1,
      audience: edit.audience === undefined ? undefined : writeIds(edit.audience ?? []),
      weight: edit.weight,
      ambition: edit.ambition,
      dismissed_rules: dismissedRulesText(edit.dismissedRules),
      ...(edit.alignment === undefined ? {} : alignmentColumns(edit.alignment)),
      ...(edit.contribution === undefined ? {} : contributionColumns(edit.contribution)),
      roll_up: edit.rollUp,
      ...overrideColumns(edit.override),
      health_override: healthOverrideText(edit.healthOverride),
      change_id: edit.changeId,
    });
    const touched = await sql.run(
      `UPDATE objective SET ${[...sets, 'version = version + 1', 'roll_mark = roll_mark + 1'].join(', ')} WHERE id = ? AND version = ? AND archived_at IS NULL`,
      [...params, id, version],
    );
    return touched === 1;
  },

  /** `at` in epoch ms. */
  async archive(id: string, version: number, { at, changeId }: { readonly at: number; readonly changeId: string }): Promise<boolean> {
    const touched = await sql.run(
      `UPDATE objective SET archived_at = ?, change_id = ?, version = version + 1, roll_mark = roll_mark + 1
       WHERE id = ? AND version = ? AND archived_at IS NULL`,
      [at, changeId, id, version],
    );
    return touched === 1;
  },

  /** Takes an archived one back if it still has this version; false when somebody else was faster. */
  async restore(id: string, version: number, changeId: string): Promise<boolean> {
    const touched = await sql.run(
      `UPDATE objective SET archived_at = NULL, change_id = ?, version = version + 1, roll_mark = roll_mark + 1
       WHERE id = ? AND version = ? AND archived_at IS NOT NULL`,
      [changeId, id, version],
    );
    return touched === 1;
  },
});
