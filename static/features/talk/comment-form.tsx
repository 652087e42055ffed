/** Says something new, or replies. What was typed stays until it is saved; sending it again after a failure is sending it once. */
import Button from '@atlaskit/button/new';
import { useState, type FormEvent } from 'react';
import { LONGEST_COMMENT } from '../../../src/domain/comment-words';
import type { TalkSubject } from '../../../src/domain/talk-subject';
import { newId } from '../../new-id';
import { ErrorState } from '../../ui/error-state';
import { MentionBox } from './mention-box';
import { noNames, wordsOf, type Names } from './mention-text';
import { MentionWarning } from './mention-warning';
import { useAddComment } from './queries';

type Props = {
  readonly subject: TalkSubject;
  readonly projectId: string | null;
  readonly isPrivate: boolean;
  /** The comment that is replied to; null: a new thread. */
  readonly replyTo: string | null;
  /** A reply has been sent or given up. */
  readonly onDone?: () => void;
};

/** Words at the box; null where they can be sent. */
export const wrongWords = (words: string): string | null => {
  if (words.trim() === '') return 'Write something first.';
  const over = words.trim().length - LONGEST_COMMENT;
  return over > 0 ? `This is ${over} characters too long. Make it shorter, or make two comments of it.` : null;
};

export const CommentForm = ({ subject, projectId, isPrivate, replyTo, onDone }: Props) => {
  const add = useAddComment(subject);
  const [id, setId] = useState(newId);
  const [text, setText] = useState('');
  const [names, setNames] = useState<Names>(noNames);
  const [wrong, setWrong] = useState<string | null>(null);
  const words = wordsOf(text, names);

  const send = () => {
    const found = wrongWords(words);
    setWrong(found);
    if (found !== null || add.isPending) return;
    add.mutate(
      { id, subject, words, ...(replyTo === null ? {} : { replyTo }) },
      {
        onSuccess: () => {
          setText('');
          setId(newId());
          onDone?.();
        },
      },
    );
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    event.stopPropagation();
    send();
  };
  return (
    <form className="comment-form" onSubmit={submit} noValidate aria-label={replyTo === null ? 'New comment' : 'Reply'}>
      <MentionBox
        label={replyTo === null ? 'Add a comment' : 'Your reply'}
        text={text}
        onChange={(next) => {
          setText(next);
          setWrong(null);
        }}
        names={names}
        onName={(name, accountId) => setNames(new Map([...names, [name, accountId]]))}
        projectId={projectId}
        onSend={send}
        error={wrong}
        autoFocus={replyTo !== null}
      />
      <MentionWarning subject={subject} isPrivate={isPrivate} words={words} />
      {add.isError && <ErrorState title="The comment was not saved" error={add.error} />}
      <div className="button-row">
        <Button appearance="primary" type="submit" isLoading={add.isPending}>
          {replyTo === null ? 'Comment' : 'Reply'}
        </Button>
        {onDone && (
          <Button appearance="subtle" onClick={onDone} isDisabled={add.isPending}>
            Cancel
          </Button>
        )}
      </div>
    </form>
  );
};
