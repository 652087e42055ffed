/** The large site: 1,000 objectives, 5,000 key results and 100,000 scope rows in one project and cycle, half a quarter old, on the embedded engine. */
import type { SiteState } from '../../local/jira/model';
import type { ProjectOkrs } from '../../src/contract/okr';
import { smallCompany } from '../support/small-company';
import { openTestSite, type TestSite } from '../support/test-site';
import { answered } from './answered';
import { countCalls } from './count-calls';
import { cycle, fillOkrs, issueIdAt, type Filling } from './fill-okrs';
import { fillQuarter } from './fill-quarter';
import { atMost, noted, sizeAtMost, type Measurement } from './measurement';
import { measureRadarAtSize } from './radar-at-size';
import { bareSelect, medianRatio, timed } from './times-the-select';

const TIMES_THE_SELECT = 3;
const RUNS = 21;

const large: Filling = {
  projectId: '10000',
  objectives: 1000,
  keyResultsEach: 5,
  issuesPerKeyResult: 20,
  issues: 20_000,
  text: {
    title: 'Buyers come back for a second order '.repeat(2).trim(),
    description: 'Why this matters and how we will know. '.repeat(6).trim(),
  },
};

const servingIssue = issueIdAt(0, large.issues);

/** The small company with one of the issues that serve: the panel is opened on it. */
function company(): SiteState {
  const model = smallCompany.issues.find(({ key }) => key === 'WEB-6');
  if (!model) throw new Error('The small company has changed: WEB-6 is missing.');
  return { ...smallCompany, lastId: 2_000_000, issues: [...smallCompany.issues, { ...model, id: servingIssue, key: 'WEB-1000' }] };
}

/** What a page of the project and one of the company have in common. */
type OkrPage = Pick<ProjectOkrs, 'objectives' | 'nextCursor'>;

/** Opens page after page, and answers what that cost. Throws where they do not hold the whole site. */
async function walk(site: TestSite, openPage: (cursor?: string) => Promise<OkrPage>) {
  const pages: OkrPage[] = [];
  const calls = await countCalls(site, async () => {
    let cursor: string | null | undefined;
    do {
      const page: OkrPage = await openPage(cursor ?? undefined);
      pages.push(page);
      cursor = page.nextCursor;
    } while (cursor !== null);
  });
  const objectives = pages.flatMap((page) => page.objectives);
  const keyResults = objectives.flatMap((objective) => objective.keyResults);
  if (objectives.length !== large.objectives || keyResults.length !== 5000) throw new Error('The pages do not hold the whole site.');
  return { pages: pages.length, ...calls };
}

const ratioAtMost = (what: string, ratio: number): Measurement => ({
  what: `${what}: time of the resolver ÷ bare SELECTs of its rows`,
  budget: `≤ ${TIMES_THE_SELECT} ×`,
  measured: `${ratio.toFixed(2)} ×`,
  ok: ratio <= TIMES_THE_SELECT,
});

/** The rows of the first page. */
function bareSelects(site: TestSite, firstPage: OkrPage): () => Promise<void> {
  const select = bareSelect(site);
  const ids = firstPage.objectives.map(({ id }) => id);
  return async () => {
    await select('SELECT * FROM cycle', []);
    const objectives = await select(
      `SELECT * FROM objective WHERE level = 'project' AND home_id = ? AND cycle_id = ? AND archived_at IS NULL ORDER BY number LIMIT ?`,
      [large.projectId, cycle.id, ids.length],
    );
    const keyResults = await select(
      `SELECT * FROM key_result WHERE objective_id IN (${ids.map(() => '?').join(', ')}) AND archived_at IS NULL ORDER BY number`,
      ids,
    );
    const subjects = [...ids, ...firstPage.objectives.flatMap((one) => one.keyResults.map(({ id }) => id))];
    const days = firstPage.objectives[0]?.trend.map(({ day }) => day) ?? [];
    const trends = await select(
      `SELECT * FROM snapshot WHERE subject_id IN (${subjects.map(() => '?').join(', ')}) AND day IN (${days.map(() => '?').join(', ')}) ORDER BY subject_id, day`,
      [...subjects, ...days],
    );
    if (trends !== subjects.length * days.length) throw new Error('The bare SELECTs read other days.');
    if (objectives !== ids.length || keyResults !== ids.length * large.keyResultsEach) throw new Error('The bare SELECTs read other rows.');
  };
}

const timesTheSelect = async (site: TestSite, openPage: () => Promise<OkrPage>): Promise<number> =>
  medianRatio(RUNS, openPage, bareSelects(site, await openPage()));

export async function measureScale(): Promise<readonly Measurement[]> {
  const site = await openTestSite({ jira: company() });
  site.leaveUnexplained('its rows are made in bulk, for their number');
  try {
    const filledInMs = await timed(async () => {
      await fillOkrs(site.engine, large);
      await fillQuarter(site.engine, large);
    });
    const [scope] = await site.sql('SELECT COUNT(*) AS n FROM scope_issue');
    if (Number(scope?.n) !== 100_000) throw new Error(`The site holds ${String(scope?.n)} scope rows.`);

    const openPage = (cursor?: string): Promise<OkrPage> =>
      answered(site.invoke('getProjectOkrs', cursor === undefined ? {} : { cursor }, { as: 'ada', project: 'WEB' }));
    const openCompany = (cursor?: string): Promise<OkrPage> =>
      answered(site.invoke('getCompanyOkrs', cursor === undefined ? {} : { cursor }, { as: 'ada' }));
    const project = await walk(site, openPage);
    const company = await walk(site, openCompany);

    const panel = await countCalls(site, () => answered(site.invoke('getIssueKeyResults', {}, { as: 'ada', issue: 'WEB-1000' })));
    const event = await countCalls(site, () => site.transition('WEB-6', 'In Progress', { as: 'ada' }));
    const most = (of: (record: (typeof company.records)[number]) => number): number => Math.max(...company.records.map(of));
    return [
      ratioAtMost('large site, project page', await timesTheSelect(site, () => openPage())),
      atMost('large site, project page: SQL a page', 4, Math.max(...project.records.map(({ sql }) => sql.length)), 'SQL requests'),
      sizeAtMost(`large site, project page: largest of ${project.pages} answers`, 1000, project.responseBytes),
      ratioAtMost('large site, company page', await timesTheSelect(site, () => openCompany())),
      atMost(
        'large site, company page: SQL a page',
        5,
        most(({ sql }) => sql.length),
        'SQL requests',
      ),
      atMost(
        'large site, company page: Jira a page',
        1,
        most(({ jira }) => jira.length),
        'calls',
      ),
      sizeAtMost(`large site, company page: largest of ${company.pages} answers`, 1000, company.responseBytes),
      atMost('large site, issue panel: SQL', 2, panel.sql, 'SQL requests'),
      atMost('large site, issue panel: Jira', 1, panel.jiraCalls, 'calls'),
      sizeAtMost('large site, issue panel: answer', 1000, panel.responseBytes),
      atMost('large site, event on an issue in no scope, no JQL source: SQL', 1, event.sql, 'SQL requests'),
      ...(await measureRadarAtSize(site, large)),
      noted('large site: filled in', `${(filledInMs / 1000).toFixed(1)} s`),
    ];
  } finally {
    await site.close();
  }
}
