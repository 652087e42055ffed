/** What the preparing of a cycle asks the backend; it lives with what else the settings show, so that every change of a cycle refreshes it. */
import { useQuery } from '@tanstack/react-query';
import { useHost } from '../../host';
import { liveOptions } from '../../live-query';
import { adminKey } from '../admin/queries';

export const useReadiness = (cycleId: string) => {
  const { invoke } = useHost();
  return useQuery({
    queryKey: [...adminKey, 'readiness', cycleId],
    queryFn: () => invoke('getCycleReadiness', { cycleId }),
    ...liveOptions,
  });
};
