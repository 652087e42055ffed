/**
 * Takes the words of a comment away for good, for its author and those who may change what it is about: one statement under its version. Where
 * somebody has replied, it stays as removed. Removing what is removed already is done.
 */
import type { Input } from '../../contract/api';
import type { Actor, Deps } from '../deps';
import { loadKeyResult } from '../load';
import { conflict } from '../okr-error';
import { requireMay } from '../permission';
import { loadComment } from './talk';

export async function removeComment(deps: Deps, actor: Actor, { id, version }: Input<'removeComment'>): Promise<null> {
  const { comment, objective, keyResultId } = await loadComment(deps, actor, id);
  const of = keyResultId === null ? { objective } : await loadKeyResult(deps, actor, keyResultId, 'comment');
  await requireMay(deps, actor, 'remove the comment', 'comment', { home: objective.home, comment, ...of });
  if (comment.removedAt !== null) return null;
  if (!(await deps.store.comments.remove(id, version, { accountId: actor.accountId, at: deps.now() })))
    throw conflict('comment', 'Reload to see the change, and remove it again if you still want to.');
  await deps.publishTalk({ subjectId: comment.subject.id });
  return null;
}
