/** Marks items of the viewer's own inbox as read: those named, or all that are there. One SQL request; those of others are left alone. */
import type { Input } from '../../contract/api';
import type { Actor, Deps } from '../deps';

export async function markRead(deps: Deps, actor: Actor, { ids }: Input<'markRead'>): Promise<null> {
  await deps.store.inbox.markRead(actor.accountId, ids ?? null, deps.now());
  return null;
}
