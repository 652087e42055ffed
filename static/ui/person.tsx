/**
 * A person by account id: picture or initials, and the name where there is room. Asks Jira as the viewer; whom Jira does not show has no name here.
 * Our own avatar: Atlaskit's has no initials, and an image host that does not answer would leave a grey head.
 */
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useHost, type Person as PersonFacts } from '../host';
import './person.css';

/** A person's facts; null while unknown or hidden. */
export const usePerson = (accountId: string | null): { readonly person: PersonFacts | null; readonly loading: boolean } => {
  const host = useHost();
  const query = useQuery({
    queryKey: ['person', accountId],
    queryFn: () => (accountId === null ? null : host.jira.person(accountId)),
    enabled: accountId !== null,
    staleTime: 10 * 60_000,
  });
  return { person: query.data ?? null, loading: accountId !== null && query.isPending };
};

const tones = 6;

const toneOf = (accountId: string): number =>
  [...accountId].reduce((sum, letter) => (sum * 31 + (letter.codePointAt(0) ?? 0)) % 9973, 7) % tones;

/** First letters of the first and last word: `Mia Kern` → `MK`. */
export const initialsOf = (name: string): string => {
  const words = name.trim().split(/\s+/);
  const ends = words.length > 1 ? [words[0], words.at(-1)] : [words[0]];
  return ends
    .map((word) => [...(word ?? '')][0] ?? '')
    .join('')
    .toLocaleUpperCase();
};

const Avatar = ({
  accountId,
  person,
  loading,
}: {
  readonly accountId: string;
  readonly person: PersonFacts | null;
  readonly loading: boolean;
}) => {
  const [broken, setBroken] = useState(false);
  return (
    <span className={`person__avatar person__avatar--${toneOf(accountId)}`} aria-hidden="true">
      {person ? initialsOf(person.name) : loading ? '' : '?'}
      {person?.avatarUrl && !broken && (
        <img src={person.avatarUrl} alt="" width="24" height="24" loading="lazy" onError={() => setBroken(true)} />
      )}
    </span>
  );
};

type Props = {
  /** Null: nobody. */
  readonly accountId: string | null;
  /** Without it the name is the avatar's tooltip and is still read out. */
  readonly withName?: boolean;
};

export const Person = ({ accountId, withName = false }: Props) => {
  const { person, loading } = usePerson(accountId);
  if (accountId === null) return <span className="subtle">No owner</span>;
  const name = loading ? 'Loading name' : `${person?.name ?? 'Unknown user'}${person?.active === false ? ' (deactivated)' : ''}`;
  return (
    <span className="person" title={withName ? undefined : name}>
      <Avatar accountId={accountId} person={person} loading={loading} />
      <span className={withName ? 'person__name' : 'visually-hidden'} dir="auto">
        {name}
      </span>
    </span>
  );
};
