/**
 * The viewer's key results of a project that are to be checked in on by the end of this week, each filled in with what Jira says has happened
 * since the last time. Four SQL requests and one Jira call, whatever there is; none of it for an empty queue.
 */
import type { Input } from '../../contract/api';
import type { CheckInQueue } from '../../contract/check-ins';
import { endOfWeek } from '../../domain/cycle';
import type { KeptKeyResult } from '../../store/attention';
import type { CheckInRecord } from '../../store/check-ins';
import type { Actor, Deps } from '../deps';
import { loadCycles } from '../load';
import { requireSee, visibleHomes } from '../permission';
import type { SiteDay } from '../site-day';
import { keyResultView } from '../views';
import { fillInCheckIns, type Due } from './fill-in-check-ins';

/** Filled in at once; the others come when these are done. */
const MOST_DUE = 50;
function dueOf(kept: readonly KeptKeyResult[], last: ReadonlyMap<string, CheckInRecord>, on: SiteDay): readonly Due[] {
  return kept
    .map((each) => ({
      kept: each,
      keyResult: keyResultView(each.keyResult, each.cycle, on),
      last: last.get(each.keyResult.id) ?? null,
    }))
    .filter(({ keyResult: { attention } }) => attention.dueDay !== null && attention.dueDay <= endOfWeek(on.today))
    .sort((a, b) => {
      const [first, second] = [a.keyResult.attention.dueDay ?? '', b.keyResult.attention.dueDay ?? ''];
      return first < second ? -1 : first > second ? 1 : a.kept.keyResult.number - b.kept.keyResult.number;
    });
}

export async function getCheckInQueue(deps: Deps, actor: Actor, input: Input<'getCheckInQueue'>): Promise<CheckInQueue> {
  const projectId = input.projectId ?? actor.openProjectId;
  if (projectId !== null) await requireSee(deps, actor, { level: 'project', projectId }, 'project');
  const { on } = await loadCycles(deps);
  const own = await deps.store.attention.listKept(projectId, actor.accountId, on.today);
  const homes = own.map(({ objective }) => objective.home);
  const maySee = await visibleHomes(deps, actor, homes);
  const kept = own.filter(({ objective }) => maySee(objective.home));
  const last = await deps.store.checkIns.listLast(kept.map(({ keyResult }) => keyResult.id));
  const due = dueOf(kept, new Map(last.map((checkIn) => [checkIn.keyResultId, checkIn])), on);
  const filled = due.slice(0, MOST_DUE);
  const answer = { today: on.today, untilDay: endOfWeek(on.today), more: due.length - filled.length };
  return { ...answer, due: await fillInCheckIns(deps, filled, on.today) };
}
