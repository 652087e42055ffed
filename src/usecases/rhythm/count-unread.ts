/** How many items of the viewer's inbox are neither read nor done: the figure on the bell. One SQL request. */
import type { Actor, Deps } from '../deps';

export const countUnread = async (deps: Deps, actor: Actor): Promise<{ readonly unread: number }> => ({
  unread: await deps.store.inbox.countUnread(actor.accountId),
});
