/** The history of something: who did what, when, with what was there before and after. Newest first, earlier ones on demand. */
import Button from '@atlaskit/button/new';
import type { ActivityEntry, ActivityThing } from '../../../src/contract/activity';
import { ErrorState } from '../../ui/error-state';
import { useFormat } from '../../ui/format';
import { Person } from '../../ui/person';
import { Loading, Skeleton } from '../../ui/skeleton';
import { ActivityDetails } from './activity-details';
import { deedWords, thingWords } from './activity-words';
import { useActivity, type ActivitySubject } from './queries';
import './talk.css';

type OkrThing = Extract<ActivityThing, { readonly id: string }>;

/** Opens what an entry is about; null: it is only named. */
type OnOpen = ((thing: OkrThing) => void) | null;

const ThingName = ({ thing, onOpen }: { readonly thing: ActivityThing; readonly onOpen: OnOpen }) => {
  if (thing.type === 'okr-admin') return <Person accountId={thing.accountId} withName />;
  if (onOpen === null || !('id' in thing)) return <bdi>{thingWords(thing)}</bdi>;
  return (
    <button type="button" className="text-button" dir="auto" onClick={() => onOpen(thing)}>
      {thingWords(thing)}
    </button>
  );
};

type EntryProps = {
  readonly entry: ActivityEntry;
  /** The history is that of the thing itself. */
  readonly isOwn: boolean;
  readonly onOpen: OnOpen;
};

const Entry = ({ entry, isOwn, onOpen }: EntryProps) => {
  const format = useFormat();
  const { thing, deed, at, byAccountId, reason } = entry;
  return (
    <li className="activity__entry">
      <p className="activity__head">
        <span className="activity__what">
          <Person accountId={byAccountId} withName /> <span>{deedWords(entry)}</span>{' '}
          {isOwn ? <span>this</span> : <ThingName thing={thing} onOpen={onOpen} />}
        </span>
        <time className="small number" dateTime={at}>
          {format.instant(at)}
        </time>
      </p>
      <ActivityDetails deed={deed} />
      {reason !== null && (
        <p className="subtle" dir="auto">
          “{reason}”
        </p>
      )}
    </li>
  );
};

export const ActivityList = ({ subject, onOpen }: { readonly subject: ActivitySubject; readonly onOpen: OnOpen }) => {
  const query = useActivity(subject);
  const entries = query.data?.pages.flatMap((page) => page.entries);
  if (!entries)
    return query.isError ? (
      <ErrorState title="The history could not be loaded" error={query.error} onRetry={() => void query.refetch()} />
    ) : (
      <Loading what="the history">
        <Skeleton height="160px" />
      </Loading>
    );
  if (entries.length === 0) return <p className="subtle">Nothing has happened yet. What people change will be listed here.</p>;
  return (
    <div className="activity">
      <ol className="activity__entries" aria-label="History">
        {entries.map((entry) => (
          <Entry
            key={entry.id}
            entry={entry}
            isOwn={'id' in subject && 'id' in entry.thing && subject.id === entry.thing.id}
            onOpen={onOpen}
          />
        ))}
      </ol>
      {query.hasNextPage && (
        <Button spacing="compact" isLoading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
          Show earlier ones
        </Button>
      )}
    </div>
  );
};
