/**
 * The viewer's week: what moved, what is due and what is at risk of what they own or contribute to in running cycles, and how much waits for their
 * answer. Made when it is looked at. Seven SQL requests and at most two Jira calls.
 */
import type { Input } from '../../contract/api';
import type { MyWeek } from '../../contract/rhythm';
import type { Actor, Deps } from '../deps';
import { listContributions } from '../alignment/list-contributions';
import { loadCycles } from '../load';
import { visibleHomes } from '../permission';
import { viewWeek, weekThrough } from './week-view';

export async function getMyWeek(deps: Deps, actor: Actor, { toDay }: Input<'getMyWeek'>): Promise<MyWeek> {
  const { cycles, on } = await loadCycles(deps);
  const week = weekThrough(toDay, on.today);
  const ids = await deps.store.weeks.listOwnObjectiveIds(actor.accountId, on.today);
  const found = await deps.store.objectives.listFor(actor.accountId, ids);
  const maySee = await visibleHomes(
    deps,
    actor,
    found.map(({ home }) => home),
  );
  const own = found.filter(({ home }) => maySee(home)).toSorted((a, b) => a.number - b.number);
  const { waiting, more, hidden } = await listContributions(deps, { ...actor, openProjectId: null }, {});
  return { ...week, objectives: await viewWeek(deps, own, cycles, on, week), unanswered: waiting.length + more + hidden };
}
