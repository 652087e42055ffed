/** Says something about an objective, a key result or a check-in, or replies to what was said. The row is the commit. */
import type { Input } from '../../contract/api';
import type { CommentView } from '../../contract/talk';
import type { CommentRecord } from '../../store/comments';
import type { Actor, Deps } from '../deps';
import { idTaken, notFound, OkrError } from '../okr-error';
import { requireMay } from '../permission';
import { loadTalkSubject, viewComment } from './talk';

/** More belong into a thread of their own; a page of threads has to fit into one answer. */
const MOST_REPLIES = 50;

/** The thread a reply goes into. Throws `NOT_FOUND` for a comment of something else or one that was removed, `LIMIT` for a thread that is full. */
async function threadOf(deps: Deps, input: Input<'addComment'>): Promise<string> {
  if (input.replyTo === undefined) return input.id;
  const answered = await deps.store.comments.find(input.replyTo);
  const isHere = answered?.subject.type === input.subject.type && answered.subject.id === input.subject.id;
  if (answered === null || !isHere || answered.removedAt !== null) throw notFound('comment');
  if ((await deps.store.comments.countReplies(answered.threadId)) >= MOST_REPLIES)
    throw new OkrError('LIMIT', `This thread has ${MOST_REPLIES} replies. Begin a new one with a comment of your own.`);
  return answered.threadId;
}

export async function addComment(deps: Deps, actor: Actor, input: Input<'addComment'>): Promise<CommentView> {
  const { objective, keyResultId, what } = await loadTalkSubject(deps, actor, input.subject);
  await requireMay(deps, actor, 'comment', what, { home: objective.home });
  const comment: CommentRecord = {
    id: input.id,
    subject: input.subject,
    keyResultId,
    threadId: await threadOf(deps, input),
    createdBy: actor.accountId,
    createdAt: deps.now(),
    editedAt: null,
    removedAt: null,
    words: input.words,
    version: 1,
  };
  if (!(await deps.store.comments.add(comment))) throw idTaken('comment');
  await deps.publishTalk({ subjectId: input.subject.id });
  return viewComment(comment);
}
