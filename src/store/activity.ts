/**
 * What happened, newest first, read from the rows that say so: who wrote, changed, checked in, said, brought in and took out what. Nothing is kept
 * for it beside those rows, so it can lack nothing and tell nothing that did not come about. What is private to others is left out here.
 */
import type { Home } from '../domain/home';
import { homeIdOf } from './home-columns';
import { parseFields, wasMade, type FieldChangeRecord } from './plan-changes';
import { numberOf, numberOrNull, textOf, textOrNull, wordOf } from './row';
import type { Row, SqlClient, SqlValue } from './sql-client';
import { marks } from './statement';
import { visibleTo, type Condition } from './visible';

type NamedThing = { readonly id: string; readonly number: number; readonly title: string };

export type NumberedThing = { readonly type: 'objective' | 'key-result'; readonly number: number };

/** What an entry is about. Check-ins are about their key result. */
type ActivityThing =
  | { readonly type: 'objective'; readonly objective: NamedThing }
  | { readonly type: 'key-result'; readonly objective: NamedThing; readonly keyResult: NamedThing }
  | { readonly type: 'cycle' | 'group' | 'setting' | 'okr-admin'; readonly id: string; readonly name: string };

export type Happened =
  | { readonly did: 'write' }
  | { readonly did: 'change' | 'correct'; readonly fields: readonly FieldChangeRecord[] }
  | {
      readonly did: 'check in';
      readonly day: string;
      readonly value: number | null;
      readonly confidence: number | null;
      readonly words: string;
      readonly blockers: string;
    }
  | {
      readonly did: 'add source' | 'remove source';
      readonly issueId: string | null;
      readonly jql: string | null;
      readonly children: boolean;
    }
  | { readonly did: 'take stance'; readonly stance: 'support' | 'concern'; readonly words: string | null }
  | { readonly did: 'settle concern'; readonly words: string | null }
  | { readonly did: 'ask for votes' | 'close vote' }
  | { readonly did: 'comment' | 'remove comment'; readonly on: 'objective' | 'key-result' | 'check-in'; readonly words: string };

export type ActivityRecord = {
  /** Unique together with `part` and `at`. */
  readonly id: string;
  /** Epoch ms. */
  readonly at: number;
  readonly part: number;
  readonly byAccountId: string;
  readonly reason: string | null;
  readonly thing: ActivityThing;
  readonly happened: Happened;
};

/** Where a page ended. */
export type ActivityPlace = Pick<ActivityRecord, 'at' | 'part' | 'id'>;

/** Whose history: of one thing (an objective with its key results), of a place, or of the company, its groups and these projects. */
export type ActivityScope =
  | { readonly type: 'objective' | 'key-result'; readonly id: string }
  | { readonly type: 'place'; readonly home: Home }
  | { readonly type: 'everything'; readonly projectIds: readonly string[] };

const detailColumns = [
  'objective_id', 'objective_number', 'objective_title', 'key_result_id', 'key_result_number', 'key_result_title', 'thing_id', 'thing_name',
  'reason', 'fields', 'day', 'value', 'confidence', 'words', 'blockers', 'source_type', 'issue_id', 'jql', 'subject_type', 'stance',
] as const; // prettier-ignore

type Columns = Partial<Record<(typeof detailColumns)[number], string>>;

type Branch = {
  readonly did: Happened['did'];
  readonly thing: ActivityThing['type'];
  readonly id: string;
  readonly at: string;
  readonly by: string;
  readonly from: string;
  readonly where?: string;
  readonly columns: Columns;
};

const ofObjective: Columns = { objective_id: 'o.id', objective_number: 'o.number', objective_title: 'o.title' };
const ofKeyResult: Columns = { ...ofObjective, key_result_id: 'k.id', key_result_number: 'k.number', key_result_title: 'k.title' };
const above = 'JOIN objective o ON o.id = k.objective_id';
const recorded = { id: 'p.id', at: 'p.changed_at', by: 'p.changed_by' } as const;
const recordColumns: Columns = { reason: 'p.reason', fields: 'p.fields' };
const sourceColumns: Columns = { ...ofKeyResult, source_type: 's.type', issue_id: 's.issue_id', jql: 's.jql' };

function commentsOn(thing: 'objective' | 'key-result', from: string, of: Columns): readonly Branch[] {
  const shared = { thing, id: 'm.id', from, columns: { ...of, words: 'm.words', subject_type: 'm.subject_type' } } as const;
  return [
    { ...shared, did: 'comment', at: 'm.created_at', by: 'm.created_by', where: 'm.removed_at IS NULL' },
    { ...shared, did: 'remove comment', at: 'm.removed_at', by: 'm.removed_by', where: 'm.removed_at IS NOT NULL' },
  ];
}

