/** The inbox in a dialog: what waits, and in its place the check-in or the week that an item opens. What lives elsewhere is opened by the page. */
import Button from '@atlaskit/button/new';
import { lazy, Suspense, useState } from 'react';
import type { InboxAbout } from '../../../src/contract/rhythm';
import { Dialog } from '../../ui/dialog';
import { LiveRegion } from '../../ui/live-region';
import { Loading, Skeleton } from '../../ui/skeleton';
import { InboxList } from './inbox-list';
import './inbox.css';
import { PreparedCheckIn } from './prepared-check-in';

const MyWeek = lazy(() => import('./my-week'));

export type InboxTarget =
  | { readonly type: 'objective'; readonly id: string }
  | { readonly type: 'contributions'; readonly projectId: string | null }
  | { readonly type: 'check-ins' }
  | { readonly type: 'cycles' };

type Props = { readonly onLeave: (target: InboxTarget) => void; readonly onClose: () => void };

type Shown =
  | { readonly type: 'list' }
  | { readonly type: 'check-in'; readonly keyResultId: string; readonly name: string }
  | { readonly type: 'week'; readonly day: string; readonly today: string };

const list: Shown = { type: 'list' };
const titles: Readonly<Record<Shown['type'], string>> = { list: 'Inbox', 'check-in': 'Check in', week: 'Your week' };

const InboxDialog = ({ onLeave, onClose }: Props) => {
  const [shown, setShown] = useState<Shown>(list);
  const [said, setSaid] = useState('');
  const open = (about: InboxAbout, day: string, today: string) => {
    switch (about.type) {
      case 'check-in':
      case 'blocker':
        return setShown({ type: 'check-in', keyResultId: about.keyResult.id, name: about.keyResult.key });
      case 'week':
        return setShown({ type: 'week', day, today });
      case 'contribution':
        return onLeave({ type: 'contributions', projectId: about.parent.home.level === 'project' ? about.parent.home.projectId : null });
      case 'vote':
        return onLeave({ type: 'objective', id: about.objective.id });
      case 'cycle-end':
        return onLeave({ type: 'cycles' });
      case 'more':
        return onLeave({ type: 'check-ins' });
    }
  };
  const back = () => setShown(list);
  return (
    <Dialog title={titles[shown.type]} size="large" onClose={onClose}>
      {shown.type !== 'list' && (
        <div className="inbox__back">
          <Button spacing="compact" onClick={back}>
            Back to the inbox
          </Button>
        </div>
      )}
      {shown.type === 'list' && <InboxList onOpen={open} />}
      {shown.type === 'check-in' && (
        <PreparedCheckIn
          keyResultId={shown.keyResultId}
          takesFocus
          onConfirmed={() => {
            setSaid(`${shown.name} checked in`);
            back();
          }}
        />
      )}
      {shown.type === 'week' && (
        <Suspense
          fallback={
            <Loading what="your week">
              <Skeleton height="160px" />
            </Loading>
          }
        >
          <MyWeek
            day={shown.day}
            today={shown.today}
            onCheckIn={(keyResult) => setShown({ type: 'check-in', keyResultId: keyResult.id, name: keyResult.key })}
          />
        </Suspense>
      )}
      <LiveRegion message={said} />
    </Dialog>
  );
};

export default InboxDialog;
