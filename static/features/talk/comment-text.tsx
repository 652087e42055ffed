/** The words of a comment: people by name, addresses as links, everything else as it was typed. */
import { partsOf } from '../../../src/domain/comment-words';
import { useHost } from '../../host';
import { usePerson } from '../../ui/person';

const Mention = ({ accountId }: { readonly accountId: string }) => {
  const { person, loading } = usePerson(accountId);
  return (
    <span className="comment__mention">
      @<bdi>{person?.name ?? (loading ? '…' : 'Unknown user')}</bdi>
    </span>
  );
};

const Link = ({ address }: { readonly address: string }) => {
  const { openLink } = useHost();
  return (
    <a
      href={address}
      rel="noopener noreferrer nofollow"
      onClick={(event) => {
        // The frame must stay: the host opens the address beside it.
        event.preventDefault();
        openLink(address);
      }}
    >
      {address}
    </a>
  );
};

export const CommentText = ({ words }: { readonly words: string }) => (
  <p className="comment__words" dir="auto">
    {partsOf(words).map((part, at) => {
      if (part.type === 'mention') return <Mention key={at} accountId={part.accountId} />;
      return part.type === 'link' ? <Link key={at} address={part.address} /> : <span key={at}>{part.text}</span>;
    })}
  </p>
);
