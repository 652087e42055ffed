/** A page of a key result's scope, as the viewer may see it: open work first, then done, then what is left out. */
import { measureWork, type IssueMeasure, type WorkMeasure } from '../../domain/work';
import type { ScopeIssueView } from '../../contract/okr';
import type { KeyResultRecord } from '../../store/key-result-row';
import type { ObjectiveRecord } from '../../store/objective-row';
import type { Deps } from '../deps';
import { viewScopeIssues } from './scope-issues';

const PAGE = 100;

const rank = (measure: IssueMeasure): number => (measure.standing !== 'counted' ? 2 : measure.credit === 1 ? 1 : 0);

export type ScopePage = {
  readonly work: WorkMeasure;
  readonly issues: readonly ScopeIssueView[];
  /** Of this page, those the viewer may not browse. */
  readonly hidden: readonly IssueMeasure[];
  /** In scope, on other pages. */
  readonly elsewhere: readonly IssueMeasure[];
  readonly total: number;
  readonly nextOffset: number | null;
};

/** Three SQL requests and one Jira call. */
export async function viewScopePage(
  deps: Deps,
  keyResult: KeyResultRecord,
  objective: ObjectiveRecord,
  offset: number,
): Promise<ScopePage> {
  const memberships = await deps.store.scope.listMemberships(keyResult.id);
  const sourceIds = new Map<string, string[]>();
  for (const { issueId, sourceId } of memberships) sourceIds.set(issueId, [...(sourceIds.get(issueId) ?? []), sourceId]);
  const facts = (await deps.store.scope.listFacts([keyResult.id])).get(keyResult.id) ?? [];
  const work = measureWork(facts, keyResult.rule);
  const ordered = work.issues
    .filter(({ standing }) => standing !== 'gone')
    .sort((a, b) => rank(a) - rank(b) || Number(a.issueId) - Number(b.issueId));
  const onPage = ordered.slice(offset, offset + PAGE);
  const sharers = await deps.store.scope.countSharers(
    onPage.map(({ issueId }) => issueId),
    objective,
  );
  const { issues, hidden } = await viewScopeIssues(deps, onPage, {
    sourceIdsOf: (issueId) => sourceIds.get(issueId) ?? [],
    sharersOf: (issueId) => sharers.get(issueId) ?? 1,
  });
  return {
    work,
    issues,
    hidden,
    elsewhere: [...ordered.slice(0, offset), ...ordered.slice(offset + PAGE)],
    total: ordered.length,
    nextOffset: offset + PAGE < ordered.length ? offset + PAGE : null,
  };
}
