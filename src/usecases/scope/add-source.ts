/** Brings issues into a key result's scope by one source: who asks and what is asked is checked here; writing it is commit-sources.ts. */
import type { Input } from '../../contract/api';
import type { KeyResultView } from '../../contract/okr';
import type { SourceRecord } from '../../store/sources';
import { commitSources } from './commit-sources';
import type { Actor, Deps } from '../deps';
import { loadOpenCycle, loadKeyResult, viewKeyResult } from '../load';
import { idTaken, measuredByMilestones } from '../okr-error';
import { requireScopeChange, requireSee } from '../permission';
import { requireReason } from '../history/plan-change';
import { recompute } from '../progress/recompute';
import { nameSource, pickedIssueId, readSourceIssues, type NamedSource } from './resolve-source';
import { readSettings } from '../settings/settings';
import { requireRoom } from './source-limits';
import { asksReason } from '../views';

type SourceKind = { readonly type: 'issue' | 'children'; readonly issueId: string } | { readonly type: 'jql'; readonly jql: string };

const kindOf = (source: NamedSource): SourceKind => (source.type === 'jql' ? source : { type: source.type, issueId: source.issue.id });

const sameSource = (source: SourceRecord, of: SourceKind): boolean =>
  source.type === 'jql' || of.type === 'jql'
    ? source.type === 'jql' && of.type === 'jql' && source.jql === of.jql
    : source.type === of.type && source.issueId === of.issueId;

export async function addSource(deps: Deps, actor: Actor, input: Input<'addSource'>): Promise<KeyResultView> {
  const loaded = await loadKeyResult(deps, actor, input.keyResultId);
  const { keyResult, objective } = loaded;
  await requireSee(deps, actor, objective.home, 'key result');
  const { cycle, on } = await loadOpenCycle(deps, objective.cycleId);
  const settings = await readSettings(deps);
  const named = await nameSource(deps, input.source, settings);
  await requireScopeChange(deps, actor, loaded, pickedIssueId(named));
  if (keyResult.kind === 'milestones') throw measuredByMilestones();
  const of = kindOf(named);
  const withThisId = await deps.store.sources.find(input.id);
  if (withThisId !== null && !(withThisId.keyResultId === keyResult.id && sameSource(withThisId, of))) throw idTaken('source');
  const sources = await deps.store.sources.listByKeyResult(keyResult.id);
  if (sources.some(({ source }) => sameSource(source, of))) {
    await recompute(deps, [keyResult.id], 'none');
    return viewKeyResult(deps, keyResult.id);
  }

  const source: SourceRecord = { id: input.id, keyResultId: keyResult.id, ...of };
  requireReason(input.reason, named.type !== 'issue' && sources.length > 0 && asksReason(keyResult, cycle, on.today));
  const read = await readSourceIssues(deps, named, settings);
  requireRoom(sources, [source], read.length);
  await commitSources(deps, actor, keyResult.id, [{ source, read }], settings, input.reason);
  return viewKeyResult(deps, keyResult.id);
}
