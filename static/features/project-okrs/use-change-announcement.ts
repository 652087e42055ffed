/**
 * Says what moved when the numbers of the page change by themselves: "KR-12 now 44 %".
 * Speaks of displayed percents only: a change that rounds away is none to a reader.
 */
import { useEffect, useRef, useState } from 'react';
import type { ObjectiveView } from '../../../src/contract/okr';
import { percentText } from '../../ui/percent';

type Shown = ReadonlyMap<string, string>;

const shownOf = (objectives: readonly ObjectiveView[]): Shown =>
  new Map(objectives.flatMap(({ keyResults }) => keyResults).map(({ key, progress }) => [key, percentText(progress)]));

/** At most this many are named; the rest is counted. */
const named = 3;

/** Words for the difference; empty when nothing known before moved. */
export const changeWords = (before: Shown, after: Shown): string => {
  const moved = [...after].filter(([key, text]) => before.has(key) && before.get(key) !== text).map(([key, text]) => `${key} now ${text}`);
  const rest = moved.length - named;
  return [...moved.slice(0, named), ...(rest > 0 ? [`and ${rest} more`] : [])].join(', ');
};

/** The last announcement; a different cycle (`subject`) is a new beginning, not a change. */
export const useChangeAnnouncement = (objectives: readonly ObjectiveView[], subject: string): string => {
  const [message, setMessage] = useState('');
  const before = useRef<{ readonly subject: string; readonly shown: Shown } | null>(null);
  useEffect(() => {
    const shown = shownOf(objectives);
    const words = before.current?.subject === subject ? changeWords(before.current.shown, shown) : '';
    before.current = { subject, shown };
    if (words !== '') setMessage(words);
  }, [objectives, subject]);
  return message;
};
