/** The one-minute check-in on a key result, over the scores. */
import { Dialog } from '../../ui/dialog';
import { PreparedCheckIn } from '../rhythm/prepared-check-in';

const CheckInDialog = ({ keyResultId, onClose }: { readonly keyResultId: string; readonly onClose: () => void }) => (
  <Dialog title="Check in" size="large" onClose={onClose}>
    <PreparedCheckIn keyResultId={keyResultId} takesFocus onConfirmed={onClose} />
  </Dialog>
);

export default CheckInDialog;
