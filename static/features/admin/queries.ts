/** What the admin page asks the backend. Everything lives under `adminKey`, so that one change refreshes all of it. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { Input, Output } from '../../../src/contract/api';
import type { SettingGroup, SettingsView, SettingView } from '../../../src/contract/settings';
import { apiErrorOf } from '../../api-error';
import { useHost } from '../../host';
import { liveOptions } from '../../live-query';

export const adminKey = ['admin'] as const;

export const useSettings = () => {
  const { invoke } = useHost();
  return useQuery({ queryKey: [...adminKey, 'settings'], queryFn: () => invoke('getSettings', {}), ...liveOptions });
};

export const useCycles = () => {
  const { invoke } = useHost();
  return useQuery({ queryKey: [...adminKey, 'cycles'], queryFn: () => invoke('listCycles', {}), ...liveOptions });
};

type CycleChange = 'createCycle' | 'editCycle' | 'startCycle' | 'reopenCycle' | 'removeCycle';

/** A change of a cycle; the page asks for everything again when it succeeds, and when somebody else was faster. */
export const useCycleChange = <N extends CycleChange>(name: N) => {
  const { invoke } = useHost();
  const queries = useQueryClient();
  const refresh = () => void queries.invalidateQueries({ queryKey: adminKey });
  return useMutation<Output<N>, Error, Input<N>>({
    mutationFn: (input) => invoke(name, input),
    onSuccess: refresh,
    onError: (error) => {
      if (apiErrorOf(error).code === 'CONFLICT') refresh();
    },
  });
};

/** Whether two values of a group of settings are the same. */
export const sameSetting = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

/** Saves a group of settings, and reads what is stored when somebody else was faster. */
export const useSettingChange = <G extends SettingGroup>(group: G) => {
  const { invoke } = useHost();
  const queries = useQueryClient();
  const keep = (settings: SettingsView) => queries.setQueryData([...adminKey, 'settings'], settings);
  return {
    save: async (input: Input<'changeSetting'>) => keep(await invoke('changeSetting', input)),
    /** As it was read or saved last. */
    stored: (before: SettingView<G>): SettingView<G> => queries.getQueryData<SettingsView>([...adminKey, 'settings'])?.[group] ?? before,
    reload: async (): Promise<SettingView<G>> => {
      const settings = await invoke('getSettings', {});
      keep(settings);
      return settings[group];
    },
  };
};
