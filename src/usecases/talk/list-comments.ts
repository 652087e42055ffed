/**
 * What was said about an objective, a key result or a check-in: the latest threads, oldest first, earlier ones a page at a time. Two SQL requests,
 * and below a megabyte.
 */
import type { Input } from '../../contract/api';
import type { Comments, CommentView } from '../../contract/talk';
import type { ThreadPlace } from '../../store/comments';
import type { Actor, Deps } from '../deps';
import { invalid } from '../okr-error';
import { requireSee } from '../permission';
import { loadTalkSubject, viewComment } from './talk';

/** With every thread full of the longest words they still fit into what one SQL request may answer. */
const THREADS_PER_PAGE = 10;
const MOST_BYTES = 900_000;
const encoder = new TextEncoder();

/** `1794000000000 comment-1`: the thread where the page before ended. */
function placeOf(cursor: string | undefined): ThreadPlace | null {
  if (cursor === undefined) return null;
  const [, at, id] = /^(\d{1,15}) (\S{1,64})$/.exec(cursor) ?? [];
  if (id === undefined) throw invalid('cursor', 'Start again from the first page.');
  return { at: Number(at), id };
}

type Thread = readonly CommentView[];

function threadsOf(comments: readonly CommentView[]): readonly Thread[] {
  const threads = new Map<string, CommentView[]>();
  for (const comment of comments) {
    const id = comment.replyTo ?? comment.id;
    threads.set(id, [...(threads.get(id) ?? []), comment]);
  }
  return [...threads.values()];
}

/** As many from the end as fit, at least one. */
function fitting(threads: readonly Thread[]): readonly Thread[] {
  let bytes = 0;
  const over = threads.findLastIndex(
    (thread, index) => (bytes += encoder.encode(JSON.stringify(thread)).length) > MOST_BYTES && index < threads.length - 1,
  );
  return threads.slice(over + 1);
}

export async function listComments(deps: Deps, actor: Actor, input: Input<'listComments'>): Promise<Comments> {
  const before = placeOf(input.cursor);
  const { objective, what } = await loadTalkSubject(deps, actor, input.subject);
  await requireSee(deps, actor, objective.home, what);
  const page = await deps.store.comments.page(input.subject, before, THREADS_PER_PAGE + 1);
  const threads = threadsOf(page.comments.map(viewComment));
  const shown = fitting(threads.slice(-THREADS_PER_PAGE));
  const first = shown[0]?.[0];
  return {
    comments: shown.flat(),
    total: page.total,
    isPrivate: objective.audience !== null,
    nextCursor: first !== undefined && shown.length < threads.length ? `${Date.parse(first.at)} ${first.id}` : null,
  };
}
