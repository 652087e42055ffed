/**
 * What adding or removing a source would do to the scope and the progress, computed by the very rules that will count it. Writes nothing
 * but the looked-up points field.
 */
import type { Input } from '../contract/api';
import type { SourcePreview } from '../contract/okr';
import { dayOf } from '../domain/calendar';
import type { CountingRule, IssueFacts } from '../domain/model';
import { measureWork } from '../domain/work';
import type { Actor, Deps } from './deps';
import { findAncestors, withAncestors } from './issue-facts';
import { loadCycle, loadKeyResult, ownersOf } from './load';
import { invalid, notFound } from './okr-error';
import { requireScopeChange } from './permission';
import { resolveSource } from './resolve-source';
import { viewScopeIssues } from './scope-issues';
import { readSettings } from './settings';
import { progressView, spanOf } from './views';

const SAMPLE = 20;

type Change = { readonly issueId: string | null; readonly matched: readonly string[]; readonly after: readonly IssueFacts[] };

async function changeByAdding(deps: Deps, input: Input<'addSource'>['source'], facts: readonly IssueFacts[]): Promise<Change> {
  const settings = await readSettings(deps);
  const resolved = await resolveSource(deps, input, settings);
  const present = new Set(facts.map(({ issueId }) => issueId));
  const { fresh, known } = await findAncestors(deps, resolved.facts, settings);
  const joining = withAncestors(resolved.facts, [...known, ...fresh]).filter(({ issueId }) => !present.has(issueId));
  return {
    issueId: resolved.of.type === 'issue' ? resolved.of.issueId : null,
    matched: resolved.facts.map(({ issueId }) => issueId),
    after: [...facts, ...joining],
  };
}

async function changeByRemoving(deps: Deps, keyResultId: string, sourceId: string, facts: readonly IssueFacts[]): Promise<Change> {
  const source = await deps.store.sources.find(sourceId);
  if (source?.keyResultId !== keyResultId) throw notFound('source');
  const memberships = await deps.store.scope.listMemberships(keyResultId);
  const kept = new Set(memberships.filter((row) => row.sourceId !== sourceId).map((row) => row.issueId));
  return {
    issueId: source.type === 'issue' ? source.issueId : null,
    matched: memberships.filter((row) => row.sourceId === sourceId).map((row) => row.issueId),
    after: facts.filter(({ issueId }) => kept.has(issueId)),
  };
}

export async function previewSource(deps: Deps, actor: Actor, input: Input<'previewSource'>): Promise<SourcePreview> {
  const loaded = await loadKeyResult(deps, input.keyResultId);
  const { keyResult, objective } = loaded;
  if (keyResult.kind !== 'work') throw invalid('keyResultId', 'This key result is measured by a metric, not by its issues.');
  const rule: CountingRule = keyResult.rule;
  const before = (await deps.store.scope.listFacts([keyResult.id])).get(keyResult.id) ?? [];
  const change =
    'add' in input.change
      ? await changeByAdding(deps, input.change.add, before)
      : await changeByRemoving(deps, keyResult.id, input.change.remove, before);
  await requireScopeChange(deps, actor, {
    projectId: objective.projectId,
    ownerAccountIds: ownersOf(loaded),
    issueId: change.issueId,
  });

  const span = spanOf(keyResult, await loadCycle(deps, objective.cycleId));
  const today = dayOf(deps.now());
  const show = (facts: readonly IssueFacts[]) => {
    const measured = measureWork(facts, rule);
    return { measured, view: { ...progressView(measured.progress, span, today), work: measured.counts } };
  };
  const was = show(before);
  const will = show(change.after);
  const ids = (facts: readonly IssueFacts[]) => new Set(facts.filter(({ gone }) => !gone).map(({ issueId }) => issueId));
  const [inBefore, inAfter] = [ids(before), ids(change.after)];
  const joining = will.measured.issues.filter(({ issueId }) => inAfter.has(issueId) && !inBefore.has(issueId));
  const leaving = was.measured.issues.filter(({ issueId }) => inBefore.has(issueId) && !inAfter.has(issueId));
  const moving = [...joining, ...leaving];

  const visible = await deps.jiraAsUser.permissions({ permissions: ['BROWSE_PROJECTS'], issueIds: moving.map(({ issueId }) => issueId) });
  const seen = moving.filter(({ issueId }) => visible.onIssue('BROWSE_PROJECTS', issueId));
  const { issues: sample } = await viewScopeIssues(deps, seen.slice(0, SAMPLE), () => []);
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
