/** The history of a page: what happened to everything on it, in any cycle, as far as the viewer may see. Names in it open what they name. */
import { Dialog } from '../../ui/dialog';
import { ActivityList } from './activity-list';
import type { ActivitySubject } from './queries';

type Props = {
  readonly title: string;
  readonly subject: ActivitySubject;
  readonly onOpen: (objectiveId: string) => void;
  readonly onOpenKeyResult: (keyResultId: string) => void;
  readonly onClose: () => void;
};

const HistoryDialog = ({ title, subject, onOpen, onOpenKeyResult, onClose }: Props) => (
  <Dialog title={title} size="large" onClose={onClose}>
    <ActivityList subject={subject} onOpen={({ type, id }) => (type === 'objective' ? onOpen(id) : onOpenKeyResult(id))} />
  </Dialog>
);

export default HistoryDialog;
