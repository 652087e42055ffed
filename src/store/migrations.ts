/**
 * The schema, append-only: a migration that has shipped is never edited. Every statement can run twice (two runs may overlap on Forge,
 * which has no lock), and says the same on TiDB, MariaDB and SQLite.
 * Days are CHAR(10) `YYYY-MM-DD`, instants BIGINT epoch ms, flags INT 0/1, ids text.
 */
export type Migration = { readonly name: string; readonly statement: string };

export const migrations: readonly Migration[] = [
  {
    name: 'v001_cycle',
    statement: `CREATE TABLE IF NOT EXISTS cycle (
      id VARCHAR(64) NOT NULL PRIMARY KEY, name VARCHAR(64) NOT NULL, start_day CHAR(10) NOT NULL, end_day CHAR(10) NOT NULL)`,
  },
  {
    name: 'v002_objective',
    statement: `CREATE TABLE IF NOT EXISTS objective (
      id VARCHAR(64) NOT NULL PRIMARY KEY, number INT NOT NULL, project_id VARCHAR(24) NOT NULL, cycle_id VARCHAR(64) NOT NULL,
      title VARCHAR(255) NOT NULL, description TEXT NOT NULL, owner_account_id VARCHAR(128), weight DOUBLE NOT NULL,
      progress DOUBLE, roll_mark BIGINT NOT NULL DEFAULT 0,
      archived_at BIGINT, created_at BIGINT NOT NULL, created_by VARCHAR(128) NOT NULL, version INT NOT NULL, UNIQUE (number))`,
  },
  {
    name: 'v003_key_result',
    statement: `CREATE TABLE IF NOT EXISTS key_result (
      id VARCHAR(64) NOT NULL PRIMARY KEY, number INT NOT NULL, objective_id VARCHAR(64) NOT NULL, kind VARCHAR(16) NOT NULL,
      title VARCHAR(255) NOT NULL, owner_account_id VARCHAR(128), weight DOUBLE NOT NULL, start_day CHAR(10), due_day CHAR(10),
      weight_by VARCHAR(16) NOT NULL, unestimated_weight DOUBLE, in_progress_credit DOUBLE NOT NULL,
      start_value DOUBLE, target_value DOUBLE, unit VARCHAR(16) NOT NULL, current_value DOUBLE, current_day CHAR(10),
      progress DOUBLE, in_scope INT NOT NULL, counted INT NOT NULL, done INT NOT NULL, in_progress INT NOT NULL,
      cancelled INT NOT NULL, through_children INT NOT NULL, unestimated INT NOT NULL,
      dirty_mark BIGINT NOT NULL, computed_mark BIGINT NOT NULL, computed_at BIGINT,
      open_writes INT NOT NULL DEFAULT 0, marked_at BIGINT NOT NULL DEFAULT 0,
      archived_at BIGINT, created_at BIGINT NOT NULL, created_by VARCHAR(128) NOT NULL, version INT NOT NULL, UNIQUE (number))`,
  },
  {
    name: 'v004_scope_source',
    statement: `CREATE TABLE IF NOT EXISTS scope_source (
      id VARCHAR(64) NOT NULL PRIMARY KEY, key_result_id VARCHAR(64) NOT NULL, type VARCHAR(16) NOT NULL, issue_id VARCHAR(24), jql TEXT,
      created_at BIGINT NOT NULL, created_by VARCHAR(128) NOT NULL)`,
  },
  {
    name: 'v005_scope_issue',
    statement: `CREATE TABLE IF NOT EXISTS scope_issue (
      source_id VARCHAR(64) NOT NULL, issue_id VARCHAR(24) NOT NULL, key_result_id VARCHAR(64) NOT NULL, added_at BIGINT NOT NULL,
      PRIMARY KEY (source_id, issue_id))`,
  },
  {
    name: 'v006_issue_fact',
    statement: `CREATE TABLE IF NOT EXISTS issue_fact (
      issue_id VARCHAR(24) NOT NULL PRIMARY KEY, project_id VARCHAR(24) NOT NULL, parent_id VARCHAR(24), status_category VARCHAR(16) NOT NULL,
      resolution VARCHAR(255), cancelled INT NOT NULL, gone INT NOT NULL, points DOUBLE, updated_at BIGINT NOT NULL, checked_at BIGINT NOT NULL)`,
  },
  {
    name: 'v007_pending_issue',
    statement: `CREATE TABLE IF NOT EXISTS pending_issue (
      issue_id VARCHAR(24) NOT NULL PRIMARY KEY, mark VARCHAR(64) NOT NULL, marked_at BIGINT NOT NULL)`,
  },
  {
    name: 'v008_check_in',
    statement: `CREATE TABLE IF NOT EXISTS check_in (
      id VARCHAR(64) NOT NULL PRIMARY KEY, key_result_id VARCHAR(64) NOT NULL, value DOUBLE NOT NULL, day CHAR(10) NOT NULL,
      created_at BIGINT NOT NULL, created_by VARCHAR(128) NOT NULL)`,
  },
  {
    name: 'v009_snapshot',
    statement: `CREATE TABLE IF NOT EXISTS snapshot (
      subject_id VARCHAR(64) NOT NULL, day CHAR(10) NOT NULL, subject_type VARCHAR(16) NOT NULL, progress DOUBLE,
      in_scope INT, counted INT, done INT, cancelled INT, value DOUBLE, PRIMARY KEY (subject_id, day))`,
  },
  {
    name: 'v010_setting',
    statement: `CREATE TABLE IF NOT EXISTS setting (name VARCHAR(64) NOT NULL PRIMARY KEY, value TEXT NOT NULL)`,
  },
  { name: 'v011_objective_project', statement: `CREATE INDEX IF NOT EXISTS objective_project ON objective (project_id, cycle_id, number)` },
  { name: 'v012_key_result_objective', statement: `CREATE INDEX IF NOT EXISTS key_result_objective ON key_result (objective_id)` },
  { name: 'v013_scope_source_key_result', statement: `CREATE INDEX IF NOT EXISTS scope_source_key_result ON scope_source (key_result_id)` },
  { name: 'v014_scope_source_type', statement: `CREATE INDEX IF NOT EXISTS scope_source_type ON scope_source (type)` },
  { name: 'v015_scope_issue_issue', statement: `CREATE INDEX IF NOT EXISTS scope_issue_issue ON scope_issue (issue_id)` },
  {
    name: 'v016_scope_issue_key_result',
    statement: `CREATE INDEX IF NOT EXISTS scope_issue_key_result ON scope_issue (key_result_id, issue_id)`,
  },
  { name: 'v017_issue_fact_parent', statement: `CREATE INDEX IF NOT EXISTS issue_fact_parent ON issue_fact (parent_id)` },
  { name: 'v018_issue_fact_checked', statement: `CREATE INDEX IF NOT EXISTS issue_fact_checked ON issue_fact (checked_at)` },
  { name: 'v019_check_in_key_result', statement: `CREATE INDEX IF NOT EXISTS check_in_key_result ON check_in (key_result_id, day)` },
  { name: 'v020_scope_source_issue', statement: `CREATE INDEX IF NOT EXISTS scope_source_issue ON scope_source (issue_id)` },
];
