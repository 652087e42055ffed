/** Changes the words of one's own comment: one statement under its version. What they were is not kept; that they were changed is. */
import type { Input } from '../../contract/api';
import type { CommentView } from '../../contract/talk';
import type { Actor, Deps } from '../deps';
import { conflict, notFound } from '../okr-error';
import { requireMay } from '../permission';
import { loadComment, viewComment } from './talk';

export async function editComment(deps: Deps, actor: Actor, { id, version, words }: Input<'editComment'>): Promise<CommentView> {
  const { comment, objective } = await loadComment(deps, actor, id);
  await requireMay(deps, actor, 'edit the comment', 'comment', { home: objective.home, comment });
  if (comment.removedAt !== null) throw notFound('comment');
  if (comment.words === words) return viewComment(comment);
  const editedAt = deps.now();
  if (!(await deps.store.comments.edit(id, version, words, editedAt))) throw conflict('comment');
  await deps.publishTalk({ subjectId: comment.subject.id });
  return viewComment({ ...comment, words, editedAt, version: version + 1 });
}
