/**
 * Asks the app of a test that is over to explain every number it shows: to the administrator and to one ordinary person, page after page. Says in
 * words where the parts do not add up to the number, or one screen shows another number than the next.
 */
import type { KeyResultView, ObjectiveView } from '../../src/contract/okr';
import { SqlEngineError } from '../../local/forge/sql/sql-engine-error';
import { explanationsOf } from '../oracle/explanation-pages';
import { readPages } from '../oracle/shown';
import type { TestSite } from './test-site';

/** More numbers than a test writes by hand: whoever makes so many says why they go unexplained. */
const MOST_OBJECTIVES = 120;

const isMissingTable = (error: unknown): boolean => error instanceof SqlEngineError && error.details.code === 'ER_NO_SUCH_TABLE';

/** The projects and cycles with live objectives; none where the app has no tables. */
async function listPages(site: TestSite): Promise<readonly { readonly projectId: string; readonly cycleId: string }[]> {
  const pages = await site
    .sql(
      `SELECT home_id, cycle_id, COUNT(*) AS objectives FROM objective WHERE archived_at IS NULL AND level = 'project' GROUP BY home_id, cycle_id`,
    )
    .catch((error: unknown) => {
      if (isMissingTable(error)) return [];
      throw error;
    });
  if (pages.reduce((sum, { objectives }) => sum + Number(objectives), 0) > MOST_OBJECTIVES)
    throw new Error('So many objectives are not explained after each test: say leaveUnexplained and why.');
  return pages.map((page) => ({ projectId: String(page.home_id), cycleId: String(page.cycle_id) }));
}

async function faultsOfKeyResult(
  site: TestSite,
  { id, key, progress }: KeyResultView,
  people: readonly string[],
): Promise<readonly string[]> {
  const faults: string[] = [];
  for (const as of people) {
    const explained = await explanationsOf(site, { type: 'key-result', id }, { as }, progress);
    faults.push(...(explained?.faults ?? []));
    const answer = await site.invoke('getKeyResult', { keyResultId: id }, { as });
    if (answer.ok !== (explained !== null)) faults.push(`${key}: ${as} may see either the number or its explanation, not both`);
    if (answer.ok && answer.value.keyResult.progress !== progress)
      faults.push(`${key}: getKeyResult shows ${answer.value.keyResult.progress}, the page ${progress}`);
  }
  return faults;
}

async function faultsOfObjective(site: TestSite, objective: ObjectiveView, people: readonly string[]): Promise<readonly string[]> {
  const faults: string[] = [];
  for (const as of people)
    faults.push(...((await explanationsOf(site, { type: 'objective', id: objective.id }, { as }, objective.progress))?.faults ?? []));
  for (const keyResult of objective.keyResults) faults.push(...(await faultsOfKeyResult(site, keyResult, people)));
  return faults;
}

/** One line a fault; empty when all adds up. */
export async function findUnexplained(site: TestSite): Promise<readonly string[]> {
  const { host, jira } = site.site;
  host.dieAfterStatement(null);
  jira.setFaults({ tooManyRequests: 0 });
  const users = jira.users().filter(({ active }) => active);
  const ordinary = users.find(({ siteAdmin }) => !siteAdmin);
  const faults: string[] = [];
  for (const page of await listPages(site)) {
    const viewers = users.filter(({ accountId }) => jira.canBrowse(accountId, page.projectId));
    const admin = viewers.find(({ siteAdmin }) => siteAdmin) ?? viewers[0];
    if (admin === undefined) continue;
    const people = [...new Set([admin, ordinary].flatMap((user) => user?.accountId ?? []))];
    const { objectives } = await readPages(site, [page], admin.accountId);
    for (const objective of objectives.values()) faults.push(...(await faultsOfObjective(site, objective, people)));
  }
  return faults;
}
