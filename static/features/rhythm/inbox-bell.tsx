/** The bell of a page, with how much of the inbox is new; opens the inbox. The figure is asked for once the page stands. */
import NotificationIcon from '@atlaskit/icon/core/notification';
import { lazy, Suspense, useState } from 'react';
import { useHost } from '../../host';
import type { InboxTarget } from './inbox-dialog';
import './inbox-bell.css';
import { useUnread } from './queries';

const InboxDialog = lazy(() => import('./inbox-dialog'));

type Props = {
  /** The page stands. */
  readonly wanted: boolean;
  readonly onOpenObjective: (objectiveId: string) => void;
  readonly onOpenCheckIns: () => void;
  /** Null where cycles are changed on another page. */
  readonly onOpenCycles: (() => void) | null;
};

/** Beyond this the figure only says that there are many. */
const MOST_SHOWN = 99;

export const InboxBell = ({ wanted, onOpenObjective, onOpenCheckIns, onOpenCycles }: Props) => {
  const { place, openOkrs } = useHost();
  const unread = useUnread(wanted);
  const [isOpen, setOpen] = useState(false);
  const onCompanyPage = (search: string) => void openOkrs(null, search).catch(() => undefined);
  const leave = (target: InboxTarget) => {
    setOpen(false);
    if (target.type === 'objective') onOpenObjective(target.id);
    else if (target.type === 'check-ins') onOpenCheckIns();
    else if (target.type === 'cycles') (onOpenCycles ?? (() => onCompanyPage('?view=settings')))();
    else if (place.projectId === null || place.projectId === target.projectId) onOpenCheckIns();
    else onCompanyPage('?view=check-ins');
  };
  const label = unread === 0 ? 'Inbox' : `Inbox, ${unread} new`;
  return (
    <>
      <button type="button" className="inbox-bell" aria-label={label} title={label} onClick={() => setOpen(true)}>
        <NotificationIcon label="" />
        {unread > 0 && (
          <span className="inbox-bell__count" aria-hidden="true">
            {unread > MOST_SHOWN ? `${MOST_SHOWN}+` : unread}
          </span>
        )}
      </button>
      {isOpen && (
        <Suspense fallback={null}>
          <InboxDialog onLeave={leave} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  );
};