const readers = 'objective_reader r JOIN objective o ON o.id = r.objective_id';
const rounds = 'vote_round r JOIN objective o ON o.id = r.objective_id';

/** What people say to an objective, and that they are asked for votes. What somebody votes is never part of a history. */
const buyInBranches: readonly Branch[] = [
  {
    did: 'take stance',
    thing: 'objective',
    id: 'r.account_id',
    at: 'r.stance_at',
    by: 'r.account_id',
    from: readers,
    where: 'r.stance IS NOT NULL',
    columns: { ...ofObjective, stance: 'r.stance', words: 'r.stance_words' },
  },
  {
    did: 'settle concern',
    thing: 'objective',
    id: 'r.account_id',
    at: 'r.settled_at',
    by: 'r.settled_by',
    from: readers,
    where: 'r.settled_at IS NOT NULL',
    columns: { ...ofObjective, words: 'r.settled_words' },
  },
  { did: 'ask for votes', thing: 'objective', id: 'r.id', at: 'r.opened_at', by: 'r.opened_by', from: rounds, columns: ofObjective },
  {
    did: 'close vote',
    thing: 'objective',
    id: 'r.id',
    at: 'r.closed_at',
    by: 'r.closed_by',
    from: rounds,
    where: 'r.closed_by IS NOT NULL',
    columns: ofObjective,
  },
];

/** What happens to objectives and key results. The place of a branch in the list tells entries of the same moment apart. */
const okrBranches: readonly Branch[] = [
  { did: 'write', thing: 'objective', id: 'o.id', at: 'o.created_at', by: 'o.created_by', from: 'objective o', columns: ofObjective },
  {
    did: 'change',
    thing: 'objective',
    ...recorded,
    from: `plan_change p JOIN objective o ON o.id = p.subject_id AND p.subject_type = 'objective'`,
    where: wasMade('o'),
    columns: { ...ofObjective, ...recordColumns },
  },
  {
    did: 'write',
    thing: 'key-result',
    id: 'k.id',
    at: 'k.created_at',
    by: 'k.created_by',
    from: `key_result k ${above}`,
    columns: ofKeyResult,
  },
  {
    did: 'change',
    thing: 'key-result',
    ...recorded,
    from: `plan_change p JOIN key_result k ON k.id = p.subject_id AND p.subject_type = 'key-result' ${above}`,
    where: wasMade('k'),
    columns: { ...ofKeyResult, ...recordColumns },
  },
  {
    did: 'check in',
    thing: 'key-result',
    id: 'c.id',
    at: 'c.created_at',
    by: 'c.created_by',
    from: `check_in c JOIN key_result k ON k.id = c.key_result_id ${above}`,
    columns: { ...ofKeyResult, day: 'c.day', value: 'c.value', confidence: 'c.confidence', words: 'c.words', blockers: 'c.blockers' },
  },
  {
    did: 'correct',
    thing: 'key-result',
    ...recorded,
    from: `plan_change p JOIN check_in c ON c.id = p.subject_id AND p.subject_type = 'check-in' JOIN key_result k ON k.id = c.key_result_id ${above}`,
    where: wasMade('c'),
    columns: { ...ofKeyResult, ...recordColumns },
  },
  {
    did: 'add source',
    thing: 'key-result',
    id: 's.id',
    at: 's.created_at',
    by: 's.created_by',
    from: `scope_source s JOIN key_result k ON k.id = s.key_result_id ${above}`,
    columns: { ...sourceColumns, reason: 's.reason' },
  },
  {
    did: 'remove source',
    thing: 'key-result',
    id: 's.id',
    at: 's.removed_at',
    by: 's.removed_by',
    from: `scope_source s JOIN key_result k ON k.id = s.key_result_id ${above}`,
    where: 's.removed_at IS NOT NULL',
    columns: { ...sourceColumns, reason: 's.removed_reason' },
  },
  ...commentsOn('objective', `comment m JOIN objective o ON o.id = m.subject_id AND m.subject_type = 'objective'`, ofObjective),
  ...commentsOn('key-result', `comment m JOIN key_result k ON k.id = m.key_result_id ${above}`, ofKeyResult),
  ...buyInBranches,
];

