/** What the administration of the demo set asks of the backend: how far it is, and one call after the other until it is at its end. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { Input } from '../../../src/contract/api';
import type { DemoSetView } from '../../../src/contract/demo-set';
import { useHost } from '../../host';
import { adminKey } from './queries';

const demoKey = [...adminKey, 'demo-set'] as const;

export const useDemoSet = () => {
  const { invoke } = useHost();
  return useQuery({ queryKey: demoKey, queryFn: () => invoke('getDemoSet', {}) });
};

/** Both end when the set is all there or all gone, and show how far they are on the way. */
export const useDemoSteps = () => {
  const { invoke } = useHost();
  const queries = useQueryClient();
  const toTheEnd = async (ask: () => Promise<DemoSetView>, isUnderWay: (demo: DemoSetView) => boolean): Promise<void> => {
    for (;;) {
      const demo = await ask();
      queries.setQueryData(demoKey, demo);
      if (!isUnderWay(demo)) return;
    }
  };
  // Cycles and groups have come or gone, and after an error it is not known how far it is.
  const onSettled = () => void queries.invalidateQueries({ queryKey: adminKey });
  const load = useMutation<void, Error, Input<'loadDemoSet'>>({
    mutationFn: (input) =>
      toTheEnd(
        () => invoke('loadDemoSet', input),
        ({ state }) => state === 'loading',
      ),
    onSettled,
  });
  const clear = useMutation<void, Error, void>({
    mutationFn: () =>
      toTheEnd(
        () => invoke('clearDemoSet', {}),
        ({ state }) => state === 'clearing',
      ),
    onSettled,
  });
  return { load, clear };
};
