/** The check-ins on a key result, newest first, a page at a time. */
import type { Input } from '../../contract/api';
import type { CheckIns } from '../../contract/check-ins';
import type { Actor, Deps } from '../deps';
import { loadKeyResult } from '../load';
import { requireSee } from '../permission';
import { viewCheckIn } from './view-check-in';

const PAGE = 20;

export async function listCheckIns(deps: Deps, actor: Actor, input: Input<'listCheckIns'>): Promise<CheckIns> {
  const { keyResult, objective } = await loadKeyResult(deps, actor, input.keyResultId);
  await requireSee(deps, actor, objective.home, 'key result');
  const newest = [...(await deps.store.checkIns.listByKeyResults([keyResult.id]))].sort(
    (a, b) => b.createdAt - a.createdAt || (a.id < b.id ? 1 : -1),
  );
  const after = input.cursor === undefined ? 0 : newest.findIndex(({ id }) => id === input.cursor) + 1;
  const page = newest.slice(after, after + PAGE);
  const last = page.at(-1);
  const comments = await deps.store.comments.count(
    'check-in',
    page.map(({ id }) => id),
  );
  return {
    checkIns: page.map((checkIn) => ({ ...viewCheckIn(checkIn), comments: comments.get(checkIn.id) ?? 0 })),
    nextCursor: last !== undefined && after + PAGE < newest.length ? last.id : null,
  };
}
