/** A value that has not changed for a while: what to ask a server for while someone is still typing. */
import { useEffect, useState } from 'react';

/** `value` as it was once it stayed the same for `pauseMs`; the first value at once. Values are compared with `Object.is`. */
export function useSettled<T>(value: T, pauseMs: number): T {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), pauseMs);
    return () => clearTimeout(timer);
  }, [value, pauseMs]);
  return settled;
}
