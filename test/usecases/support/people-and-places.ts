/**
 * A site in which every role is held by a person of its own, and every level has one open and one private objective with key results of all
 * kinds: what the permission matrix is asked of. Its tables can be set back to where they began, which is far quicker than a new site.
 */
import type { Home, Level } from '../../../src/domain/home';
import { rewinding } from '../../support/rewinding';
import { openTestSite, type TestSite } from '../../support/test-site';
import { addMetric, addMilestones, addWork, ask, bring, Q4, SEC, valueOf } from './okr-steps';

export const roles = [
  { name: 'OKR admin', accountId: 'olga' },
  { name: 'Jira admin', accountId: 'ada' },
  { name: 'lead', accountId: 'lena' },
  { name: 'owner', accountId: 'oona' },
  { name: 'key result owner', accountId: 'kim' },
  { name: 'contributor', accountId: 'conny' },
  { name: 'named', accountId: 'nora' },
  { name: 'anyone else', accountId: 'vic' },
  { name: 'no access', accountId: 'sam' },
] as const;

/** What lives in one place: an objective of oona's, with key results of kim's and of nobody's to which conny contributes. */
export type Things = {
  readonly level: Level;
  readonly isPrivate: boolean;
  readonly home: Home;
  readonly objectiveId: string;
  /** Of the objective. */
  readonly rank: number;
  readonly workId: string;
  readonly sourceId: string;
  readonly metricId: string;
  readonly queriedId: string;
  readonly milestonesId: string;
  /** Kim's own, on the metric. */
  readonly checkInId: string;
  /** A key result that nobody owns. */
  readonly unownedId: string;
  /** What nora says about the work. */
  readonly commentId: string;
  /** A vote that kim, conny and nora were asked for and have not given. Nora has a concern about the objective, too. */
  readonly roundId: string;
  /** An objective of oona's, private like the other, that waits for the answer of the open one of the same place. */
  readonly alignedId: string;
};

export type PeopleAndPlaces = {
  readonly site: TestSite;
  readonly places: readonly Things[];
  /** Everything the app had stored when this began, as text. */
  readonly beginning: string;
  /** The same of now. */
  state(): Promise<string>;
  /** Takes everything back to where it began. */
  reset(): Promise<void>;
  close(): Promise<void>;
};

/** A cycle in each state, years ahead, with nothing in it. */
export const cycleIds = { draft: 'cycle-draft', running: 'cycle-running', closed: 'cycle-closed' } as const;
export const milestoneId = 'milestone-1';
const groupId = 'group-00';
/** A group in which nothing lives. */
export const spareGroupId = 'group-01';

const homes: Readonly<Record<Level, Home>> = {
  company: { level: 'company' },
  group: { level: 'group', groupId },
  project: { level: 'project', projectId: SEC },
};

async function write(site: TestSite, level: Level, isPrivate: boolean): Promise<Things> {
  const as = { as: 'olga' };
  const name = `${level}-${isPrivate ? 'private' : 'open'}`;
  const home = homes[level];
  const objective = await ask(
    site,
    'createObjective',
    { id: `${name}-objective`, home, cycleId: Q4, title: name, ownerAccountId: 'oona', audience: isPrivate ? ['nora'] : null },
    as,
  );
  const work = await addWork(site, objective, { ownerAccountId: 'kim' }, as);
  const { sourceId } = await bring(site, work, 'WEB-6', as);
  const metric = await addMetric(site, objective, { ownerAccountId: 'kim' }, as);
  const queried = await addMetric(site, objective, { source: { by: 'jira', jql: 'project = WEB', measure: 'count' } }, as);
  const milestones = await addMilestones(site, objective, [{ id: milestoneId, title: 'Signed', weight: 1, reachedDay: null }], as);
  await site.sql('UPDATE key_result SET owner_account_id = ? WHERE id = ?', 'kim', milestones.id);
  const unowned = await addWork(site, objective, {}, as);
  const alignedWords = { home, cycleId: Q4, title: 'Aligned', ownerAccountId: 'oona', audience: isPrivate ? ['nora'] : null };
  const aligned = await ask(site, 'createObjective', { id: `${name}-aligned`, ...alignedWords, parentId: `${level}-open-objective` }, as);
  await site.sql("UPDATE objective SET contribution = 'waiting' WHERE id = ?", aligned.id);
  const checkInId = `${name}-check-in`;
  await ask(site, 'checkIn', { id: checkInId, keyResultId: metric.id, words: 'On its way', blockers: 'The bank' }, { as: 'kim' });
  // Whoever writes a private objective is named for it, which here would hide whether the role alone is enough.
  if (isPrivate) await site.sql('UPDATE objective SET audience = ? WHERE id IN (?, ?)', '["nora"]', objective.id, aligned.id);
  await site.sql('UPDATE key_result SET contributors = ? WHERE objective_id = ?', '["conny"]', objective.id);
  const commentId = `${name}-comment`;
  await ask(site, 'addComment', { id: commentId, subject: { type: 'key-result', id: work.id }, words: 'Well done' }, { as: 'nora' });
  await ask(site, 'takeStance', { stance: 'concern', objectiveId: objective.id, words: 'Too much at once' }, { as: 'nora' });
  const roundId = `${name}-round`;
  await ask(site, 'askForVotes', { id: roundId, objectiveId: objective.id, askedIds: ['kim', 'conny', 'nora'] }, as);
  return {
    level,
    isPrivate,
    home,
    objectiveId: objective.id,
    rank: objective.rank,
    workId: work.id,
    sourceId,
    metricId: metric.id,
    queriedId: queried.id,
    milestonesId: milestones.id,
    checkInId,
    unownedId: unowned.id,
    commentId,
    roundId,
    alignedId: aligned.id,
  };
}

