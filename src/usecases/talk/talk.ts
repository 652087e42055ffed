/**
 * What is talked about, loaded for a person, and a comment as the browser shows it. Talking stays possible in a closed cycle: nothing that counts
 * is changed by it.
 */
import type { CommentView } from '../../contract/talk';
import type { TalkSubject } from '../../domain/talk-subject';
import type { CommentRecord, SubjectRecord } from '../../store/comments';
import type { Actor, Deps } from '../deps';
import { notFound } from '../okr-error';
import { instant } from '../views';

const words: Readonly<Record<TalkSubject['type'], string>> = { objective: 'objective', 'key-result': 'key result', 'check-in': 'check-in' };

/** Throws `NOT_FOUND` for what is archived, gone or private to others. One SQL request. */
export async function loadTalkSubject(deps: Deps, actor: Actor, subject: TalkSubject): Promise<SubjectRecord & { readonly what: string }> {
  const what = words[subject.type];
  const found = await deps.store.comments.findSubject(actor.accountId, subject);
  if (found === null) throw notFound(what);
  return { ...found, what };
}

/** A comment, removed or not, with what it is about. Throws `NOT_FOUND` like the above. */
export async function loadComment(deps: Deps, actor: Actor, id: string): Promise<SubjectRecord & { readonly comment: CommentRecord }> {
  const comment = await deps.store.comments.find(id);
  const subject = comment && (await deps.store.comments.findSubject(actor.accountId, comment.subject));
  if (comment === null || subject === null) throw notFound('comment');
  return { ...subject, comment };
}

export const viewComment = (comment: CommentRecord): CommentView => ({
  id: comment.id,
  replyTo: comment.threadId === comment.id ? null : comment.threadId,
  byAccountId: comment.createdBy,
  at: new Date(comment.createdAt).toISOString(),
  editedAt: instant(comment.editedAt),
  isRemoved: comment.removedAt !== null,
  words: comment.words,
  version: comment.version,
});
