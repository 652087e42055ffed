/** What an hourly pass costs when nothing has changed: of one source and of ten, over few issues and over 5,000. */
import { defaultCatalog } from '../../local/jira/default-catalog';
import type { Issue, SiteState } from '../../local/jira/model';
import { smallCompany } from '../support/small-company';
import { openTestSite } from '../support/test-site';
import { addObjective, addWork, bring } from '../usecases/support/okr-steps';
import { countCalls, type Cost } from './count-calls';
import { atMost, noted, sameFor, type Measurement } from './measurement';

const hour = 3_600_000;
const PARTS = 10;

/** The small company with so many more bugs in WEB, labelled `part-0` to `part-9` in turn. */
function companyWith(issues: number): SiteState {
  const model = smallCompany.issues.find(({ key }) => key === 'WEB-6');
  const started = defaultCatalog.statuses.find(({ category }) => category === 'new');
  if (!model || !started) throw new Error('The small company has changed: WEB-6 or a status to start in is missing.');
  const more = Array.from({ length: issues }, (_, index): Issue => ({
    ...model,
    id: String(1_000_000 + index),
    key: `WEB-${1000 + index}`,
    statusId: started.id,
    labels: [`part-${index % PARTS}`],
  }));
  return { ...smallCompany, lastId: 2_000_000, issues: [...smallCompany.issues, ...more] };
}

/** The third pass in a row: the first two come to rest. */
async function quietHour(issues: number, sources: 1 | typeof PARTS): Promise<Cost> {
  const site = await openTestSite({ jira: companyWith(issues) });
  site.leaveUnexplained('its rows are made in bulk, for their number');
  const { clock, host } = site.site;
  try {
    const keyResult = await addWork(site, await addObjective(site));
    const all = Array.from({ length: PARTS }, (_, part) => `part-${part}`);
    for (const labels of sources === 1 ? [all.join(', ')] : all) await bring(site, keyResult, `labels in (${labels})`);
    const pass = async (): Promise<void> => {
      clock.set(clock.now() + hour);
      await host.schedule('hourly');
      await site.settle();
    };
    await pass();
    await pass();
    return await countCalls(site, pass);
  } finally {
    await site.close();
  }
}

export async function measureHourly(): Promise<readonly Measurement[]> {
  const [few, one, ten] = [await quietHour(50, 1), await quietHour(5000, 1), await quietHour(5000, PARTS)];
  return [
    noted('hourly pass, nothing changed: 50 issues of one source', `${few.jiraPoints} Jira points, ${few.sql} SQL requests`),
    atMost('hourly pass, nothing changed: 5,000 issues of one source', 20, one.jiraPoints, 'Jira points'),
    atMost('hourly pass, nothing changed: 5,000 issues of ten sources', 50, ten.jiraPoints, 'Jira points'),
    sameFor('hourly pass, nothing changed: SQL requests', [
      ['50 issues', few.sql],
      ['5,000', one.sql],
      ['5,000 of ten sources', ten.sql],
    ]),
    noted('hourly pass, nothing changed: Jira calls', `${one.jiraCalls} for one source, ${ten.jiraCalls} for ten`),
  ];
}
