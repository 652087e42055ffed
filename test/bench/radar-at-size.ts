/**
 * The radar of a site that has lived through half a quarter, of ten objectives and of a thousand: requests, sizes of answers, and the time against the
 * bare SELECTs of the objectives and key results it is about.
 */
import type { Input } from '../../src/contract/api';
import { chunksOf } from '../../src/store/statement';
import { openTestSite, type TestSite } from '../support/test-site';
import { answered } from './answered';
import { countCalls, type Cost } from './count-calls';
import { cycle, fillOkrs, type Filling } from './fill-okrs';
import { fillQuarter } from './fill-quarter';
import { atMost, noted, sameFor, sizeAtMost, type Measurement } from './measurement';
import { bareSelect, medianRatio } from './times-the-select';

type Subject = Input<'getRadar'>['subject'];

const COMPANY: Subject = { type: 'company' };
const RUNS = 5;
const OBJECTIVES_A_PART = 150;

const radarOf = (site: TestSite, subject: Subject): Promise<unknown> =>
  answered(site.invoke('getRadar', { subject }, { as: 'ada', project: 'WEB' }));

const statementsOf = ({ records }: Cost): number => new Set(records.flatMap(({ sql }) => sql.map(({ query }) => query))).size;
const largestSql = ({ records }: Cost): number => Math.max(...records.flatMap(({ sql }) => sql.map(({ bytes }) => bytes)));

/** Every objective and key result of the cycle, in parts as an answer has to be. */
function bareSelects(site: TestSite, { objectives }: Filling): () => Promise<void> {
  const select = bareSelect(site);
  const ids = Array.from({ length: objectives }, (_, index) => `objective-${index + 1}`);
  return async () => {
    await select('SELECT * FROM objective WHERE cycle_id = ? AND archived_at IS NULL ORDER BY number', [cycle.id]);
    for (const part of chunksOf(ids, OBJECTIVES_A_PART)) {
      await select(`SELECT * FROM key_result WHERE objective_id IN (${part.map(() => '?').join(', ')}) ORDER BY number`, part);
    }
  };
}

async function smallSite(large: Filling): Promise<Cost> {
  const site = await openTestSite();
  site.leaveUnexplained('its rows are made in bulk, for their number');
  try {
    const small = { ...large, objectives: 10 };
    await fillOkrs(site.engine, small);
    await fillQuarter(site.engine, small);
    return await countCalls(site, () => radarOf(site, COMPANY));
  } finally {
    await site.close();
  }
}

/** `site` holds `large` and its quarter. */
export async function measureRadarAtSize(site: TestSite, large: Filling): Promise<readonly Measurement[]> {
  const small = await smallSite(large);
  const company = await countCalls(site, () => radarOf(site, COMPANY));
  const project = await countCalls(site, () => radarOf(site, { type: 'project', projectId: large.projectId }));
  const objective = await countCalls(site, () => radarOf(site, { type: 'objective', id: 'objective-1' }));
  const ratio = await medianRatio(RUNS, () => radarOf(site, COMPANY), bareSelects(site, large));
  return [
    sameFor('radar of the company: different SQL statements', [
      ['10 objectives', statementsOf(small)],
      ['1,000', statementsOf(company)],
    ]),
    atMost('large site, radar of the company: SQL', 38, company.sql, 'SQL requests'),
    sizeAtMost('large site, radar of the company: largest SQL answer', 1000, largestSql(company)),
    sizeAtMost('large site, radar of the company: answer', 1000, company.responseBytes),
    atMost('large site, radar of the project: SQL', 38, project.sql, 'SQL requests'),
    sizeAtMost('large site, radar of the project: largest SQL answer', 1000, largestSql(project)),
    atMost('large site, radar of an objective: SQL', 12, objective.sql, 'SQL requests'),
    sizeAtMost('large site, radar of an objective: largest SQL answer', 1000, largestSql(objective)),
    noted('large site, radar of the company: time ÷ bare SELECTs of its objectives and key results', `${ratio.toFixed(2)} ×`),
  ];
}
