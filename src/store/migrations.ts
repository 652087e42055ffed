/**
 * The schema, append-only from the first release on: a migration that has shipped is never edited. Every statement can run twice (two runs
 * may overlap on Forge, which has no lock), and says the same on TiDB, MariaDB and SQLite.
 * Days are CHAR(10) `YYYY-MM-DD`, instants BIGINT epoch ms, flags INT 0/1, ids text.
 * Indexes are UNIQUE constraints that end in the primary key: they constrain nothing, and cost no statement of their own, of which Forge
 * takes 25 a minute: a new installation is set up within two.
 */
export type Migration = { readonly name: string; readonly statement: string };

export const migrations: readonly Migration[] = [
  {
    name: 'v001_cycle',
    statement: `CREATE TABLE IF NOT EXISTS cycle (
      id VARCHAR(64) NOT NULL PRIMARY KEY, name VARCHAR(64) NOT NULL, start_day CHAR(10) NOT NULL, end_day CHAR(10) NOT NULL,
      state VARCHAR(8) NOT NULL, closed_day CHAR(10), themes TEXT, capacity_words TEXT, capacity_at BIGINT, capacity_by VARCHAR(128),
      change_id VARCHAR(64), version INT NOT NULL)`,
  },
  {
    name: 'v002_objective',
    statement: `CREATE TABLE IF NOT EXISTS objective (
      id VARCHAR(64) NOT NULL PRIMARY KEY, number INT NOT NULL, level VARCHAR(8) NOT NULL, home_id VARCHAR(64) NOT NULL,
      cycle_id VARCHAR(64) NOT NULL, title VARCHAR(255) NOT NULL, description TEXT NOT NULL, owner_account_id VARCHAR(128),
      contributors TEXT NOT NULL, private INT NOT NULL, audience TEXT NOT NULL, weight DOUBLE NOT NULL,
      parent_id VARCHAR(64), parent_key_result_id VARCHAR(64),
      contribution VARCHAR(8), contribution_by VARCHAR(128), contribution_at BIGINT, contribution_words TEXT,
      roll_up VARCHAR(16) NOT NULL, sort_rank BIGINT NOT NULL, copied_from_id VARCHAR(64), ambition VARCHAR(16) NOT NULL, grade DOUBLE, closing TEXT, graded_at BIGINT, graded_by VARCHAR(128),
      override_progress DOUBLE, override_reason TEXT, override_until CHAR(10), override_by VARCHAR(128), health_override TEXT, dismissed_rules TEXT,
      progress DOUBLE, measured INT NOT NULL, parts INT NOT NULL, roll_mark BIGINT NOT NULL, rolled_mark BIGINT NOT NULL, change_id VARCHAR(64),
      archived_at BIGINT, created_at BIGINT NOT NULL, created_by VARCHAR(128) NOT NULL, version INT NOT NULL,
      UNIQUE (number), UNIQUE (level, home_id, cycle_id, sort_rank, number), UNIQUE (parent_id, id))`,
  },
  {
    name: 'v003_key_result',
    statement: `CREATE TABLE IF NOT EXISTS key_result (
      id VARCHAR(64) NOT NULL PRIMARY KEY, number INT NOT NULL, objective_id VARCHAR(64) NOT NULL, sort_rank BIGINT NOT NULL, kind VARCHAR(16) NOT NULL,
      title VARCHAR(255) NOT NULL, owner_account_id VARCHAR(128), contributors TEXT NOT NULL, weight DOUBLE NOT NULL,
      start_day CHAR(10), due_day CHAR(10),
      weight_by VARCHAR(16) NOT NULL, weight_field VARCHAR(64), unestimated_weight DOUBLE, in_progress_credit DOUBLE NOT NULL,
      wanted DOUBLE, shared VARCHAR(8) NOT NULL,
      start_value DOUBLE, target_value DOUBLE, low_value DOUBLE, high_value DOUBLE, unit VARCHAR(16) NOT NULL,
      value_source_id VARCHAR(64), value_measure VARCHAR(8) NOT NULL, value_jql TEXT, value_field VARCHAR(64), milestones TEXT NOT NULL,
      current_value DOUBLE, current_day CHAR(10), progress DOUBLE, work_progress DOUBLE, credit_sum DOUBLE NOT NULL, weight_sum DOUBLE NOT NULL,
      in_scope INT NOT NULL, counted INT NOT NULL, done INT NOT NULL, in_progress INT NOT NULL,
      cancelled INT NOT NULL, through_children INT NOT NULL, unestimated INT NOT NULL,
      dirty_mark BIGINT NOT NULL, computed_mark BIGINT NOT NULL, computed_at BIGINT, open_writes INT NOT NULL, marked_at BIGINT NOT NULL,
      baseline_id VARCHAR(64), baseline_day CHAR(10), checked_in_at BIGINT, health_override TEXT, dismissed_rules TEXT, untold TEXT, change_id VARCHAR(64),
      forecast TEXT, chance DOUBLE, first_chance DOUBLE, forecast_day CHAR(10),
      archived_at BIGINT, created_at BIGINT NOT NULL, created_by VARCHAR(128) NOT NULL, version INT NOT NULL,
      UNIQUE (number), UNIQUE (objective_id, id))`,
  },
  {
    name: 'v004_scope_source',
    statement: `CREATE TABLE IF NOT EXISTS scope_source (
      id VARCHAR(64) NOT NULL PRIMARY KEY, key_result_id VARCHAR(64) NOT NULL, type VARCHAR(16) NOT NULL, issue_id VARCHAR(24), jql TEXT,
      created_at BIGINT NOT NULL, created_by VARCHAR(128) NOT NULL, reason TEXT, listed_at BIGINT NOT NULL,
      removed_at BIGINT, removed_by VARCHAR(128), removed_reason TEXT,
      UNIQUE (key_result_id, id), UNIQUE (type, id), UNIQUE (issue_id, id))`,
  },
  {
    name: 'v005_scope_issue',
    statement: `CREATE TABLE IF NOT EXISTS scope_issue (
      source_id VARCHAR(64) NOT NULL, issue_id VARCHAR(24) NOT NULL, key_result_id VARCHAR(64) NOT NULL, added_at BIGINT NOT NULL,
      PRIMARY KEY (source_id, issue_id), UNIQUE (issue_id, source_id), UNIQUE (key_result_id, issue_id, source_id))`,
  },
  {
    name: 'v006_issue_fact',
    statement: `CREATE TABLE IF NOT EXISTS issue_fact (
      issue_id VARCHAR(24) NOT NULL PRIMARY KEY, project_id VARCHAR(24) NOT NULL, parent_id VARCHAR(24), status_category VARCHAR(16) NOT NULL,
      resolution VARCHAR(255), cancelled INT NOT NULL, gone INT NOT NULL, points DOUBLE, estimate DOUBLE, numbers TEXT NOT NULL,
      assignee_account_id VARCHAR(128), moved_at BIGINT, updated_at BIGINT NOT NULL, checked_at BIGINT NOT NULL,
      UNIQUE (parent_id, issue_id), UNIQUE (checked_at, issue_id), UNIQUE (project_id, issue_id))`,
  },
  {
    name: 'v007_pending_issue',
    statement: `CREATE TABLE IF NOT EXISTS pending_issue (
      issue_id VARCHAR(24) NOT NULL PRIMARY KEY, mark VARCHAR(64) NOT NULL, marked_at BIGINT NOT NULL, changed_by VARCHAR(128))`,
  },
  {
    name: 'v008_check_in',
    statement: `CREATE TABLE IF NOT EXISTS check_in (
      id VARCHAR(64) NOT NULL PRIMARY KEY, key_result_id VARCHAR(64) NOT NULL, day CHAR(10) NOT NULL, value DOUBLE, confidence INT,
      words TEXT NOT NULL, blockers TEXT NOT NULL, progress DOUBLE, created_at BIGINT NOT NULL, created_by VARCHAR(128) NOT NULL,
      change_id VARCHAR(64), version INT NOT NULL, UNIQUE (key_result_id, day, id))`,
  },
  {
    name: 'v009_value_reading',
    statement: `CREATE TABLE IF NOT EXISTS value_reading (
      key_result_id VARCHAR(64) NOT NULL, day CHAR(10) NOT NULL, value_source_id VARCHAR(64) NOT NULL, value DOUBLE, issues INT NOT NULL,
      approximate INT NOT NULL, read_at BIGINT NOT NULL, PRIMARY KEY (key_result_id, day))`,
  },
  {
    name: 'v010_snapshot',
    statement: `CREATE TABLE IF NOT EXISTS snapshot (
      subject_id VARCHAR(64) NOT NULL, day CHAR(10) NOT NULL, subject_type VARCHAR(16) NOT NULL, progress DOUBLE,
      in_scope INT, counted INT, done INT, cancelled INT, credit_sum DOUBLE, weight_sum DOUBLE, value DOUBLE, chance DOUBLE, origin VARCHAR(8) NOT NULL, overridden INT NOT NULL,
      PRIMARY KEY (subject_id, day))`,
  },
  {
    name: 'v011_scope_stay',
    statement: `CREATE TABLE IF NOT EXISTS scope_stay (
      key_result_id VARCHAR(64) NOT NULL, issue_id VARCHAR(24) NOT NULL, entered_at BIGINT NOT NULL, entered_by VARCHAR(128),
      left_at BIGINT, left_by VARCHAR(128), PRIMARY KEY (key_result_id, issue_id, entered_at))`,
  },
  {
    name: 'v012_baseline_issue',
    statement: `CREATE TABLE IF NOT EXISTS baseline_issue (
      baseline_id VARCHAR(64) NOT NULL, issue_id VARCHAR(24) NOT NULL, weight DOUBLE NOT NULL, frozen_at BIGINT NOT NULL,
      PRIMARY KEY (baseline_id, issue_id), UNIQUE (issue_id, baseline_id))`,
  },
  {
    name: 'v013_plan_change',
    statement: `CREATE TABLE IF NOT EXISTS plan_change (
      id VARCHAR(64) NOT NULL PRIMARY KEY, subject_type VARCHAR(16) NOT NULL, subject_id VARCHAR(128) NOT NULL, before_id VARCHAR(64),
      changed_at BIGINT NOT NULL, changed_by VARCHAR(128) NOT NULL, reason TEXT, fields TEXT NOT NULL, is_last INT NOT NULL,
      UNIQUE (subject_id, id), UNIQUE (before_id, id), UNIQUE (changed_at, id))`,
  },
  {
    name: 'v014_issue_past',
    statement: `CREATE TABLE IF NOT EXISTS issue_past (
      issue_id VARCHAR(24) NOT NULL PRIMARY KEY, read_at BIGINT NOT NULL, from_day CHAR(10) NOT NULL, size INT NOT NULL,
      past MEDIUMTEXT NOT NULL, UNIQUE (read_at, issue_id))`,
  },
  {
    name: 'v015_pending_history',
    statement: `CREATE TABLE IF NOT EXISTS pending_history (
      key_result_id VARCHAR(64) NOT NULL PRIMARY KEY, mark VARCHAR(64) NOT NULL, marked_at BIGINT NOT NULL, is_open INT NOT NULL)`,
  },
  {
    name: 'v017_setting',
    statement: `CREATE TABLE IF NOT EXISTS setting (
      name VARCHAR(64) NOT NULL PRIMARY KEY, value TEXT NOT NULL, change_id VARCHAR(64), version INT NOT NULL)`,
  },
  {
    name: 'v018_asked_run',
    statement: `CREATE TABLE IF NOT EXISTS asked_run (queue VARCHAR(64) NOT NULL PRIMARY KEY, believed_until BIGINT NOT NULL)`,
  },
  {
    name: 'v019_okr_group',
    statement: `CREATE TABLE IF NOT EXISTS okr_group (
      id VARCHAR(64) NOT NULL PRIMARY KEY, name VARCHAR(64) NOT NULL, projects TEXT NOT NULL, leads TEXT NOT NULL,
      archived_at BIGINT, created_at BIGINT NOT NULL, created_by VARCHAR(128) NOT NULL, change_id VARCHAR(64), version INT NOT NULL)`,
  },
  {
    name: 'v020_okr_admin',
    statement: `CREATE TABLE IF NOT EXISTS okr_admin (
      account_id VARCHAR(128) NOT NULL PRIMARY KEY, granted_at BIGINT NOT NULL, granted_by VARCHAR(128) NOT NULL,
      revoked_at BIGINT, revoked_by VARCHAR(128), change_id VARCHAR(64))`,
  },
  {
    name: 'v021_inactive_account',
    statement: `CREATE TABLE IF NOT EXISTS inactive_account (account_id VARCHAR(128) NOT NULL PRIMARY KEY, found_at BIGINT NOT NULL)`,
  },
  {
    name: 'v022_comment',
    statement: `CREATE TABLE IF NOT EXISTS comment (
      id VARCHAR(64) NOT NULL PRIMARY KEY, subject_type VARCHAR(16) NOT NULL, subject_id VARCHAR(64) NOT NULL,
      key_result_id VARCHAR(64), thread_id VARCHAR(64) NOT NULL,
      created_at BIGINT NOT NULL, created_by VARCHAR(128) NOT NULL, edited_at BIGINT, removed_at BIGINT, removed_by VARCHAR(128),
      words TEXT NOT NULL, version INT NOT NULL,
      UNIQUE (subject_id, created_at, id), UNIQUE (thread_id, id), UNIQUE (key_result_id, id), UNIQUE (created_at, id))`,
  },
  {
    name: 'v023_coverage',
    statement: `CREATE TABLE IF NOT EXISTS coverage (
      project_id VARCHAR(24) NOT NULL, cycle_id VARCHAR(64) NOT NULL, asked_mark VARCHAR(64), asked_at BIGINT,
      count_id VARCHAR(64), counted_at BIGINT, capped_now INT, capped_done INT, PRIMARY KEY (project_id, cycle_id), UNIQUE (count_id, project_id, cycle_id))`,
  },
  {
    name: 'v024_work_line',
    statement: `CREATE TABLE IF NOT EXISTS work_line (
      count_id VARCHAR(64) NOT NULL, issue_id VARCHAR(24) NOT NULL, above_id VARCHAR(24) NOT NULL, distance INT NOT NULL,
      state VARCHAR(16) NOT NULL, changed_at BIGINT NOT NULL, begun_at BIGINT NOT NULL, assignee_account_id VARCHAR(128), PRIMARY KEY (count_id, issue_id, above_id),
      UNIQUE (above_id, count_id, issue_id))`,
  },
  {
    name: 'v025_objective_reader',
    statement: `CREATE TABLE IF NOT EXISTS objective_reader (
      objective_id VARCHAR(64) NOT NULL, account_id VARCHAR(128) NOT NULL, opened_at BIGINT NOT NULL, acknowledged_at BIGINT,
      stance VARCHAR(8), stance_words TEXT, stance_at BIGINT, settled_at BIGINT, settled_by VARCHAR(128), settled_words TEXT, version INT NOT NULL,
      PRIMARY KEY (objective_id, account_id), UNIQUE (account_id, objective_id))`,
  },
  {
    name: 'v026_vote_round',
    statement: `CREATE TABLE IF NOT EXISTS vote_round (
      id VARCHAR(64) NOT NULL PRIMARY KEY, objective_id VARCHAR(64) NOT NULL, asked TEXT NOT NULL, opened_at BIGINT NOT NULL, opened_by VARCHAR(128) NOT NULL,
      closes_at BIGINT NOT NULL, closed_at BIGINT, closed_by VARCHAR(128), version INT NOT NULL,
      UNIQUE (objective_id, opened_at, id), UNIQUE (closes_at, id))`,
  },
  {
    name: 'v027_confidence_vote',
    statement: `CREATE TABLE IF NOT EXISTS confidence_vote (
      round_id VARCHAR(64) NOT NULL, account_id VARCHAR(128) NOT NULL, confidence INT NOT NULL, words TEXT NOT NULL, voted_at BIGINT NOT NULL,
      PRIMARY KEY (round_id, account_id), UNIQUE (account_id, round_id))`,
  },
  {
    name: 'v028_radar_week',
    statement: `CREATE TABLE IF NOT EXISTS radar_week (
      subject_type VARCHAR(16) NOT NULL, subject_id VARCHAR(64) NOT NULL, cycle_id VARCHAR(64) NOT NULL, week_day CHAR(10) NOT NULL,
      scores TEXT NOT NULL, PRIMARY KEY (subject_type, subject_id, cycle_id, week_day))`,
  },
  {
    name: 'v029_inbox_item',
    statement: `CREATE TABLE IF NOT EXISTS inbox_item (
      id VARCHAR(64) NOT NULL PRIMARY KEY, account_id VARCHAR(128) NOT NULL, type VARCHAR(24) NOT NULL, subject_type VARCHAR(16) NOT NULL,
      subject_id VARCHAR(64) NOT NULL, day CHAR(10) NOT NULL, facts TEXT NOT NULL, created_at BIGINT NOT NULL, read_at BIGINT,
      UNIQUE (account_id, created_at, id), UNIQUE (created_at, id), UNIQUE (account_id, day, type, subject_id))`,
  },
  {
    name: 'v030_person_choice',
    statement: `CREATE TABLE IF NOT EXISTS person_choice (
      account_id VARCHAR(128) NOT NULL PRIMARY KEY, digest INT NOT NULL, reminders INT NOT NULL, version INT NOT NULL)`,
  },
];
