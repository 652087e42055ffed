/** What the administration of groups and roles asks of the backend, and under which keys the answers are kept. Knows no screen. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { ApiName, Input, Output } from '../../../src/contract/api';
import { useHost } from '../../host';
import { adminKey } from './queries';

const rolesKey = [...adminKey, 'roles'] as const;

export const useGroups = () => {
  const { invoke } = useHost();
  return useQuery({ queryKey: [...rolesKey, 'groups'], queryFn: () => invoke('listGroups', {}) });
};

export const useOkrAdmins = () => {
  const { invoke } = useHost();
  return useQuery({ queryKey: [...rolesKey, 'okr-admins'], queryFn: () => invoke('listOkrAdmins', {}) });
};

type Change = Extract<ApiName, 'createGroup' | 'editGroup' | 'archiveGroup' | 'grantOkrAdmin' | 'revokeOkrAdmin'>;

/** A writing request; whether it succeeds or not, the lists are asked for again. */
export const useRoleChange = <N extends Change>(name: N) => {
  const { invoke } = useHost();
  const queries = useQueryClient();
  return useMutation<Output<N>, Error, Input<N>>({
    mutationFn: (input) => invoke(name, input),
    onSettled: () => void queries.invalidateQueries({ queryKey: rolesKey }),
  });
};
