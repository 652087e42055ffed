/** What the daily run costs on a site with few key results and on one with a thousand, when nothing has changed in Jira. */
import { openTestSite } from '../support/test-site';
import { countCalls, type Cost } from './count-calls';
import { fillOkrs } from './fill-okrs';
import { atMost, sameFor, type Measurement } from './measurement';

async function daily(
  objectives: number,
  keyResultsEach: number,
): Promise<{
  readonly cost: Cost;
  readonly snapshotSql: number;
  readonly forecastSql: number;
}> {
  const site = await openTestSite();
  site.leaveUnexplained('its rows are made in bulk, for their number');
  try {
    await fillOkrs(site.engine, {
      projectId: '10000',
      objectives,
      keyResultsEach,
      issuesPerKeyResult: 0,
      issues: 0,
      text: { title: 'A checkout that converts', description: '' },
    });
    const cost = await countCalls(site, () => site.site.host.schedule('daily'));
    const [row] = await site.sql("SELECT COUNT(*) AS n FROM snapshot WHERE subject_type = 'key_result'");
    if (Number(row?.n) !== objectives * keyResultsEach) throw new Error(`The snapshot holds ${String(row?.n)} key results.`);
    const queries = cost.records.flatMap(({ sql }) => sql.map(({ query }) => query));
    return {
      cost,
      snapshotSql: queries.filter((query) => query.includes('INTO snapshot')).length,
      forecastSql: queries.filter((query) => /forecast_day|FROM snapshot s WHERE s\.subject_id IN/.test(query)).length,
    };
  } finally {
    await site.close();
  }
}

export async function measureDaily(): Promise<readonly Measurement[]> {
  const few = await daily(2, 5);
  // As many objectives as the radar reads at once: with more of them it is asked about in parts, as `radar-at-size.ts` measures.
  const many = await daily(125, 8);
  return [
    sameFor('daily snapshot: SQL requests', [
      ['10 key results', few.snapshotSql],
      ['1,000', many.snapshotSql],
    ]),
    sameFor('the whole daily run without forecasts: SQL requests', [
      ['10 key results', few.cost.sql - few.forecastSql],
      ['1,000', many.cost.sql - many.forecastSql],
    ]),
    // Three for each 200, and one that finds no more of them.
    atMost('forecasts of 1,000 key results', 16, many.forecastSql, 'SQL requests'),
  ];
}
