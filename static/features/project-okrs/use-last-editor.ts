/** The name of whoever last changed an objective or a key result, as far as it is on record and Jira shows it. */
import { useQuery } from '@tanstack/react-query';
import { useHost } from '../../host';
import { usePerson } from '../../ui/person';
import { okrKey } from './queries';

type Subject = { readonly type: 'objective' | 'key-result'; readonly id: string };

/** Null while nobody is asked about, and while it is not known. */
export const useLastEditor = (subject: Subject | null): string | null => {
  const { invoke } = useHost();
  const changes = useQuery({
    queryKey: [...okrKey, 'last-change', subject?.type, subject?.id],
    queryFn: () => (subject === null ? [] : invoke('listChanges', { subject })),
    enabled: subject !== null,
    staleTime: 0,
  });
  const { person } = usePerson(changes.data?.[0]?.byAccountId ?? null);
  return person?.name ?? null;
};