const changeOf = (type: 'cycle' | 'group' | 'setting' | 'okr-admin', table: string, id: string, name: string): Branch => ({
  did: 'change',
  thing: type,
  ...recorded,
  from: `plan_change p JOIN ${table} x ON x.${id} = p.subject_id AND p.subject_type = '${type}'`,
  where: wasMade('x'),
  columns: { thing_id: `x.${id}`, thing_name: `x.${name}`, ...recordColumns },
});

/** What happens to the cycles, which everybody may know. */
const cycleBranches: readonly Branch[] = [
  changeOf('cycle', 'cycle', 'id', 'name'),
  {
    did: 'change',
    thing: 'cycle',
    ...recorded,
    from: 'plan_change p',
    where: `p.is_last = 1 AND p.subject_type = 'cycle' AND NOT EXISTS (SELECT 1 FROM cycle x WHERE x.id = p.subject_id)`,
    columns: { thing_id: 'p.subject_id', thing_name: 'p.subject_id', ...recordColumns },
  },
];

/** What happens to what OKR admins set up besides. */
const setUpBranches: readonly Branch[] = [
  {
    did: 'write',
    thing: 'group',
    id: 'x.id',
    at: 'x.created_at',
    by: 'x.created_by',
    from: 'okr_group x',
    columns: { thing_id: 'x.id', thing_name: 'x.name' },
  },
  changeOf('group', 'okr_group', 'id', 'name'),
  changeOf('setting', 'setting', 'name', 'name'),
  changeOf('okr-admin', 'okr_admin', 'account_id', 'account_id'),
];

const branches: readonly Branch[] = [...okrBranches, ...cycleBranches, ...setUpBranches];

function inScope(scope: ActivityScope): Condition {
  switch (scope.type) {
    case 'objective':
      return { sql: 'o.id = ?', params: [scope.id] };
    case 'key-result':
      return { sql: 'k.id = ?', params: [scope.id] };
    case 'place':
      return { sql: 'o.level = ? AND o.home_id = ?', params: [scope.home.level, homeIdOf(scope.home)] };
    case 'everything': {
      const projects = scope.projectIds.length === 0 ? '' : ` OR o.home_id IN (${marks(scope.projectIds.length)})`;
      return { sql: `(o.level <> 'project'${projects})`, params: scope.projectIds };
    }
  }
}

/** Entries come by time, then by branch, then by id, all of them descending. */
function earlier({ at, id }: Branch, part: number, before: ActivityPlace | null): Condition {
  if (before === null) return { sql: '1 = 1', params: [] };
  if (part > before.part) return { sql: `${at} < ?`, params: [before.at] };
  if (part < before.part) return { sql: `${at} <= ?`, params: [before.at] };
  return { sql: `(${at} < ? OR (${at} = ? AND ${id} < ?))`, params: [before.at, before.at, before.id] };
}

/** The latest entries of these branches, each held to its condition. */
function statementOf(
  asked: readonly { readonly branch: Branch; readonly held: Condition }[],
  before: ActivityPlace | null,
  limit: number,
): { readonly statement: string; readonly params: readonly SqlValue[] } {
  const parts = asked.map(({ branch, held }) => {
    const part = branches.indexOf(branch);
    const place = earlier(branch, part, before);
    const details = detailColumns.map((name) => `${branch.columns[name] ?? 'NULL'} AS ${name}`).join(', ');
    return {
      sql: `SELECT * FROM (SELECT ${part} AS part, ${branch.id} AS id, ${branch.at} AS at, ${branch.by} AS by_id, ${details}
        FROM ${branch.from} WHERE ${branch.where ?? '1 = 1'} AND ${held.sql} AND ${place.sql}
        ORDER BY ${branch.at} DESC, ${branch.id} DESC LIMIT ${limit}) b${part}`,
      params: [...held.params, ...place.params],
    };
  });
  return {
    statement: `${parts.map(({ sql }) => sql).join(' UNION ALL ')} ORDER BY at DESC, part DESC, id DESC LIMIT ${limit}`,
    params: parts.flatMap(({ params }) => params),
  };
}

const namedIn = (row: Row, of: 'objective' | 'key_result'): NamedThing => ({
  id: textOf(row, `${of}_id`),
  number: numberOf(row, `${of}_number`),
  title: textOf(row, `${of}_title`),
});

function thingIn(row: Row, { thing }: Branch): ActivityThing {
  switch (thing) {
    case 'objective':
      return { type: thing, objective: namedIn(row, 'objective') };
    case 'key-result':
      return { type: thing, objective: namedIn(row, 'objective'), keyResult: namedIn(row, 'key_result') };
    default:
      return { type: thing, id: textOf(row, 'thing_id'), name: textOf(row, 'thing_name') };
  }
}

