/** What waits for the viewer's answer, and the requests that answer it or ask again; after each every OKR on the page is asked for again. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { ApiName, Input, Output } from '../../../src/contract/api';
import { useHost } from '../../host';
import { useWaitingVotes } from '../buy-in/queries';
import { okrKey } from '../project-okrs/queries';

/** To the objectives of the open project, or wherever they live; asked again when numbers change, not every minute. */
export const useContributions = (wanted = true) => {
  const { invoke } = useHost();
  return useQuery({
    queryKey: [...okrKey, 'contributions'],
    queryFn: () => invoke('listContributions', {}),
    enabled: wanted,
  });
};

/** How many there are, and votes that wait; 0 until that is known. Asked once the page stands (`wanted`). */
export const useWaitingCount = (wanted: boolean): number => {
  const { data } = useContributions(wanted);
  const votes = useWaitingVotes(wanted).data?.length ?? 0;
  return votes + (data === undefined ? 0 : data.waiting.length + data.more + data.hidden);
};

type Change = Extract<ApiName, 'answerContribution' | 'askContribution'>;

export const useContributionChange = <N extends Change>(name: N) => {
  const { invoke } = useHost();
  const queries = useQueryClient();
  return useMutation<Output<N>, Error, Input<N>>({
    mutationFn: (input) => invoke(name, input),
    onSettled: () => void queries.invalidateQueries({ queryKey: okrKey }),
  });
};
