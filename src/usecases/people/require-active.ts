/** A person who is given something has to be there to take it. */
import type { Actor, Deps } from '../deps';
import { invalid } from '../okr-error';

/** Throws `INVALID` when the new owner is no active account of Jira. Asks nothing when nobody new becomes the owner, or the actor does. */
export async function requireActive(deps: Deps, actor: Actor, accountId: string | null | undefined, before: string | null): Promise<void> {
  if (accountId === undefined || accountId === null || accountId === before || accountId === actor.accountId) return;
  const active = await deps.jiraAsApp.activeAccounts([accountId]);
  if (!active.has(accountId)) throw invalid('ownerAccountId', 'This person has no active account any more. Pick somebody else.');
}
