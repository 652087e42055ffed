/** One item of the inbox: a sentence that opens what it names, and whether it is new, read or done. */
import type { InboxAbout, InboxItem as Item } from '../../../src/contract/rhythm';
import { useHost } from '../../host';
import { useFormat } from '../../ui/format';
import { Person } from '../../ui/person';
import { inboxWords } from './inbox-words';

type Props = {
  readonly item: Item;
  readonly today: string;
  readonly onOpen: (about: InboxAbout) => void;
  readonly onRead: () => void;
};

/** Whose it is, where that is somebody else. */
const Owner = ({ about }: { readonly about: InboxAbout }) => {
  const { place } = useHost();
  if (about.type !== 'check-in' && about.type !== 'blocker') return null;
  const { ownerAccountId } = about.keyResult;
  if (ownerAccountId === place.accountId) return null;
  return (
    <span className="inbox-item__owner small">
      Owner: <Person accountId={ownerAccountId} withName />
    </span>
  );
};

export const InboxItem = ({ item, today, onOpen, onRead }: Props) => {
  const format = useFormat();
  const { about, isDone, isRead } = item;
  const words = inboxWords(item, (day) => format.day(day, today));
  const isNew = !isRead && !isDone;
  return (
    <li className={isNew ? 'inbox-item inbox-item--new' : 'inbox-item'}>
      <span className="inbox-item__mark" aria-hidden="true" />
      <div className="inbox-item__words">
        {about === null ? (
          <span className="subtle">{words}</span>
        ) : (
          <button type="button" className="inbox-item__open" dir="auto" onClick={() => onOpen(about)}>
            {isNew && <span className="visually-hidden">New: </span>}
            {words}
          </button>
        )}
        {about !== null && <Owner about={about} />}
      </div>
      {isDone && about !== null && <span className="inbox-item__done small">Done</span>}
      {isNew && (
        <button type="button" className="text-button inbox-item__read" onClick={onRead}>
          Mark as read<span className="visually-hidden">: {words}</span>
        </button>
      )}
    </li>
  );
};
