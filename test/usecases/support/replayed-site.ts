/**
 * A site with a file of real histories, turned back to the day before its first issue, with the app installed and key results made. Sources that
 * need an issue are added as soon as it is there.
 */
import type { Replay } from '../../../local/seams';
import { defaultCatalog } from '../../../local/jira/default-catalog';
import type { SiteState } from '../../../local/jira/model';
import type { FiledHistories } from '../../oracle/filed/filed-issue';
import { asJql } from '../../oracle/query';
import { nothingTold, type Told, type ToldSource } from '../../oracle/told';
import { openTestSite, type TestSite } from '../../support/test-site';
import { planKeyResults, type PlannedKeyResult } from './planned-key-results';

const dayMs = 86_400_000;
const objectiveId = 'objective-1';

/** One administrator and nothing else, so that an import keeps its ids. */
const emptySite: SiteState = {
  ...defaultCatalog,
  users: [{ accountId: 'admin', displayName: 'Admin', emailAddress: 'admin@site.example', active: true, siteAdmin: true }],
};

export type ReplayedSite = {
  readonly site: TestSite;
  readonly replay: Replay;
  readonly told: Told;
  readonly imported: { readonly issues: number; readonly changelogEntries: number };
  /** The page the key results are on. */
  readonly page: { readonly projectId: string; readonly cycleId: string };
  readonly plan: readonly PlannedKeyResult[];
  /** To be called when an issue has been created. */
  noteCreated(issueId: string): Promise<void>;
  /** Takes the first source of a key result away and adds it again; nothing where it has none. */
  giveBackFirstSource(keyResultId: string): Promise<void>;
};

export const dayOf = (at: number): string => new Date(at).toISOString().slice(0, 10);

const draftOf = (told: ToldSource) =>
  told.type === 'jql' ? { type: told.type, jql: asJql(told.query) } : { type: told.type, issue: told.issueId };

async function taken(answer: Promise<{ readonly ok: boolean }>): Promise<void> {
  const result = await answer;
  if (!result.ok) throw new Error(JSON.stringify(result));
}

export async function openReplayedSite(content: string, histories: FiledHistories): Promise<ReplayedSite> {
  const begin = Math.min(...histories.issues.map(({ createdAt }) => createdAt)) - dayMs;
  const from = new Date(begin).toISOString();
  const site = await openTestSite({ now: from, jira: emptySite });
  const imported = site.site.jira.importIssues(content);
  const replay = site.site.jira.openReplay({ from });
  const plan = planKeyResults(histories);
  const told = nothingTold();

  const projectKey = imported.projects[0] ?? '';
  const by = { project: projectKey };
  const page = { projectId: site.site.jira.findProject(projectKey)?.id ?? '', cycleId: 'all-years' };
  const lastDay = dayOf(replay.until + 365 * dayMs);
  // Longer than the app lets anybody make one.
  const columns = 'id, name, start_day, end_day, state, version';
  const cycle = [page.cycleId, 'All years', dayOf(begin), lastDay, 'running', 1];
  await site.sql(`INSERT INTO cycle (${columns}) VALUES (?, ?, ?, ?, ?, ?)`, ...cycle);
  await taken(site.invoke('createObjective', { id: objectiveId, cycleId: page.cycleId, title: 'What was done', ownerAccountId: null }, by));
  const objective = { id: objectiveId, projectKey, cycleId: page.cycleId, weight: 1, rollUp: 'key-results' } as const;
  told.objectives.set(objectiveId, { ...objective, owner: null, aligned: null, override: null, archived: false });

  let sources = 0;
  const addSource = async (keyResultId: string, source: ToldSource): Promise<void> => {
    sources += 1;
    const id = `source-${String(sources).padStart(4, '0')}`;
    await taken(site.invoke('addSource', { id, keyResultId, source: draftOf(source), reason: 'It is there now.' }, by));
    const keyResult = told.keyResults.get(keyResultId);
    if (keyResult) told.keyResults.set(keyResultId, { ...keyResult, sources: { ...keyResult.sources, [id]: source } });
  };
  const addSources = async (needs: string | null): Promise<void> => {
    for (const { id, sources: planned } of plan) {
      for (const source of planned) if (source.needs === needs) await addSource(id, source.told);
    }
  };
  for (const { id, rule } of plan) {
    await taken(site.invoke('createKeyResult', { kind: 'work', id, objectiveId, title: id, ownerAccountId: null, rule }, by));
    told.keyResults.set(id, { id, objectiveId, weight: 1, archived: false, goal: { kind: 'work' }, rule, checkIns: [], sources: {} });
  }
  await addSources(null);
  const giveBackFirstSource = async (keyResultId: string): Promise<void> => {
    const keyResult = told.keyResults.get(keyResultId);
    const [first] = Object.entries(keyResult?.sources ?? {});
    if (keyResult === undefined || first === undefined) return;
    const [sourceId, source] = first;
    await taken(site.invoke('removeSource', { sourceId, reason: 'It comes again.' }, by));
    const { [sourceId]: _, ...others } = keyResult.sources;
    told.keyResults.set(keyResultId, { ...keyResult, sources: others });
    await addSource(keyResultId, source);
  };
  return { site, replay, told, imported, page, plan, noteCreated: addSources, giveBackFirstSource };
}
