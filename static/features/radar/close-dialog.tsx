/** The close of a cycle from its id: waits for the cycle, then asks as everywhere. */
import { useEffect } from 'react';
import { apiErrorOf } from '../../api-error';
import { useHost } from '../../host';
import { useCycles } from '../admin/queries';
import CloseCycleDialog from '../closing/close-cycle-dialog';

type Props = {
  readonly cycleId: string;
  /** Leads to what is to be graded first. */
  readonly onGrade: () => void;
  readonly onClose: () => void;
};

const CloseDialog = ({ cycleId, onGrade, onClose }: Props) => {
  const { showFlag } = useHost();
  const { data, error } = useCycles();
  const cycle = data?.find(({ id }) => id === cycleId);
  useEffect(() => {
    if (error) showFlag({ title: 'The cycle could not be opened', description: apiErrorOf(error).message, tone: 'error' });
  }, [error, showFlag]);
  return cycle ? <CloseCycleDialog cycle={cycle} onGrade={onGrade} onClose={onClose} /> : null;
};

export default CloseDialog;
