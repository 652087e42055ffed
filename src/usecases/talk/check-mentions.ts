/**
 * Who of the people somebody is about to mention may not know of the objective it is about, because it is private to others. Whether they may
 * see the project it lives in only Jira's administrators could ask for another person, so that is not among what is told.
 */
import type { Input, Output } from '../../contract/api';
import type { Actor, Deps } from '../deps';
import { requireSee } from '../permission';
import { loadTalkSubject } from './talk';

/** In the order given. */
export async function checkMentions(deps: Deps, actor: Actor, input: Input<'checkMentions'>): Promise<Output<'checkMentions'>> {
  const { objective, what } = await loadTalkSubject(deps, actor, input.subject);
  await requireSee(deps, actor, objective.home, what);
  if (objective.audience === null) return { unseenBy: [] };
  const knowing = await deps.store.audiences.listKnowing(objective.id, input.accountIds);
  return { unseenBy: [...new Set(input.accountIds)].filter((accountId) => !knowing.has(accountId)) };
}
