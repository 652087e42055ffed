/**
 * Links several issues to a key result at once, each picked by hand: as many as may be linked are, in one commit, and of the others it is said why not. Sending the same
 * ids again adds nothing twice. The number of SQL requests and Jira calls does not depend on how many issues there are.
 */
import type { Input } from '../../contract/api';
import type { LinkOutcome } from '../../contract/coverage';
import { commitSources, type ReadSource } from './commit-sources';
import type { Actor, Deps } from '../deps';
import { factOf } from '../sync/issue-facts';
import { loadKeyResult, loadOpenCycle } from '../load';
import { measuredByMilestones, OkrError } from '../okr-error';
import { linkableIssues, linkRefusal, requireSee } from '../permission';
import { recompute } from '../progress/recompute';
import { readSettings } from '../settings/settings';
import { requireRoom } from './source-limits';

const unseen = 'Jira has no such issue, or does not show it to you.';

/** In the order given. Throws `FORBIDDEN` for somebody who may link none of them. */
export async function linkIssues(deps: Deps, actor: Actor, input: Input<'linkIssues'>): Promise<readonly LinkOutcome[]> {
  const loaded = await loadKeyResult(deps, actor, input.keyResultId);
  const { keyResult, objective } = loaded;
  await requireSee(deps, actor, objective.home, 'key result');
  await loadOpenCycle(deps, objective.cycleId);
  if (keyResult.kind === 'milestones') throw measuredByMilestones();
  const settings = await readSettings(deps);
  const found = await deps.jiraAsUser.fetchIssues(
    input.links.map(({ issueId }) => issueId),
    settings,
  );
  const seen = new Map(found.map((issue) => [issue.id, issue]));
  const linkable = await linkableIssues(deps, actor, loaded, [...seen.keys()]);
  if (seen.size > 0 && linkable.size === 0) throw new OkrError('FORBIDDEN', linkRefusal(objective.home));
  const sources = await deps.store.sources.listByKeyResult(keyResult.id);
  const linked = new Set(sources.flatMap(({ source }) => (source.type === 'issue' ? [source.issueId] : [])));

  const brought: ReadSource[] = [];
  const outcomes = input.links.map(({ id, issueId }): LinkOutcome => {
    const issue = seen.get(issueId);
    if (issue === undefined) return { issueId, outcome: 'refused', why: unseen };
    if (linked.has(issueId)) return { issueId, outcome: 'already' };
    if (!linkable.has(issueId)) return { issueId, outcome: 'refused', why: linkRefusal(objective.home) };
    brought.push({
      source: { id, keyResultId: keyResult.id, type: 'issue', issueId },
      read: [factOf(issue, settings, deps.now())],
    });
    return { issueId, outcome: 'linked' };
  });
  if (brought.length === 0) {
    await recompute(deps, [keyResult.id], 'none');
    return outcomes;
  }
  requireRoom(
    sources,
    brought.map(({ source }) => source),
    brought.length,
  );
  await commitSources(deps, actor, keyResult.id, brought, settings);
  return outcomes;
}
