/** What was planned and what became of it: the frozen scope of a key result, what came and went since, and every change of its plan. */
import type { Input } from '../../contract/api';
import type { LedgerEntry, PlanChange, ScopeLedger } from '../../contract/history';
import { baselineProgress, growth } from '../../domain/baseline';
import { addDays } from '../../domain/calendar';
import { measureWork } from '../../domain/work';
import { noNumbers } from '../../jira/jira-issue';
import type { KeyResultRecord } from '../../store/key-result-row';
import type { StayRecord } from '../../store/scope-stays';
import type { SourceHistory } from '../../store/sources';
import type { Actor, Deps } from '../deps';
import { loadKeyResult } from '../load';
import { requireSee } from '../permission';
import { isOfPlan } from './plan-change';

const MOST_ENTRIES = 100;

type Move = { readonly issueId: string; readonly way: 'entered' | 'left'; readonly at: number; readonly by: string | null };

/** Newest first. An issue of the baseline enters again only after it has left. */
function movesOf(stays: readonly StayRecord[], since: number, frozen: ReadonlySet<string>): readonly Move[] {
  const leftBefore = new Set<string>();
  const moves: Move[] = [];
  for (const { issueId, enteredAt, enteredBy, leftAt, leftBy } of stays) {
    if (enteredAt >= since && (!frozen.has(issueId) || leftBefore.has(issueId)))
      moves.push({ issueId, way: 'entered', at: enteredAt, by: enteredBy });
    if (leftAt === null || leftAt < since) continue;
    moves.push({ issueId, way: 'left', at: leftAt, by: leftBy });
    leftBefore.add(issueId);
  }
  return moves.sort((a, b) => b.at - a.at || Number(b.issueId) - Number(a.issueId));
}

async function entriesOf(deps: Deps, moves: readonly Move[]): Promise<readonly LedgerEntry[]> {
  const ids = [...new Set(moves.map(({ issueId }) => issueId))];
  const issues = ids.length === 0 ? [] : await deps.jiraAsUser.fetchIssues(ids, noNumbers, ['summary']);
  const byId = new Map(issues.map((issue) => [issue.id, issue]));
  return moves.map(({ issueId, way, at, by }) => {
    const issue = byId.get(issueId);
    const view = issue && {
      issueId,
      key: issue.key,
      summary: issue.summary,
      statusName: issue.statusName,
      statusCategory: issue.statusCategory,
    };
    return { issue: view ?? null, way, at: new Date(at).toISOString(), byAccountId: by };
  });
}

/** Sources named by issue get the issue's key where the viewer may see it. */
function sourceChanges(records: readonly SourceHistory[], keyOf: (issueId: string) => string): readonly PlanChange[] {
  return records.flatMap(({ source, added, removed }) => {
    const text =
      source.type === 'jql' ? source.jql : source.type === 'children' ? `children of ${keyOf(source.issueId)}` : keyOf(source.issueId);
    const change = (done: typeof added, before: string | null, after: string | null): PlanChange => ({
      id: `${source.id}-${after === null ? 'removed' : 'added'}`,
      at: new Date(done.at).toISOString(),
      byAccountId: done.byAccountId,
      reason: done.reason,
      fields: [{ field: 'source', before, after }],
    });
    return [change(added, null, text), ...(removed === null ? [] : [change(removed, text, null)])];
  });
}

async function changesOf(deps: Deps, keyResult: KeyResultRecord): Promise<readonly PlanChange[]> {
  const sourceRecords = await deps.store.sources.listRecords(keyResult.id);
  const named = sourceRecords.flatMap(({ source }) => (source.type === 'jql' ? [] : [source.issueId]));
  const issues = named.length === 0 ? [] : await deps.jiraAsUser.fetchIssues([...new Set(named)], noNumbers);
  const keys = new Map(issues.map(({ id, key }) => [id, key]));
  const records = await deps.store.planChanges.listChain({ type: 'key-result', id: keyResult.id }, keyResult.changeId);
  const plan = records
    .map(({ id, at, byAccountId, reason, fields }) => ({
      id,
      at: new Date(at).toISOString(),
      byAccountId,
      reason,
      fields: fields.filter(isOfPlan),
    }))
    .filter(({ fields }) => fields.length > 0);
  const sources = sourceChanges(sourceRecords, (issueId) => keys.get(issueId) ?? 'an issue you cannot see');
  return [...plan, ...sources].sort((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : 0));
}

export async function getLedger(deps: Deps, actor: Actor, input: Input<'getLedger'>): Promise<ScopeLedger> {
  const { keyResult, objective } = await loadKeyResult(deps, actor, input.keyResultId);
  await requireSee(deps, actor, objective.home, 'key result');
  const facts = (await deps.store.scope.listFacts([keyResult.id])).get(keyResult.id) ?? [];
  const work = measureWork(facts, keyResult.rule);
  const now = { issues: work.counts.inScope, weight: work.weightSum };
  const changes = await changesOf(deps, keyResult);
  if (keyResult.baseline === null) return { baseline: null, now, growth: null, entries: [], moreEntries: 0, entered: 0, left: 0, changes };

  const frozen = await deps.store.baselines.list(keyResult.baseline.id);
  const known = await deps.store.issueFacts.find(frozen.map(({ issueId }) => issueId));
  const creditNow = new Map(
    [...known.values()].map(({ issueId, gone, cancelled, statusCategory }) => {
      const credit = statusCategory === 'done' ? 1 : statusCategory === 'in-progress' ? keyResult.rule.inProgressCredit : 0;
      return [issueId, gone || cancelled ? 0 : credit];
    }),
  );
  const weight = frozen.reduce((sum, issue) => sum + issue.weight, 0);
  const since = Date.parse(addDays(keyResult.baseline.day, 1));
  const moves = movesOf(
    await deps.store.scopeStays.listSince(keyResult.id, since - 1),
    since,
    new Set(frozen.map(({ issueId }) => issueId)),
  );
  return {
    baseline: { day: keyResult.baseline.day, issues: frozen.length, weight, progress: baselineProgress(frozen, creditNow) },
    now,
    growth: growth(now.weight, weight),
    entries: await entriesOf(deps, moves.slice(0, MOST_ENTRIES)),
    moreEntries: Math.max(0, moves.length - MOST_ENTRIES),
    entered: moves.filter(({ way }) => way === 'entered').length,
    left: moves.filter(({ way }) => way === 'left').length,
    changes,
  };
}
