/** The objectives of some cycles wherever they live, page by page, for one person: what the company page and the alignment are made of. Reading only. */
import type { Home } from '../domain/home';
import { objectiveWithParent } from './alignment-columns';
import { homeIdOf } from './home-columns';
import { parseIds } from './id-list';
import type { Place } from './objectives';
import { objectiveColumns, parseObjective, type ObjectiveRecord } from './objective-row';
import { numberOf, textOf } from './row';
import type { SqlClient } from './sql-client';
import { marks } from './statement';
import { visibleTo } from './visible';

type CompanyPlaces = {
  /** Live groups, by name, with their projects. */
  readonly groups: readonly { readonly id: string; readonly name: string; readonly projectIds: readonly string[] }[];
  /** Projects with live objectives in the cycles that the person may know of, ascending by id as text. */
  readonly projectIds: readonly string[];
  /** Projects with objectives that those of the cycle are aligned to. */
  readonly parentProjectIds: readonly string[];
};

/** After this objective: levels come as company, group, project, then homes by id as text, then the order in each. */
export type After = Place & { readonly home: Home };

export const createCompanyPageStore = (sql: SqlClient) => ({
  /** `cycleIds`: at least one. */
  async listPlaces(accountId: string, cycleIds: readonly string[]): Promise<CompanyPlaces> {
    const visible = visibleTo(accountId, 'o');
    const rows = await sql.query(
      `SELECT p.place AS place, p.id AS id, p.name AS name, p.projects AS projects FROM (
         SELECT 'group' AS place, g.id AS id, g.name AS name, g.projects AS projects FROM okr_group g WHERE g.archived_at IS NULL
         UNION ALL
         SELECT DISTINCT 'project' AS place, o.home_id AS id, '' AS name, '[]' AS projects FROM objective o
         WHERE o.level = 'project' AND o.cycle_id IN (${marks(cycleIds.length)}) AND o.archived_at IS NULL AND ${visible.sql}
         UNION ALL
         SELECT DISTINCT 'parent-project' AS place, a.home_id AS id, '' AS name, '[]' AS projects
         FROM objective o JOIN objective a ON a.id = o.parent_id AND a.level = 'project' AND a.private = 0
         WHERE o.cycle_id IN (${marks(cycleIds.length)}) AND o.archived_at IS NULL
       ) p ORDER BY p.name, p.id`,
      [...cycleIds, ...visible.params, ...cycleIds],
    );
    const rowsOf = (place: string) => rows.filter((row) => textOf(row, 'place') === place);
    return {
      groups: rowsOf('group').map((row) => ({
        id: textOf(row, 'id'),
        name: textOf(row, 'name'),
        projectIds: parseIds(textOf(row, 'projects')),
      })),
      projectIds: rowsOf('project').map((row) => textOf(row, 'id')),
      parentProjectIds: rowsOf('parent-project').map((row) => textOf(row, 'id')),
    };
  },

  /** A page of the live objectives of the company, its groups and these projects, and how many there are in all. */
  async page(query: {
    readonly accountId: string;
    /** At least one. */
    readonly cycleIds: readonly string[];
    readonly projectIds: readonly string[];
    readonly after: After | null;
    readonly limit: number;
  }): Promise<{ readonly objectives: readonly ObjectiveRecord[]; readonly total: number }> {
    const visible = visibleTo(query.accountId, 'p');
    const inProjects = query.projectIds.length === 0 ? '' : ` OR p.home_id IN (${marks(query.projectIds.length)})`;
    const live = `p.cycle_id IN (${marks(query.cycleIds.length)}) AND p.archived_at IS NULL AND (p.level <> 'project'${inProjects}) AND ${visible.sql}`;
    const liveParams = [...query.cycleIds, ...query.projectIds, ...visible.params];
    const { after } = query;
    const later =
      after === null
        ? ''
        : 'AND (p.level > ? OR (p.level = ? AND (p.home_id > ? OR (p.home_id = ? AND (p.sort_rank > ? OR (p.sort_rank = ? AND p.number > ?))))))';
    const laterParams =
      after === null
        ? []
        : [after.home.level, after.home.level, homeIdOf(after.home), homeIdOf(after.home), after.rank, after.rank, after.number];
    const order = 'ORDER BY level, home_id, sort_rank, number';
    const rows = await sql.query(
      `SELECT t.total AS total, o.* FROM (SELECT COUNT(*) AS total FROM objective p WHERE ${live}) t
       LEFT JOIN (SELECT ${objectiveColumns('p')} FROM ${objectiveWithParent('p')} WHERE ${live} ${later} ${order} LIMIT ${query.limit}) o ON 1 = 1
       ${order}`,
      [...liveParams, ...liveParams, ...laterParams],
    );
    const [first] = rows;
    if (first === undefined) throw new Error('A count answered without a row.');
    return { objectives: rows.filter((row) => row.id !== null).map(parseObjective), total: numberOf(first, 'total') };
  },
});
