/**
 * The way from a number into its parts and back: what is explained now, and what was opened before it.
 * Moves the focus along: into the part that opens, and back to the percentage it was opened from.
 */
import { useLayoutEffect, useRef, useState, type RefObject } from 'react';
import type { ExplanationSubject } from '../../../src/contract/explanation';

export type Trail = {
  readonly subject: ExplanationSubject;
  /** What one step back leads to; null at the start. */
  readonly before: ExplanationSubject | null;
  readonly open: (subject: ExplanationSubject) => void;
  readonly back: () => void;
  /** For the element around what is explained; it takes the focus, so it needs `tabIndex={-1}`. */
  readonly place: RefObject<HTMLDivElement>;
};

/** `start` is where it begins, and where it stands at first: the last of it. Never empty. */
export const useTrail = (start: readonly [ExplanationSubject, ...ExplanationSubject[]]): Trail => {
  const [path, setPath] = useState<readonly ExplanationSubject[]>(start);
  const place = useRef<HTMLDivElement>(null);
  const focusAfter = useRef<{ readonly part: string | null } | null>(null);

  useLayoutEffect(() => {
    const wanted = focusAfter.current;
    focusAfter.current = null;
    if (wanted === null) return;
    const button = wanted.part === null ? null : place.current?.querySelector<HTMLElement>(`[data-part="${CSS.escape(wanted.part)}"]`);
    (button ?? place.current)?.focus();
  }, [path]);

  return {
    subject: path.at(-1) ?? start[0],
    before: path.at(-2) ?? null,
    open: (subject) => {
      focusAfter.current = { part: null };
      setPath((before) => [...before, subject]);
    },
    back: () => {
      const left = path.at(-1);
      focusAfter.current = { part: left !== undefined && left.type !== 'project' ? left.id : null };
      setPath((before) => (before.length > 1 ? before.slice(0, -1) : before));
    },
    place,
  };
};
