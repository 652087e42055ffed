/**
 * What charts and the ledger ask the backend. Kept under `okrKey`: they follow every change of the numbers.
 * Knows no screen.
 */
import { useQuery } from '@tanstack/react-query';
import type { Input } from '../../../src/contract/api';
import { useHost } from '../../host';
import { liveOptions, useLiveQuery } from '../../live-query';
import { okrKey } from '../project-okrs/queries';

export type HistorySubject = Input<'getHistory'>['subject'];

/** While the past is being rebuilt, its end is looked for this often even where no message arrives. */
const whileRebuilding = 5_000;

export const useHistory = (subject: HistorySubject) => {
  const { invoke } = useHost();
  return useQuery({
    queryKey: [...okrKey, 'history', subject],
    queryFn: () => invoke('getHistory', { subject }),
    ...liveOptions,
    refetchInterval: (query) => (query.state.data?.rebuilding ? whileRebuilding : liveOptions.refetchInterval(query)),
  });
};

export const useLedger = (keyResultId: string) => {
  const { invoke } = useHost();
  return useLiveQuery([...okrKey, 'ledger', keyResultId], () => invoke('getLedger', { keyResultId }));
};
