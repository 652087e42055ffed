/** What has been archived in a cycle, in one project or wherever the viewer may see: one SQL request, and at most one Jira call. */
import type { Input } from '../../contract/api';
import type { ArchivedView } from '../../contract/writing';
import type { Actor, Deps } from '../deps';
import { requireSee, visibleHomes } from '../permission';
import { keyResultKey, objectiveKey } from '../views';

const MOST = 200;

/** The last archived first, at most two hundred. */
export async function listArchived(deps: Deps, actor: Actor, input: Input<'listArchived'>): Promise<readonly ArchivedView[]> {
  const projectId = input.projectId ?? actor.openProjectId;
  if (projectId !== null) await requireSee(deps, actor, { level: 'project', projectId }, 'project');
  const found = await deps.store.archived.list({ accountId: actor.accountId, cycleId: input.cycleId, projectId, limit: MOST });
  const maySee = await visibleHomes(
    deps,
    actor,
    found.map(({ home }) => home),
  );
  return found
    .filter(({ home }) => maySee(home))
    .map(({ number, objectiveNumber, archivedAt, ...rest }) => ({
      ...rest,
      key: rest.type === 'objective' ? objectiveKey(number) : keyResultKey(number),
      objectiveKey: objectiveNumber === null ? null : objectiveKey(objectiveNumber),
      archivedAt: new Date(archivedAt).toISOString(),
    }));
}
