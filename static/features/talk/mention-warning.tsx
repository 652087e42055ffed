/** Says who of the mentioned would not see what is private, while it can still be said otherwise. */
import { mentionsIn } from '../../../src/domain/comment-words';
import type { TalkSubject } from '../../../src/domain/talk-subject';
import { usePerson } from '../../ui/person';
import { SectionMessage } from '../../ui/section-message';
import { useUnseenBy } from './queries';

const Unseen = ({ accountId }: { readonly accountId: string }) => {
  const { person } = usePerson(accountId);
  return (
    <p>
      <bdi>{person?.name ?? 'This person'}</bdi> cannot see this private objective.
    </p>
  );
};

type Props = { readonly subject: TalkSubject; readonly isPrivate: boolean; readonly words: string };

export const MentionWarning = ({ subject, isPrivate, words }: Props) => {
  const unseenBy = useUnseenBy(subject, isPrivate, mentionsIn(words));
  if (unseenBy.length === 0) return null;
  return (
    <div className="comment-form__warning">
      <SectionMessage tone="warning">
        {unseenBy.map((accountId) => (
          <Unseen key={accountId} accountId={accountId} />
        ))}
      </SectionMessage>
    </div>
  );
};
