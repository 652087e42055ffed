/** Changes one's own comment; when it was changed elsewhere meanwhile, shows both and lets the person choose. */
import { useQueries } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import type { CommentView } from '../../../src/contract/talk';
import { mentionsIn } from '../../../src/domain/comment-words';
import type { TalkSubject } from '../../../src/domain/talk-subject';
import { useHost } from '../../host';
import { ErrorState } from '../../ui/error-state';
import { ClashChoice } from '../project-okrs/clash-choice';
import { FormFooter } from '../project-okrs/form-footer';
import { useEdit } from '../project-okrs/use-edit';
import { wrongWords } from './comment-form';
import { MentionBox } from './mention-box';
import { nameFor, noNames, textOf, wordsOf, type Names } from './mention-text';
import { MentionWarning } from './mention-warning';
import { useEditComment } from './queries';

type Props = {
  readonly subject: TalkSubject;
  readonly projectId: string | null;
  readonly isPrivate: boolean;
  readonly comment: CommentView;
  /** The comment as stored now; null when it is gone. */
  readonly reload: () => Promise<CommentView | null>;
  readonly onDone: () => void;
};

/** The names of those who are mentioned; null while Jira has not answered. */
const useNames = (words: string): Names | null => {
  const { jira } = useHost();
  const people = useQueries({
    queries: mentionsIn(words).map((accountId) => ({
      queryKey: ['person', accountId],
      queryFn: () => jira.person(accountId),
      staleTime: 10 * 60_000,
    })),
  });
  if (people.some(({ isPending }) => isPending)) return null;
  return people.reduce(
    (names, { data: person }) => (person ? new Map([...names, [nameFor(names, person), person.accountId]]) : names),
    noNames,
  );
};

const Form = ({ subject, projectId, isPrivate, comment, reload, onDone, known }: Props & { readonly known: Names }) => {
  const change = useEditComment(subject);
  const [names, setNames] = useState(known);
  const edit = useEdit({
    thing: comment,
    draftOf: ({ words }: CommentView) => ({ words: textOf(words, names) }),
    reload,
    check: (_, draft) => {
      const words = wrongWords(wordsOf(draft.words, names));
      return words === null ? {} : { words };
    },
    requestOf: ({ id, version, words: before }, draft) => {
      const words = wordsOf(draft.words, names).trim();
      return words === before ? null : { id, version, words };
    },
    save: (request) => change.mutateAsync(request),
    onSaved: onDone,
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    event.stopPropagation();
    void edit.submit();
  };
  return (
    <form className="comment-form" onSubmit={submit} noValidate aria-label="Edit the comment">
      {edit.error && <ErrorState title="The comment was not saved" error={edit.error} />}
      <ClashChoice edit={edit} labels={{ words: 'Comment' }} show={(_, value) => value} />
      <MentionBox
        label="Comment"
        text={edit.draft.words}
        onChange={edit.set('words')}
        names={names}
        onName={(name, accountId) => setNames(new Map([...names, [name, accountId]]))}
        projectId={projectId}
        onSend={() => void edit.submit()}
        error={edit.wrong.words ?? null}
        autoFocus
      />
      <MentionWarning subject={subject} isPrivate={isPrivate} words={wordsOf(edit.draft.words, names)} />
      <div className="button-row">
        <FormFooter submit="Save" busy={edit.busy} onCancel={onDone} />
      </div>
    </form>
  );
};

export const EditComment = (props: Props) => {
  const known = useNames(props.comment.words);
  return known === null ? null : <Form {...props} known={known} />;
};
