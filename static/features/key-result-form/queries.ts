/**
 * What the form of a key result asks the backend while it is being filled in, and under which keys the answers are kept.
 * Nothing here writes: a preview is a query like any other.
 */
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { CountingRule } from '../../../src/domain/model';
import { useHost } from '../../host';
import { okrKey } from '../project-okrs/queries';
import type { JiraSource } from './value-source-draft';

/** What `rule` would make of the key result's issues; asks nothing without one, and keeps the last answer until the next is there. */
export const useRulePreview = (keyResultId: string, rule: CountingRule | null) => {
  const { invoke } = useHost();
  return useQuery({
    queryKey: [...okrKey, 'rule-preview', keyResultId, rule],
    queryFn: () => (rule === null ? null : invoke('previewRule', { keyResultId, rule })),
    enabled: rule !== null,
    placeholderData: keepPreviousData,
    retry: false,
  });
};

/** What `source` says now; asks nothing without one. */
export const useValuePreview = (objectiveId: string, source: JiraSource | null) => {
  const { invoke } = useHost();
  return useQuery({
    queryKey: ['value-preview', objectiveId, source],
    queryFn: () => (source === null ? null : invoke('previewValue', { objectiveId, source })),
    enabled: source !== null,
    retry: false,
  });
};

/** The number fields of Jira, by name; asked for once a form needs them. */
export const useNumberFields = () => {
  const { invoke } = useHost();
  return useQuery({ queryKey: ['number-fields'], queryFn: () => invoke('listNumberFields', {}), staleTime: 5 * 60_000 });
};
