/** Asks a query again when the host hears that somebody has said something about a subject. Knows no particular question. */
import { useQueryClient, type QueryKey } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useHost } from '../../host';

export const useHeardTalk = (subjectId: string, queryKey: QueryKey): void => {
  const host = useHost();
  const queries = useQueryClient();
  const key = JSON.stringify(queryKey);
  useEffect(() => {
    let stopped = false;
    let stop = () => {
      stopped = true;
    };
    host
      .onTalk((heard) => {
        if (heard === null || heard === subjectId) void queries.invalidateQueries({ queryKey: JSON.parse(key) as QueryKey });
      })
      .then(
        (unsubscribe) => {
          if (stopped) unsubscribe();
          else stop = unsubscribe;
        },
        () => undefined,
      );
    return () => stop();
  }, [host, queries, subjectId, key]);
};
