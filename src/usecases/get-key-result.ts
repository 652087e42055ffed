/** One key result with its sources and a page of its issues: open work first, then done, then what is left out. */
import type { Input } from '../contract/api';
import type { KeyResultDetails } from '../contract/okr';
import { dayOf } from '../domain/calendar';
import { measureWork, type IssueMeasure } from '../domain/work';
import type { Actor, Deps } from './deps';
import { loadCycle, loadKeyResult } from './load';
import { requireBrowse } from './permission';
import { viewScopeIssues } from './scope-issues';
import { viewSources } from './view-sources';
import { keyResultView, objectiveKey } from './views';

const PAGE = 100;

const rank = (measure: IssueMeasure): number => (measure.standing !== 'counted' ? 2 : measure.credit === 1 ? 1 : 0);

export async function getKeyResult(deps: Deps, actor: Actor, input: Input<'getKeyResult'>): Promise<KeyResultDetails> {
  const { keyResult, objective } = await loadKeyResult(deps, input.keyResultId);
  await requireBrowse(deps, actor, objective.projectId, 'key result');
  const cycle = await loadCycle(deps, objective.cycleId);
  const sources = await deps.store.sources.listByKeyResult(keyResult.id);
  const memberships = await deps.store.scope.listMemberships(keyResult.id);
  const sourceIds = new Map<string, string[]>();
  for (const { issueId, sourceId } of memberships) sourceIds.set(issueId, [...(sourceIds.get(issueId) ?? []), sourceId]);

  const facts = (await deps.store.scope.listFacts([keyResult.id])).get(keyResult.id) ?? [];
  const measured = keyResult.kind === 'work' ? measureWork(facts, keyResult.rule).issues : [];
  const ordered = measured
    .filter(({ standing }) => standing !== 'gone')
    .sort((a, b) => rank(a) - rank(b) || Number(a.issueId) - Number(b.issueId));
  const offset = input.offset ?? 0;
  const page = await viewScopeIssues(deps, ordered.slice(offset, offset + PAGE), (issueId) => sourceIds.get(issueId) ?? []);
  return {
    keyResult: keyResultView(keyResult, cycle, dayOf(deps.now())),
    objective: { id: objective.id, key: objectiveKey(objective.number), title: objective.title, projectId: objective.projectId },
    sources: await viewSources(deps, sources),
    issues: page.issues,
    hiddenOnPage: page.hidden,
    totalIssues: ordered.length,
    nextOffset: offset + PAGE < ordered.length ? offset + PAGE : null,
  };
}
