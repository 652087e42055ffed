/** What nearly every question needs before anything else, in one request: the cycles and the settings. */
import { parseCycle, type CycleRecord } from './cycles';
import { parseSetting, type SettingRecord } from './settings';
import { textOf } from './row';
import type { SqlClient } from './sql-client';

export type SiteFrame = {
  /** Earliest start first. */
  readonly cycles: readonly CycleRecord[];
  readonly settings: ReadonlyMap<string, SettingRecord>;
};

const before = (a: CycleRecord, b: CycleRecord): boolean => a.startDay < b.startDay || (a.startDay === b.startDay && a.id < b.id);

export const createSiteFrameStore = (sql: SqlClient) => ({
  async read(): Promise<SiteFrame> {
    const rows = await sql.query(
      `SELECT 'cycle' AS part, c.id AS cycle_id, c.name AS cycle_name, c.start_day AS cycle_start_day, c.end_day AS cycle_end_day,
         c.state AS cycle_state, c.closed_day AS cycle_closed_day, c.change_id AS cycle_change_id, c.version AS cycle_version,
         NULL AS name, NULL AS value, NULL AS change_id, NULL AS version FROM cycle c
       UNION ALL SELECT 'setting', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, s.name, s.value, s.change_id, s.version FROM setting s`,
      [],
    );
    return {
      cycles: rows
        .filter((row) => textOf(row, 'part') === 'cycle')
        .map(parseCycle)
        .sort((a, b) => (before(a, b) ? -1 : before(b, a) ? 1 : 0)),
      settings: new Map(
        rows
          .filter((row) => textOf(row, 'part') === 'setting')
          .map(parseSetting)
          .map((setting) => [setting.name, setting]),
      ),
    };
  },
});
