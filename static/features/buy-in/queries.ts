/** What the screens about people and an objective ask the backend, and the requests that say something; after each the answers are asked for again. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { ApiName, Input, Output } from '../../../src/contract/api';
import { useHost } from '../../host';
import { liveOptions } from '../../live-query';
import { okrKey } from '../project-okrs/queries';
import { useHeardTalk } from '../talk/use-heard-talk';

const buyInKey = [...okrKey, 'buy-in'] as const;
const waitingKey = [...okrKey, 'waiting-votes'] as const;

/** Live; asked again when somebody says something about the objective. */
export const useBuyIn = (objectiveId: string) => {
  const { invoke } = useHost();
  useHeardTalk(objectiveId, [...buyInKey, objectiveId]);
  return useQuery({ queryKey: [...buyInKey, objectiveId], queryFn: () => invoke('getBuyIn', { objectiveId }), ...liveOptions });
};

/** Votes that wait for the viewer, about the objectives of the open project, or wherever they live. */
export const useWaitingVotes = (wanted = true) => {
  const { invoke } = useHost();
  return useQuery({ queryKey: waitingKey, queryFn: () => invoke('listWaitingVotes', {}), enabled: wanted });
};

type Change = Extract<ApiName, 'acknowledgeObjective' | 'takeStance' | 'settleConcern' | 'askForVotes' | 'voteConfidence' | 'closeVote'>;

/** Pending until what is shown is as it is now. */
export const useBuyInChange = <N extends Change>(name: N) => {
  const { invoke } = useHost();
  const queries = useQueryClient();
  return useMutation<Output<N>, Error, Input<N>>({
    mutationFn: (input) => invoke(name, input),
    onSettled: async () => {
      for (const queryKey of [waitingKey, ...['activity', 'of-issue', 'radar'].map((part) => [...okrKey, part])])
        void queries.invalidateQueries({ queryKey });
      await queries.invalidateQueries({ queryKey: buyInKey });
    },
  });
};