async function addCycles(site: TestSite): Promise<void> {
  const as = { as: 'olga' };
  for (const [index, id] of Object.values(cycleIds).entries())
    await ask(site, 'createCycle', { id, name: id, startDay: `203${index}-01-01`, endDay: `203${index}-12-31` }, as);
  for (const id of [cycleIds.running, cycleIds.closed]) await ask(site, 'startCycle', { id, version: 1 }, as);
  await ask(site, 'closeCycle', { id: cycleIds.closed, version: 2 }, as);
}

/** Every row of every table, as text. */
async function readAll(site: TestSite): Promise<string> {
  const tables = await site.sql(
    `SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%' AND name NOT LIKE '\\_\\_%' ESCAPE '\\'`,
  );
  const rows: Record<string, unknown> = {};
  for (const { name } of tables) rows[String(name)] = await site.sql(`SELECT * FROM ${String(name)}`);
  return JSON.stringify(rows);
}

/** Sam sees every project but the one in which the project's objectives live. On the embedded engine. */
export async function openPeopleAndPlaces(): Promise<PeopleAndPlaces> {
  const site = await openTestSite();
  const people = roles.map(({ accountId }) => accountId);
  for (const accountId of people) if (accountId !== 'ada') site.site.jira.door.putUser({ accountId, displayName: accountId });
  const members = people.filter((accountId) => accountId !== 'sam');
  site.site.jira.door.putProject({ key: 'SEC', name: 'Security', access: 'private', adminIds: ['lena'], memberIds: members });
  valueOf(await site.invoke('grantOkrAdmin', { holderAccountId: 'olga' }, { as: 'ada' }));
  valueOf(await site.invoke('createGroup', { id: groupId, name: 'Shops', projectIds: [SEC], leadIds: ['lena'] }, { as: 'olga' }));
  valueOf(await site.invoke('createGroup', { id: spareGroupId, name: 'Spare', projectIds: [], leadIds: [] }, { as: 'olga' }));
  const places: Things[] = [];
  for (const level of ['company', 'group', 'project'] as const)
    for (const isPrivate of [false, true]) places.push(await write(site, level, isPrivate));
  await addCycles(site);
  // Everybody was reminded of everything, also of what they may not see any more.
  for (const { accountId } of roles)
    for (const [index, { workId }] of places.entries())
      await site.sql(
        "INSERT INTO inbox_item VALUES (?, ?, 'check-in', 'key-result', ?, '2026-11-12', ?, ?, NULL)",
        `item-${accountId}-${index}`,
        accountId,
        workId,
        '{"rung":"due","sinceDay":"2026-11-12","count":0}',
        Date.parse('2026-11-12T00:00:00Z'),
      );
  // Written weeks ago, so that a check-in is due.
  await site.sql('UPDATE key_result SET created_at = created_at - ?', 30 * 86_400_000);
  for (const table of ['objective', 'key_result', 'okr_group', 'cycle', 'check_in']) await site.sql(`UPDATE ${table} SET version = 1`);
  const rows = rewinding(site.engine);
  await rows.keep();
  return {
    site,
    places,
    beginning: await readAll(site),
    state: () => readAll(site),
    reset: rows.rewind,
    close: site.close,
  };
}