function happenedIn(row: Row, { did }: Branch): Happened {
  switch (did) {
    case 'write':
      return { did };
    case 'change':
    case 'correct':
      return { did, fields: parseFields(textOf(row, 'fields')) };
    case 'check in':
      return {
        did,
        day: textOf(row, 'day'),
        value: numberOrNull(row, 'value'),
        confidence: numberOrNull(row, 'confidence'),
        words: textOf(row, 'words'),
        blockers: textOf(row, 'blockers'),
      };
    case 'add source':
    case 'remove source':
      return { did, issueId: textOrNull(row, 'issue_id'), jql: textOrNull(row, 'jql'), children: row.source_type === 'children' };
    case 'take stance':
      return { did, stance: wordOf(row, 'stance', ['support', 'concern']), words: textOrNull(row, 'words') };
    case 'settle concern':
      return { did, words: textOrNull(row, 'words') };
    case 'ask for votes':
    case 'close vote':
      return { did };
    case 'comment':
    case 'remove comment':
      return { did, on: wordOf(row, 'subject_type', ['objective', 'key-result', 'check-in']), words: textOf(row, 'words') };
  }
}

function parse(row: Row): ActivityRecord {
  const part = numberOf(row, 'part');
  const branch = branches[part];
  if (branch === undefined) throw new Error(`There is no branch ${part} of what happened.`);
  return {
    id: textOf(row, 'id'),
    at: numberOf(row, 'at'),
    part,
    byAccountId: textOf(row, 'by_id'),
    reason: textOrNull(row, 'reason'),
    thing: thingIn(row, branch),
    happened: happenedIn(row, branch),
  };
}

export const createActivityStore = (sql: SqlClient) => ({
  /** What happened in a scope before a place (null: until now), as far as the person may know of it; newest first. Everything: with the cycles. */
  async list(accountId: string, scope: ActivityScope, before: ActivityPlace | null, limit: number): Promise<readonly ActivityRecord[]> {
    const [within, visible] = [inScope(scope), visibleTo(accountId, 'o')];
    const held: Condition = { sql: `${within.sql} AND ${visible.sql}`, params: [...within.params, ...visible.params] };
    const asked = okrBranches
      .filter(({ thing }) => scope.type !== 'key-result' || thing === 'key-result')
      .map((branch) => ({ branch, held }));
    const free: Condition = { sql: '1 = 1', params: [] };
    const cycles = scope.type === 'everything' ? cycleBranches.map((branch) => ({ branch, held: free })) : [];
    const { statement, params } = statementOf([...asked, ...cycles], before, limit);
    return (await sql.query(statement, params)).map(parse);
  },

  /** What happened to cycles, settings, groups and roles; newest first. */
  async listSetUp(before: ActivityPlace | null, limit: number): Promise<readonly ActivityRecord[]> {
    const free: Condition = { sql: '1 = 1', params: [] };
    const { statement, params } = statementOf(
      [...cycleBranches, ...setUpBranches].map((branch) => ({ branch, held: free })),
      before,
      limit,
    );
    return (await sql.query(statement, params)).map(parse);
  },

  /** The projects in which something lives that the person may know of, live or archived, ascending by id as text. */
  async listProjectIds(accountId: string): Promise<readonly string[]> {
    const visible = visibleTo(accountId, 'o');
    const rows = await sql.query(
      `SELECT DISTINCT o.home_id AS home_id FROM objective o WHERE o.level = 'project' AND ${visible.sql} ORDER BY home_id`,
      visible.params,
    );
    return rows.map((row) => textOf(row, 'home_id'));
  },

  /** What these ids are of objectives and key results that the person may know of. */
  async listNamed(accountId: string, ids: readonly string[]): Promise<ReadonlyMap<string, NumberedThing>> {
    if (ids.length === 0) return new Map();
    const visible = visibleTo(accountId, 'o');
    const rows = await sql.query(
      `SELECT o.id AS id, 'objective' AS type, o.number AS number FROM objective o WHERE o.id IN (${marks(ids.length)}) AND ${visible.sql}
       UNION ALL SELECT k.id AS id, 'key-result' AS type, k.number AS number FROM key_result k ${above}
       WHERE k.id IN (${marks(ids.length)}) AND ${visible.sql}`,
      [...ids, ...visible.params, ...ids, ...visible.params],
    );
    return new Map(
      rows.map((row) => [textOf(row, 'id'), { type: wordOf(row, 'type', ['objective', 'key-result']), number: numberOf(row, 'number') }]),
    );
  },
});
