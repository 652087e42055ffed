/**
 * What adding or removing a source would do to the scope and the progress, computed by the very rules that will count it. Writes nothing
 * but the looked-up points field.
 */
import type { Input } from '../contract/api';
import type { SourcePreview } from '../contract/okr';
import type { CountingRule, IssueFacts } from '../domain/model';
import { measureWork, type IssueMeasure } from '../domain/work';
import type { ObjectiveRecord } from '../store/objective-row';
import type { SourceRecord } from '../store/sources';
import type { Actor, Deps } from './deps';
import { asRuled, findAncestors, holdAgainstKnown } from './issue-facts';
import { loadCycle, loadKeyResult } from './load';
import { invalid, notFound } from './okr-error';
import { requireScopeChange, requireSee } from './permission';
import { nameSource, pickedIssueId, readSourceIssues, type NamedSource } from './resolve-source';
import { viewScopeIssues } from './scope-issues';
import { readSettings, type Settings } from './settings';
import { progressView, spanOf } from './views';

const SAMPLE = 20;

type Change = { readonly matched: readonly string[]; readonly after: readonly IssueFacts[] };

/** What somebody wants to change: looked up, but not worked out before it is known that they may. */
type Proposal = {
  /** The issue picked by hand that it is about, if it is about one. */
  readonly issueId: string | null;
  readonly work: (before: readonly IssueFacts[]) => Promise<Change>;
};

async function changeByAdding(
  deps: Deps,
  source: NamedSource,
  settings: Settings,
  before: readonly IssueFacts[],
  objective: ObjectiveRecord,
): Promise<Change> {
  const { current } = await holdAgainstKnown(deps, await readSourceIssues(deps, source, settings));
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

async function propose(deps: Deps, { keyResultId, change }: Input<'previewSource'>, objective: ObjectiveRecord): Promise<Proposal> {
  if ('add' in change) {
    const settings = await readSettings(deps);
    const source = await nameSource(deps, change.add, settings);
    return { issueId: pickedIssueId(source), work: (before) => changeByAdding(deps, source, settings, before, objective) };
  }
  const source = await deps.store.sources.find(change.remove);
  if (source?.keyResultId !== keyResultId) throw notFound('source');
  return { issueId: source.type === 'issue' ? source.issueId : null, work: (before) => changeByRemoving(deps, source, before) };
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
  const proposal = await propose(deps, input, objective);
  await requireScopeChange(deps, actor, loaded, proposal.issueId);
  if (keyResult.kind === 'milestones')
    throw invalid('keyResultId', 'This key result is measured by its milestones, not by issues. Say which of them are reached instead.');
  const rule: CountingRule = keyResult.rule;
  const before = (await deps.store.scope.listFacts([keyResult.id])).get(keyResult.id) ?? [];
  const change = await proposal.work(before);

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
    alreadyInScope: 'add' in input.change ? change.matched.length - joining.length : 0,
    before: was.view,
    after: will.view,
    sample,
    hidden: moving.length - seen.length,
  };
}
