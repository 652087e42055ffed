/**
 * What adding or removing a source would do to the scope and the progress, computed by the very rules that will count it. Writes nothing
 * but the looked-up points field.
 */
import type { Input } from '../../contract/api';
import type { SourcePreview } from '../../contract/okr';
import type { CountingRule, IssueFacts } from '../../domain/model';
import { measureWork, type IssueMeasure } from '../../domain/work';
import type { ObjectiveRecord } from '../../store/objective-row';
import type { IssueFactRecord } from '../../store/issue-facts';
import type { SourceRecord } from '../../store/sources';
import type { Actor, Deps } from '../deps';
import { asRuled, factOf, findAncestors, holdAgainstKnown } from '../sync/issue-facts';
import { loadCycle, loadKeyResult, type LoadedKeyResult } from '../load';
import { measuredByMilestones, notFound, OkrError } from '../okr-error';
import { linkableIssues, linkRefusal, requireScopeChange, requireSee } from '../permission';
import { nameSource, pickedIssueId, readSourceIssues } from './resolve-source';
import { viewScopeIssues } from './scope-issues';
import { readSettings, type Settings } from '../settings/settings';
import { progressView, spanOf } from '../views';

const SAMPLE = 20;

type Change = { readonly matched: readonly string[]; readonly after: readonly IssueFacts[] };

/** What somebody wants to change: looked up, but not worked out before it is known that they may. */
type Proposal = (before: readonly IssueFacts[]) => Promise<Change>;

async function changeByAdding(
  deps: Deps,
  read: readonly IssueFactRecord[],
  settings: Settings,
  before: readonly IssueFacts[],
  objective: ObjectiveRecord,
): Promise<Change> {
  const { current } = await holdAgainstKnown(deps, read);
  const { fresh, known } = await findAncestors(deps, current, settings);
  const matched = current.map(({ issueId }) => issueId);
  const brought = new Set(matched);
  const here = new Set(before.map(({ issueId }) => issueId));
  const sharers = await deps.store.scope.countSharers(matched, objective);
  const sharedBy = (issueId: string): number => (sharers.get(issueId) ?? 0) + (here.has(issueId) ? 0 : 1);
  const kept = before.filter(({ issueId }) => !brought.has(issueId));
  return { matched, after: [...kept, ...asRuled(current, [...known, ...fresh], sharedBy)] };
}

async function changeByRemoving(deps: Deps, source: SourceRecord, before: readonly IssueFacts[]): Promise<Change> {
  const memberships = await deps.store.scope.listMemberships(source.keyResultId);
  const kept = new Set(memberships.filter((row) => row.sourceId !== source.id).map((row) => row.issueId));
  return {
    matched: memberships.filter((row) => row.sourceId === source.id).map((row) => row.issueId),
    after: before.filter(({ issueId }) => kept.has(issueId)),
  };
}

/** Several issues picked by hand: those of them that the person may link. */
async function proposeLinks(deps: Deps, actor: Actor, issueIds: readonly string[], loaded: LoadedKeyResult): Promise<Proposal> {
  const settings = await readSettings(deps);
  const seen = await deps.jiraAsUser.fetchIssues(issueIds, settings);
  const linkable = await linkableIssues(
    deps,
    actor,
    loaded,
    seen.map(({ id }) => id),
  );
  if (linkable.size === 0) throw new OkrError('FORBIDDEN', linkRefusal(loaded.objective.home));
  const read = seen.filter(({ id }) => linkable.has(id)).map((issue) => factOf(issue, settings, deps.now()));
  return (before) => changeByAdding(deps, read, settings, before, loaded.objective);
}

/** Passes for those who may make the change. */
async function propose(deps: Deps, actor: Actor, change: Input<'previewSource'>['change'], loaded: LoadedKeyResult): Promise<Proposal> {
  if ('link' in change) return proposeLinks(deps, actor, change.link, loaded);
  if ('add' in change) {
    const settings = await readSettings(deps);
    const source = await nameSource(deps, change.add, settings);
    await requireScopeChange(deps, actor, loaded, pickedIssueId(source));
    return async (before) => changeByAdding(deps, await readSourceIssues(deps, source, settings), settings, before, loaded.objective);
  }
  const source = await deps.store.sources.find(change.remove);
  if (source?.keyResultId !== loaded.keyResult.id) throw notFound('source');
  await requireScopeChange(deps, actor, loaded, source.type === 'issue' ? source.issueId : null);
  return (before) => changeByRemoving(deps, source, before);
}

async function visibleTo(deps: Deps, issues: readonly IssueMeasure[]): Promise<readonly IssueMeasure[]> {
  if (issues.length === 0) return [];
  const grants = await deps.jiraAsUser.permissions({ permissions: ['BROWSE_PROJECTS'], issueIds: issues.map(({ issueId }) => issueId) });
  return issues.filter(({ issueId }) => grants.onIssue('BROWSE_PROJECTS', issueId));
}

export async function previewSource(deps: Deps, actor: Actor, input: Input<'previewSource'>): Promise<SourcePreview> {
  const loaded = await loadKeyResult(deps, actor, input.keyResultId);
  const { keyResult, objective } = loaded;
  await requireSee(deps, actor, objective.home, 'key result');
  const work = await propose(deps, actor, input.change, loaded);
  if (keyResult.kind === 'milestones') throw measuredByMilestones();
  const rule: CountingRule = keyResult.rule;
  const before = (await deps.store.scope.listFacts([keyResult.id])).get(keyResult.id) ?? [];
  const change = await work(before);

  const { cycle, on } = await loadCycle(deps, objective.cycleId);
  const span = spanOf(keyResult, cycle);
  const show = (facts: readonly IssueFacts[]) => {
    const measured = measureWork(facts, rule);
    return { measured, view: { ...progressView(measured.progress, span, on), work: measured.counts } };
  };
  const was = show(before);
  const will = show(change.after);
  const ids = (facts: readonly IssueFacts[]) => new Set(facts.filter(({ gone }) => !gone).map(({ issueId }) => issueId));
  const [inBefore, inAfter] = [ids(before), ids(change.after)];
  const joining = will.measured.issues.filter(({ issueId }) => inAfter.has(issueId) && !inBefore.has(issueId));
  const leaving = was.measured.issues.filter(({ issueId }) => inBefore.has(issueId) && !inAfter.has(issueId));
  const moving = [...joining, ...leaving];

  const seen = await visibleTo(deps, moving);
  const { issues: sample } = await viewScopeIssues(deps, seen.slice(0, SAMPLE));
  return {
    matched: change.matched.length,
    joining: joining.length,
    leaving: leaving.length,
    alreadyInScope: 'remove' in input.change ? 0 : change.matched.length - joining.length,
    before: was.view,
    after: will.view,
    sample,
    hidden: moving.length - seen.length,
  };
}
