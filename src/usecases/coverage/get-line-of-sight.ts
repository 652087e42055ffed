/**
 * Who has work in progress in a project, and whose of it reaches no key result: four SQL requests at most, and one Jira call for the titles, as the
 * viewer. The counts are the same for everyone, as those of coverage are: only which issues a viewer sees differs.
 */
import type { Input } from '../../contract/api';
import type { LineOfSight } from '../../contract/sight';
import { sightOf } from '../../domain/sight';
import type { Actor, Deps } from '../deps';
import { loadCycle } from '../load';
import { projectOf, requireSee } from '../permission';
import { orphanView } from './orphan-view';

const MOST_PEOPLE = 200;
/** Of all people without line of sight together: one call. */
const MOST_DESCRIBED = 100;

export async function getLineOfSight(deps: Deps, actor: Actor, input: Input<'getLineOfSight'>): Promise<LineOfSight> {
  const projectId = projectOf(actor, input.projectId);
  await requireSee(deps, actor, { level: 'project', projectId }, 'project');
  const { cycle } = await loadCycle(deps, input.cycleId);
  const count = (await deps.store.workCounts.list([projectId], cycle.id)).get(projectId)?.count ?? null;
  const work = count === null ? [] : await deps.store.coverage.listInHand(count.countId, cycle);
  const { people, unassigned } = sightOf(work);
  const without = new Set(people.flatMap(({ accountId, serving }) => (serving === 0 ? [accountId] : [])));
  const orphans = work.filter(({ accountId }) => accountId !== null && without.has(accountId)).slice(0, MOST_DESCRIBED);
  const ids = orphans.map(({ issueId }) => issueId);
  const described = await deps.jiraAsUser.describeIssues(ids);
  const privately =
    count === null
      ? new Map<string, readonly number[]>()
      : await deps.store.coverage.listPrivatelyServed(actor.accountId, count.countId, ids, cycle);
  return {
    projectId,
    cycleId: cycle.id,
    countedAt: count === null ? null : new Date(count.countedAt).toISOString(),
    capped: count?.capped['in-progress'] ?? false,
    people: people.slice(0, MOST_PEOPLE).map((person) => ({
      ...person,
      orphans: orphans
        .filter(({ accountId }) => accountId === person.accountId)
        .flatMap(({ issueId }) => orphanView({ issueId, parentId: null }, described, privately)),
    })),
    total: people.length,
    inSight: people.length - without.size,
    unassigned,
  };
}
