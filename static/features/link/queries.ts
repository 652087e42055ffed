/**
 * What the link surfaces ask the backend, and under which keys the answers are kept.
 * Knows no screen. A preview writes nothing, so it is a query like any other.
 */
import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { Input } from '../../../src/contract/api';
import { useHost } from '../../host';
import { useLiveQuery } from '../../live-query';
import { okrKey, useRefreshOkrs } from '../project-okrs/queries';

type SourceChange = Input<'previewSource'>['change'];
export type SourceDraft = Input<'addSource'>['source'];

/** What is to be linked: one issue, to a key result of its project; or work of a project in a cycle. */
type Linked = { readonly issueId: string } | { readonly projectId: string; readonly cycleId: string };

/** Work key results to link it to, filtered by the words typed; the last list stays while the next one is on its way. */
export const useLinkTargets = (linked: Linked, query: string) => {
  const { invoke } = useHost();
  return useQuery({
    queryKey: ['link-targets', linked, query],
    queryFn: () => invoke('listLinkTargets', { ...linked, ...(query ? { query } : {}) }),
    placeholderData: keepPreviousData,
  });
};

/** What `change` would do to the key result; asks nothing while either is null. */
export const useSourcePreview = (keyResultId: string | null, change: SourceChange | null) => {
  const { invoke } = useHost();
  const ask = keyResultId !== null && change !== null ? { keyResultId, change } : null;
  return useQuery({
    queryKey: ['source-preview', keyResultId, change],
    queryFn: () => (ask ? invoke('previewSource', ask) : null),
    enabled: ask !== null,
    retry: false,
  });
};

/** The key result and its sources, live. */
export const useScope = (keyResultId: string) => {
  const { invoke } = useHost();
  return useLiveQuery([...okrKey, 'scope', keyResultId], () => invoke('getKeyResult', { keyResultId }));
};

/** After a scope changed, what is on screen is asked again, and ends when it is there; lists and previews are asked again when next needed. */
const useAfterScopeChange = () => {
  const queries = useQueryClient();
  const refresh = useRefreshOkrs();
  return async () => {
    void queries.invalidateQueries({ queryKey: ['link-targets'], refetchType: 'none' });
    void queries.invalidateQueries({ queryKey: ['source-preview'], refetchType: 'none' });
    await refresh();
  };
};

/** Adds a source. Send the same id again after a lost answer: it adds nothing twice. */
export const useAddSource = () => {
  const { invoke } = useHost();
  const changed = useAfterScopeChange();
  return useMutation({
    mutationFn: (draft: { readonly id: string; readonly keyResultId: string; readonly source: SourceDraft; readonly reason?: string }) =>
      invoke('addSource', draft),
    onSuccess: changed,
  });
};

/** Links several issues at once. Send the same ids again after a lost answer: nothing is linked twice. */
export const useLinkIssues = () => {
  const { invoke } = useHost();
  const changed = useAfterScopeChange();
  return useMutation({ mutationFn: (links: Input<'linkIssues'>) => invoke('linkIssues', links), onSuccess: changed });
};

export const useRemoveSource = () => {
  const { invoke } = useHost();
  const changed = useAfterScopeChange();
  return useMutation({ mutationFn: (removal: Input<'removeSource'>) => invoke('removeSource', removal), onSuccess: changed });
};
