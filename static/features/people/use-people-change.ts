/** The requests that change whose something is and who may know of it; when one succeeds every OKR on the page is asked for again. */
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { ApiName, Input, Output } from '../../../src/contract/api';
import { useHost } from '../../host';
import { okrKey } from '../project-okrs/queries';

type Change = Extract<ApiName, 'takeOwnership' | 'editObjective' | 'editKeyResult'>;

export const usePeopleChange = <N extends Change>(name: N) => {
  const { invoke } = useHost();
  const queries = useQueryClient();
  return useMutation<Output<N>, Error, Input<N>>({
    mutationFn: (input) => invoke(name, input),
    onSettled: () => void queries.invalidateQueries({ queryKey: okrKey }),
  });
};
