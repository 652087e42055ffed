/**
 * A query whose answer follows the world: asked again when numbers changed, when the reader comes back, and every minute while visible.
 * Knows no particular question.
 */
import { useQuery, useQueryClient, type QueryKey, type UseQueryResult } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { apiErrorOf } from './api-error';
import { useHost, type Stop } from './host';

const everyMinute = 60_000;
const whileSettingUp = 2_000;

/** The options that make a query live, whichever hook takes them; while the app is being set up it is asked every two seconds. */
export const liveOptions = {
  refetchOnWindowFocus: 'always',
  refetchInterval: (query: { readonly state: { readonly error: unknown } }) =>
    query.state.error && apiErrorOf(query.state.error).code === 'SETTING_UP' ? whileSettingUp : everyMinute,
  refetchIntervalInBackground: false,
} as const;

/** Like `useQuery`, and asks again by itself. The error of a failed repeat leaves the last good data in place. */
export const useLiveQuery = <T>(queryKey: QueryKey, queryFn: () => Promise<T>): UseQueryResult<T, Error> =>
  useQuery<T>({ queryKey, queryFn, ...liveOptions });

/**
 * Asks every query under `queryKey` again when the host says that numbers (or the issue on the screen) changed. Call it once per screen.
 * A burst of messages becomes one round of questions. Returns whether messages arrive at all.
 */
export const useLiveUpdates = (queryKey: QueryKey): boolean => {
  const host = useHost();
  const queries = useQueryClient();
  const [live, setLive] = useState(false);
  const key = JSON.stringify(queryKey);

  useEffect(() => {
    let stopped = false;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const stops: Stop[] = [];
    const changed = () => {
      clearTimeout(timer);
      timer = setTimeout(() => void queries.invalidateQueries({ queryKey: JSON.parse(key) as QueryKey }), 300);
    };
    const keep = (stop: Stop) => {
      if (stopped) stop();
      else stops.push(stop);
    };
    host.onNumbersChanged(changed).then(
      (stop) => {
        keep(stop);
        if (!stopped) setLive(true);
      },
      () => setLive(false),
    );
    if (host.place.issueId !== null) host.onIssueChanged(changed).then(keep, () => undefined);
    return () => {
      stopped = true;
      clearTimeout(timer);
      stops.forEach((stop) => stop());
    };
  }, [host, queries, key]);

  return live;
};
