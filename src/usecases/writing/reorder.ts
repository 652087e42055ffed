/**
 * Puts an objective after another one of its place and cycle, or a key result after another one of its objective. The rank is the commit; what
 * makes room for it before leaves the order as it was. No number depends on it.
 */
import type { Input } from '../../contract/api';
import { homeKey, projectIdsOf, type Home } from '../../domain/home';
import { rankBetween } from '../../domain/rank';
import type { Ranked, Siblings } from '../../store/ranks';
import type { Actor, Deps } from '../deps';
import { loadKeyResult, loadObjective, loadOpenCycle } from '../load';
import { conflict, invalid } from '../okr-error';
import { requireMay } from '../permission';

type Moved = {
  readonly what: string;
  readonly siblings: Siblings;
  readonly self: Ranked;
  readonly before: Ranked | null;
  readonly home: Home;
};

const elsewhere = (): Error => invalid('afterId', 'That one stands somewhere else by now. Reload to see the order.');

async function loadMovedObjective(deps: Deps, actor: Actor, id: string, afterId: string | null): Promise<Moved> {
  const objective = await loadObjective(deps, actor, id);
  const { home, cycleId } = objective;
  await requireMay(deps, actor, 'add objectives', 'objective', { home, objective });
  const before = afterId === null ? null : await loadObjective(deps, actor, afterId);
  if (before !== null && (homeKey(before.home) !== homeKey(home) || before.cycleId !== cycleId)) throw elsewhere();
  await loadOpenCycle(deps, cycleId);
  return { what: 'objective', siblings: { of: 'objective', home, cycleId }, self: objective, before, home };
}

async function loadMovedKeyResult(deps: Deps, actor: Actor, id: string, afterId: string | null): Promise<Moved> {
  const { keyResult, objective } = await loadKeyResult(deps, actor, id);
  await requireMay(deps, actor, 'change the objective', 'key result', { home: objective.home, objective });
  const before = afterId === null ? null : (await loadKeyResult(deps, actor, afterId)).keyResult;
  if (before !== null && before.objectiveId !== objective.id) throw elsewhere();
  await loadOpenCycle(deps, objective.cycleId);
  return { what: 'key result', siblings: { of: 'key-result', objectiveId: objective.id }, self: keyResult, before, home: objective.home };
}

const isAfter = (one: Ranked, before: Ranked | null): boolean =>
  before === null || one.rank > before.rank || (one.rank === before.rank && one.number > before.number);

/** Answers the rank it has then. Asking for where it stands already is done. */
export async function reorder(deps: Deps, actor: Actor, { subject, afterId, seen }: Input<'reorder'>): Promise<{ readonly rank: number }> {
  if (afterId === subject.id) throw elsewhere();
  const load = subject.type === 'objective' ? loadMovedObjective : loadMovedKeyResult;
  const { what, siblings, self, before, home } = await load(deps, actor, subject.id, afterId);
  const next = await deps.store.ranks.findNext(siblings, before, self.id);
  if (isAfter(self, before) && (next === null || isAfter(next, self))) return { rank: self.rank };
  let rank = rankBetween(before?.rank ?? null, next?.rank ?? null);
  if (rank === null && before !== null && next !== null) {
    await deps.store.ranks.makeRoom(siblings, before, self.id);
    rank = rankBetween(before.rank, (await deps.store.ranks.findNext(siblings, before, self.id))?.rank ?? null);
  }
  if (rank === null || !(await deps.store.ranks.place(subject.type, self.id, seen, rank)))
    throw conflict(what, 'Its place in the order is another one now. Reload to see it, and move it again if you still want to.');
  await deps.publish({ projectIds: projectIdsOf([home]), keyResultIds: [], issueIds: [] });
  return { rank };
}
