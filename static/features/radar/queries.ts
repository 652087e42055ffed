/** What the radar's screens ask the backend. Kept under `okrKey`, so that whatever moves the numbers moves the scores. */
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { Input } from '../../../src/contract/api';
import { useHost } from '../../host';
import { liveOptions } from '../../live-query';
import { okrKey } from '../project-okrs/queries';

export type RadarOf = Input<'getRadar'>['subject'];

/** Live; `cycleId` null: the cycle of today. */
export const useRadar = (subject: RadarOf, cycleId: string | null) => {
  const { invoke } = useHost();
  return useQuery({
    queryKey: [...okrKey, 'radar', subject, cycleId],
    queryFn: () => invoke('getRadar', cycleId === null ? { subject } : { subject, cycleId }),
    placeholderData: keepPreviousData,
    ...liveOptions,
  });
};
