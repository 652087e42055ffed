/** The items of the inbox by day, newest first; earlier ones on demand. */
import Button from '@atlaskit/button/new';
import type { InboxAbout } from '../../../src/contract/rhythm';
import { EmptyState } from '../../ui/empty-state';
import { ErrorState } from '../../ui/error-state';
import { useFormat } from '../../ui/format';
import { Loading, Skeleton } from '../../ui/skeleton';
import { InboxItem } from './inbox-item';
import { daysOf } from './inbox-words';
import { PersonChoices } from './person-choices';
import { useInbox, useInboxChange } from './queries';

type Props = {
  /** `day`: that of the item. */
  readonly onOpen: (about: InboxAbout, day: string, today: string) => void;
};

export const InboxList = ({ onOpen }: Props) => {
  const format = useFormat();
  const query = useInbox();
  const read = useInboxChange('markRead');
  const [page] = query.data?.pages ?? [];
  if (!query.data || !page)
    return query.isError ? (
      <ErrorState title="Your inbox could not be loaded" error={query.error} onRetry={() => void query.refetch()} />
    ) : (
      <Loading what="your inbox">
        <Skeleton height="160px" />
      </Loading>
    );
  const { today, choice, site } = page;
  const items = query.data.pages.flatMap((each) => each.items);
  const hasNew = items.some(({ isRead, isDone }) => !isRead && !isDone);
  return (
    <div className="inbox">
      {items.length === 0 ? (
        <EmptyState title="Nothing waits for you">
          When a check-in of yours is due, somebody asks for your answer or a cycle of yours ends, it is said here.
        </EmptyState>
      ) : (
        <>
          {hasNew && (
            <div>
              <Button spacing="compact" isLoading={read.isPending} onClick={() => read.mutate({})}>
                Mark all as read
              </Button>
            </div>
          )}
          {read.error && <ErrorState title="It was not marked as read" error={read.error} />}
          {daysOf(items).map(({ day, items: ofDay }) => (
            <section key={day} aria-label={format.day(day, today)}>
              <h3 className="inbox__day">{day === today ? 'Today' : format.day(day, today)}</h3>
              <ul className="inbox__items">
                {ofDay.map((item) => (
                  <InboxItem
                    key={item.id}
                    item={item}
                    today={today}
                    onRead={() => read.mutate({ ids: [item.id] })}
                    onOpen={(about) => {
                      if (!item.isRead) read.mutate({ ids: [item.id] });
                      onOpen(about, item.day, today);
                    }}
                  />
                ))}
              </ul>
            </section>
          ))}
          {query.hasNextPage && (
            <div>
              <Button spacing="compact" isLoading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
                Show earlier ones
              </Button>
            </div>
          )}
        </>
      )}
      <PersonChoices key={choice.version} choice={choice} site={site} />
    </div>
  );
};
