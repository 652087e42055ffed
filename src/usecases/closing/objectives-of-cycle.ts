/** The live objectives of a cycle, or of one home in it, that a person may see: those of the company, then of groups, then of projects, each in order. */
import { homeKey, levels, type Home } from '../../domain/home';
import type { ObjectiveRecord } from '../../store/objective-row';
import type { Actor, Deps } from '../deps';
import { requireSee, visibleHomes } from '../permission';

/** One SQL request, and a Jira call where projects are among them. Throws `NOT_FOUND` for a home that the person may not see. */
export async function objectivesOfCycle(
  deps: Deps,
  actor: Actor,
  cycleId: string,
  home: Home | undefined,
): Promise<readonly ObjectiveRecord[]> {
  if (home !== undefined) await requireSee(deps, actor, home, home.level);
  const found = (await deps.store.objectives.listByCycles(actor.accountId, [cycleId])).filter(
    (objective) => home === undefined || homeKey(objective.home) === homeKey(home),
  );
  const maySee = await visibleHomes(
    deps,
    actor,
    found.map((objective) => objective.home),
  );
  const place = ({ home: own }: ObjectiveRecord): string => `${levels.indexOf(own.level)} ${homeKey(own)}`;
  return found
    .filter((objective) => maySee(objective.home))
    .sort((a, b) => (place(a) < place(b) ? -1 : place(a) > place(b) ? 1 : a.rank - b.rank || a.number - b.number));
}
