/**
 * Notices which figures on the cards changed by themselves, and puts it into words for a live region.
 * Says nothing on the first answer, and nothing about a change that no reader could see.
 */
import { useEffect, useRef, useState } from 'react';
import type { KeyResultView } from '../../../src/contract/okr';
import { percentText } from '../../ui/percent';

type Shown = { readonly keyResult: Pick<KeyResultView, 'key' | 'progress'> };

type Figures = ReadonlyMap<string, string>;

const figuresOf = (cards: readonly Shown[]): Figures =>
  new Map(cards.map(({ keyResult }) => [keyResult.key, percentText(keyResult.progress)]));

/** "KR-12 now 44 %"; several changes follow each other. Empty until something changes. */
export function useChangeWords(cards: readonly Shown[]): string {
  const seen = useRef<Figures | null>(null);
  const [words, setWords] = useState('');
  useEffect(() => {
    const before = seen.current;
    const now = figuresOf(cards);
    seen.current = now;
    if (before === null) return;
    const changed = [...now].filter(([key, figure]) => before.has(key) && before.get(key) !== figure);
    if (changed.length > 0) setWords(changed.map(([key, figure]) => `${key} now ${figure}`).join(', '));
  }, [cards]);
  return words;
}
