/** What nearly every question needs before anything else, in one request: the cycles and the settings, and for a page the app's roles of who opens it. */
import { cycleColumns, noCycleColumns, parseCycle, type CycleRecord } from './cycles';
import { quoted } from './id-list';
import { parseSetting, type SettingRecord } from './settings';
import { textOf } from './row';
import type { Row, SqlClient } from './sql-client';

export type SiteFrame = {
  /** Earliest start first. */
  readonly cycles: readonly CycleRecord[];
  readonly settings: ReadonlyMap<string, SettingRecord>;
};

/** What a person is in the app; `ledGroupIds` are live groups, in no order. */
type AppRoles = { readonly isOkrAdmin: boolean; readonly ledGroupIds: readonly string[] };

const before = (a: CycleRecord, b: CycleRecord): boolean => a.startDay < b.startDay || (a.startDay === b.startDay && a.id < b.id);

const frameOf = (rows: readonly Row[]): SiteFrame => ({
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
});

const selectFrame = `SELECT 'cycle' AS part, ${cycleColumns('c')}, NULL AS name, NULL AS value, NULL AS change_id, NULL AS version FROM cycle c
  UNION ALL SELECT 'setting', ${noCycleColumns}, s.name, s.value, s.change_id, s.version FROM setting s`;

/** A role as a row of the frame: its name in `part`, what it is for in `name`. */
const selectRole = (role: string, name: string, from: string): string =>
  `UNION ALL SELECT '${role}', ${noCycleColumns}, ${name}, NULL, NULL, NULL FROM ${from}`;

export const createSiteFrameStore = (sql: SqlClient) => ({
  async read(): Promise<SiteFrame> {
    return frameOf(await sql.query(selectFrame, []));
  },

  /** The same, with whether an account is an OKR admin and which live groups it leads. */
  async readFor(accountId: string): Promise<SiteFrame & { readonly roles: AppRoles }> {
    const rows = await sql.query(
      `${selectFrame}
       ${selectRole('okr-admin', 'a.account_id', 'okr_admin a WHERE a.account_id = ? AND a.revoked_at IS NULL')}
       ${selectRole('led-group', 'g.id', 'okr_group g WHERE g.archived_at IS NULL AND INSTR(g.leads, ?) > 0')}`,
      [accountId, quoted(accountId)],
    );
    const namesOf = (role: string): readonly string[] =>
      rows.filter((row) => textOf(row, 'part') === role).map((row) => textOf(row, 'name'));
    return { ...frameOf(rows), roles: { isOkrAdmin: namesOf('okr-admin').length > 0, ledGroupIds: namesOf('led-group') } };
  },
});
