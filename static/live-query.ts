/**
 * A query whose answer follows the world: asked again when numbers changed, when the reader comes back or the page has slept,
 * and every minute while visible.
 * Knows no particular question.
 */
import { useQuery, useQueryClient, type QueryKey, type UseQueryResult } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { apiErrorOf } from './api-error';
import { useHost, type Host, type Stop } from './host';
import { onWake } from './on-wake';

const everyMinute = 60_000;
const whileSettingUp = 2_000;

/** The options that make a query live, whichever hook takes them; while the app is being set up it is asked every two seconds. */
export const liveOptions = {
  refetchOnWindowFocus: 'always',
  refetchOnReconnect: 'always',
  refetchInterval: (query: { readonly state: { readonly error: unknown } }) =>
    query.state.error && apiErrorOf(query.state.error).code === 'SETTING_UP' ? whileSettingUp : everyMinute,
  refetchIntervalInBackground: false,
} as const;

/** Like `useQuery`, and asks again by itself. The error of a failed repeat leaves the last good data in place. */
export const useLiveQuery = <T>(queryKey: QueryKey, queryFn: () => Promise<T>): UseQueryResult<T, Error> =>
  useQuery<T>({ queryKey, queryFn, ...liveOptions });

/**
 * Asks every query under `queryKey` again when the host says that numbers (or the issue on the screen) changed, and when the page has slept:
 * then it also listens anew, since nothing says that a subscription outlives a lost connection. Call it once per screen.
 * A burst of messages becomes one round of questions. Returns whether messages arrive at all.
 */
export const useLiveUpdates = (queryKey: QueryKey): boolean => {
  const host = useHost();
  const queries = useQueryClient();
  const [live, setLive] = useState(false);
  const key = JSON.stringify(queryKey);

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const changed = () => {
      clearTimeout(timer);
      timer = setTimeout(() => void queries.invalidateQueries({ queryKey: JSON.parse(key) as QueryKey }), 300);
    };
    let stop = listen(host, changed, setLive);
    const stopWaking = onWake(() => {
      stop();
      stop = listen(host, changed, setLive);
      changed();
    });
    return () => {
      clearTimeout(timer);
      stopWaking();
      stop();
    };
  }, [host, queries, key]);

  return live;
};

/** Subscribes to what the host can hear; `onLive` is told whether numbers can be. */
const listen = (host: Host, changed: () => void, onLive: (live: boolean) => void): Stop => {
  let stopped = false;
  const stops: Stop[] = [];
  const keep = (stop: Stop) => {
    if (stopped) stop();
    else stops.push(stop);
  };
  host.onNumbersChanged(changed).then(
    (stop) => {
      keep(stop);
      if (!stopped) onLive(true);
    },
    () => {
      if (!stopped) onLive(false);
    },
  );
  if (host.place.issueId !== null) host.onIssueChanged(changed).then(keep, () => undefined);
  return () => {
    stopped = true;
    stops.forEach((stop) => stop());
  };
};
