/** One comment: who, when, what, and what the viewer may do with it. */
import { useState } from 'react';
import type { CommentView } from '../../../src/contract/talk';
import type { TalkSubject } from '../../../src/domain/talk-subject';
import { useHost } from '../../host';
import { ErrorState } from '../../ui/error-state';
import { useFormat } from '../../ui/format';
import { Person } from '../../ui/person';
import { CommentText } from './comment-text';
import { EditComment } from './edit-comment';
import { useRemoveComment } from './queries';

export type TalkPlace = {
  readonly subject: TalkSubject;
  readonly projectId: string | null;
  readonly isPrivate: boolean;
  /** Whether the viewer may change what it is about, and so remove what others say. */
  readonly may: boolean;
};

type Props = TalkPlace & {
  readonly comment: CommentView;
  readonly reload: () => Promise<CommentView | null>;
  /** Null where it cannot be replied to. */
  readonly onReply: (() => void) | null;
};

const Removing = ({ comment, subject, onDone }: Pick<Props, 'comment' | 'subject'> & { readonly onDone: () => void }) => {
  const remove = useRemoveComment(subject);
  return (
    <>
      {remove.isError && <ErrorState title="The comment was not removed" error={remove.error} />}
      <span>The words are gone for good then.</span>
      <button
        type="button"
        className="text-button comment__remove"
        autoFocus
        disabled={remove.isPending}
        onClick={() => remove.mutate({ id: comment.id, version: comment.version }, { onSuccess: onDone })}
      >
        Remove it
      </button>
      <button type="button" className="text-button" onClick={onDone}>
        Keep it
      </button>
    </>
  );
};

const Actions = ({ comment, subject, may, onReply, onEdit }: Props & { readonly onEdit: () => void }) => {
  const { place } = useHost();
  const [removing, setRemoving] = useState(false);
  const own = comment.byAccountId === place.accountId;
  if (removing) return <Removing comment={comment} subject={subject} onDone={() => setRemoving(false)} />;
  return (
    <>
      {onReply && (
        <button type="button" className="text-button" onClick={onReply}>
          Reply
        </button>
      )}
      {own && (
        <button type="button" className="text-button" onClick={onEdit}>
          Edit
        </button>
      )}
      {(own || may) && (
        <button type="button" className="text-button" onClick={() => setRemoving(true)}>
          Remove
        </button>
      )}
    </>
  );
};

export const Comment = (props: Props) => {
  const { comment, reload } = props;
  const format = useFormat();
  const [editing, setEditing] = useState(false);
  if (comment.isRemoved) return <p className="subtle">This comment was removed.</p>;
  if (editing) return <EditComment {...props} reload={reload} onDone={() => setEditing(false)} />;
  return (
    <>
      <p className="comment__head">
        <Person accountId={comment.byAccountId} withName /> <time dateTime={comment.at}>{format.instant(comment.at)}</time>
        {comment.editedAt !== null && <span>edited</span>}
      </p>
      <CommentText words={comment.words} />
      <div className="comment__actions small">
        <Actions {...props} onEdit={() => setEditing(true)} />
      </div>
    </>
  );
};
