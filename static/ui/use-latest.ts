/**
 * What the last rendering was given, for functions that stay the same while what they work on changes: so that what they are passed to need not be
 * drawn anew. To be read when something happens, never while rendering.
 */
import { useLayoutEffect, useRef } from 'react';

export const useLatest = <T>(value: T): { readonly current: T } => {
  const latest = useRef(value);
  useLayoutEffect(() => {
    latest.current = value;
  });
  return latest;
};
