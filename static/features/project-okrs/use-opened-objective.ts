/**
 * The objective whose details are open: from the page's list where it is on it, else asked for by itself, as one that was come to along a line
 * of the alignment is. Live either way.
 */
import { skipToken, useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { CycleView, ObjectiveView } from '../../../src/contract/okr';
import { projectIdsOf } from '../../../src/domain/home';
import { apiErrorOf } from '../../api-error';
import { useHost } from '../../host';
import { liveOptions } from '../../live-query';
import { okrKey } from './queries';
import type { Rights } from './rights';
import { useRights } from './use-rights';

type List = {
  readonly objectives: readonly ObjectiveView[];
  readonly cycle: CycleView;
  readonly rights: Rights;
  /** Asks for the list again; resolves to what it holds then. */
  reload(): Promise<readonly ObjectiveView[]>;
};

type Opened = {
  readonly objective: ObjectiveView;
  readonly cycle: CycleView;
  readonly rights: Rights;
  /** As it is now; null when it is gone. */
  readonly reload: () => Promise<ObjectiveView | null>;
};

/** Null while nothing is open, and while it is on its way. `list`: null while that is on its way. */
export const useOpenedObjective = (objectiveId: string | null, list: List | null): Opened | null => {
  const { invoke, showFlag } = useHost();
  const listed = list?.objectives.find(({ id }) => id === objectiveId);
  const isElsewhere = objectiveId !== null && list !== null && listed === undefined;
  const query = useQuery({
    queryKey: [...okrKey, 'objective', objectiveId],
    queryFn: isElsewhere ? () => invoke('getObjective', { objectiveId }) : skipToken,
    ...liveOptions,
  });
  const { error } = query;
  useEffect(() => {
    if (isElsewhere && error)
      showFlag({ title: 'The objective could not be opened', description: apiErrorOf(error).message, tone: 'error' });
  }, [isElsewhere, error, showFlag]);
  const details = isElsewhere ? query.data : undefined;
  const rights = useRights(details?.roles ?? null, details ? projectIdsOf([details.objective.home]) : []);
  if (list && listed) {
    const reload = async () => (await list.reload()).find(({ id }) => id === listed.id) ?? null;
    return { objective: listed, cycle: list.cycle, rights: list.rights, reload };
  }
  if (!details) return null;
  const { objective, cycle } = details;
  return { objective, cycle, rights, reload: async () => (await query.refetch()).data?.objective ?? null };
};
