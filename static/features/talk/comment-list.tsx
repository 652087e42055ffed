/** What is said about something: threads, oldest first, with the latest in sight and earlier ones on demand, and a box for what is still to say. */
import Button from '@atlaskit/button/new';
import { useState } from 'react';
import type { CommentView } from '../../../src/contract/talk';
import { ErrorState } from '../../ui/error-state';
import { Loading, Skeleton } from '../../ui/skeleton';
import { Comment, type TalkPlace } from './comment';
import { CommentForm } from './comment-form';
import { useComments } from './queries';
import './talk.css';

type Thread = { readonly first: CommentView; readonly replies: readonly CommentView[] };

const threadsOf = (comments: readonly CommentView[]): readonly Thread[] =>
  comments
    .filter(({ replyTo }) => replyTo === null)
    .map((first) => ({ first, replies: comments.filter(({ replyTo }) => replyTo === first.id) }));

type Props = Omit<TalkPlace, 'isPrivate'>;

export const CommentList = (props: Props) => {
  const query = useComments(props.subject);
  const [replyingTo, setReplyingTo] = useState<string | null>(null);
  const pages = query.data?.pages;
  if (!pages)
    return query.isError ? (
      <ErrorState title="The comments could not be loaded" error={query.error} onRetry={() => void query.refetch()} />
    ) : (
      <Loading what="comments">
        <Skeleton height="96px" />
      </Loading>
    );
  // Later pages hold earlier threads.
  const threads = threadsOf(pages.toReversed().flatMap((page) => page.comments));
  const place: TalkPlace = { ...props, isPrivate: pages[0]?.isPrivate ?? false };
  const reload = (id: string) => async () =>
    (await query.refetch()).data?.pages.flatMap((page) => page.comments).find((comment) => comment.id === id) ?? null;
  const shown = (comment: CommentView, onReply: (() => void) | null) => (
    <Comment {...place} comment={comment} reload={reload(comment.id)} onReply={onReply} />
  );
  return (
    <div className="talk__comments">
      {query.hasNextPage && (
        <Button spacing="compact" isLoading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
          Show earlier comments
        </Button>
      )}
      {threads.length === 0 && <p className="subtle">Nobody has said anything yet. Ask a question, or say what is on your mind.</p>}
      <ol className="comment-list" aria-label="Comments">
        {threads.map(({ first, replies }) => (
          <li key={first.id} className="comment">
            {shown(first, first.isRemoved ? null : () => setReplyingTo(first.id))}
            {(replies.length > 0 || replyingTo === first.id) && (
              <ol className="comment-list comment-list--replies" aria-label="Replies">
                {replies.map((reply) => (
                  <li key={reply.id} className="comment">
                    {shown(reply, null)}
                  </li>
                ))}
                {replyingTo === first.id && (
                  <li>
                    <CommentForm {...place} replyTo={first.id} onDone={() => setReplyingTo(null)} />
                  </li>
                )}
              </ol>
            )}
          </li>
        ))}
      </ol>
      <CommentForm {...place} replyTo={null} />
    </div>
  );
};
