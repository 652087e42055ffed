/**
 * What half a quarter leaves on a filled site, beside what `fillOkrs` makes: people with issues, check-ins, days on record, forecasts, readers, votes
 * and a count of the project's work. As much of each as a team of a dozen leaves on an objective.
 */
import type { SqlEngine } from '../../local/seams';
import { addDays } from '../../src/domain/calendar';
import { forecastText } from '../../src/store/forecast-columns';
import { writeIds } from '../../src/store/id-list';
import { replaceRows } from '../../src/store/statement';
import { createStore } from '../../src/store/store';
import { directSql } from '../support/direct-sql';
import { cycle, issueIdAt, type Filling } from './fill-okrs';

const TEAM = 12;
const CHECK_INS = 5;
const VOTES = 6;
/** Work in progress of the project as it was counted last. */
const PIECES = 2000;

const today = '2026-11-12';
const at = Date.parse('2026-11-12T06:00:00Z');
const dayMs = 86_400_000;

/** As long as Jira's account ids are. */
const person = (number: number): string => `712020:00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;
const teamOf = (objective: number): readonly string[] =>
  Array.from({ length: TEAM }, (_, member) => person(((objective - 1) % 100) * TEAM + member));

/** Of a key result that is likely to be late. */
const forecast = forecastText({
  past: {
    of: 'work',
    rule: '["points",null,"leave-out",0.25,"repeat",false]',
    weeks: Array.from({ length: 13 }, (_, week) => ({ finished: 2.25 + (week % 4), added: 1.75 + (week % 3) })),
  },
  told: {
    kind: 'forecast',
    chance: 0.3217,
    days: { at50: '2027-01-14', at85: '2027-03-02', at95: '2027-05-27' },
    neededRate: 6.285714285714286,
    recentRate: 3.65625,
    strain: 1.7191806331471136,
  },
});

export async function fillQuarter(
  engine: SqlEngine,
  { objectives, keyResultsEach, issuesPerKeyResult, issues, projectId }: Filling,
): Promise<void> {
  const sql = directSql(engine);
  const store = createStore(sql);
  const numbers = Array.from({ length: objectives }, (_, index) => index + 1);
  const keyResults = numbers.flatMap((objective) =>
    Array.from({ length: keyResultsEach }, (_, index) => ({ objective, id: `key-result-${objective}-${index + 1}` })),
  );
  for (const objective of numbers) {
    const [, first = '', second = ''] = teamOf(objective);
    const contributors = writeIds([first, second]);
    await sql.run('UPDATE objective SET contributors = ? WHERE id = ?', [contributors, `objective-${objective}`]);
    await sql.run('UPDATE key_result SET contributors = ? WHERE objective_id = ?', [contributors, `objective-${objective}`]);
    const perObjective = keyResultsEach * issuesPerKeyResult;
    for (const [member, accountId] of teamOf(objective).entries()) {
      const own = Array.from({ length: perObjective }, (_, index) => index).filter((index) => index % TEAM === member);
      const ids = own.map((index) => issueIdAt((objective - 1) * perObjective + index, issues));
      if (ids.length === 0) continue;
      await sql.run(`UPDATE issue_fact SET assignee_account_id = ? WHERE issue_id IN (${ids.map(() => '?').join(', ')})`, [
        accountId,
        ...ids,
      ]);
    }
  }
  await sql.run('UPDATE key_result SET forecast = ?, chance = 0.3217, first_chance = 0.61 WHERE number % 3 = 0', [forecast]);
  await sql.run('UPDATE key_result SET forecast = ?, chance = 0.8217, first_chance = 0.61 WHERE number % 3 <> 0', [forecast]);
  for (let ago = 1; ago <= 63; ago += 1) {
    const day = addDays(today, -ago);
    // The days of the trends of a page, and the ends of the weeks of a load.
    if (ago % 7 === 1 || (ago % 7 === 0 && day >= cycle.startDay)) await store.snapshots.take(day);
  }
  await replaceRows(
    sql,
    'check_in',
    ['id', 'key_result_id', 'day', 'words', 'blockers', 'progress', 'created_at', 'created_by', 'version'],
    keyResults.flatMap(({ id }) =>
      Array.from({ length: CHECK_INS }, (_, week) => [
        `check-in-${id}-${week}`,
        id,
        addDays(today, -1 - 7 * week),
        week % 2 === 0 ? 'As planned' : '',
        week === 0 ? 'The bank is slow' : '',
        1 / 3,
        at - week * 7 * dayMs,
        'ada',
        1,
      ]),
    ),
  );
  await replaceRows(
    sql,
    'objective_reader',
    ['objective_id', 'account_id', 'opened_at', 'acknowledged_at', 'stance', 'version'],
    numbers.flatMap((objective) =>
      teamOf(objective).map((accountId, member) => [
        `objective-${objective}`,
        accountId,
        at,
        member % 2 === 0 ? at : null,
        member === 3 ? 'concern' : member % 3 === 0 ? 'support' : null,
        1,
      ]),
    ),
  );
  await replaceRows(
    sql,
    'vote_round',
    ['id', 'objective_id', 'asked', 'opened_at', 'opened_by', 'closes_at', 'closed_at', 'closed_by', 'version'],
    numbers.map((objective) => {
      const asked = writeIds(teamOf(objective));
      return [`round-${objective}`, `objective-${objective}`, asked, at - 9 * dayMs, 'ada', at - 2 * dayMs, at - 2 * dayMs, 'ada', 1];
    }),
  );
  await replaceRows(
    sql,
    'confidence_vote',
    ['round_id', 'account_id', 'confidence', 'words', 'voted_at'],
    numbers.flatMap((objective) =>
      teamOf(objective)
        .slice(0, VOTES)
        .map((accountId, member) => [`round-${objective}`, accountId, 4 + member, '', at]),
    ),
  );
  await store.workCounts.addLines(
    'count',
    Array.from({ length: PIECES }, (_, index) => ({
      issueId: index % 4 === 0 ? String(9_000_000 + index) : issueIdAt(index, Math.max(1, issues)),
      ancestorIds: [],
      state: 'in-progress',
      changedAt: at,
      assigneeAccountId: person(index % 200),
    })),
    at,
  );
  const capped = { 'in-progress': false, finished: false };
  await store.workCounts.commit({ projectId, cycleId: cycle.id, countId: 'count', countedAt: at, capped });
}
