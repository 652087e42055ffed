/**
 * Has a project's work counted anew for somebody who looks at its coverage. A count reads up to two thousand issues, so one that is younger than a quarter of an hour
 * stands, and whoever asks while one is waiting waits with the others.
 */
import type { Input } from '../../contract/api';
import type { CoverageView } from '../../contract/coverage';
import type { Actor, Deps } from '../deps';
import { viewCoverage } from './get-coverage';
import { loadOpenCycle } from '../load';
import { projectOf, requireSee } from '../permission';

const YOUNG_MS = 15 * 60_000;
/** A note that has waited for so long may have lost its run. */
const LOST_MS = 10 * 60_000;

export async function askForCount(deps: Deps, actor: Actor, input: Input<'askForCount'>): Promise<CoverageView> {
  const projectId = projectOf(actor, input.projectId);
  await requireSee(deps, actor, { level: 'project', projectId }, 'project');
  const { cycle } = await loadOpenCycle(deps, input.cycleId);
  const known = (await deps.store.workCounts.list([projectId], cycle.id)).get(projectId);
  const isYoung = (known?.count?.countedAt ?? 0) > deps.now() - YOUNG_MS;
  const isWaiting = (known?.askedAt ?? 0) > deps.now() - LOST_MS;
  if (!isYoung && !isWaiting) {
    await deps.store.workCounts.ask({ projectId, cycleId: cycle.id, mark: deps.newId() }, deps.now());
    await deps.requestCount();
  }
  return viewCoverage(deps, projectId, cycle);
}
