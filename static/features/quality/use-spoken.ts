/** A text to be read out, once it has been the same for a moment: what follows every letter would talk over the person who types. */
import { useEffect, useState } from 'react';

const MOMENT = 1000;

/** Empty at first: what was there when a form opened is no news. */
export const useSpoken = (text: string): string => {
  const [first] = useState(text);
  const [settled, setSettled] = useState('');
  useEffect(() => {
    const timer = setTimeout(() => setSettled((before) => (before === '' && text === first ? '' : text)), MOMENT);
    return () => clearTimeout(timer);
  }, [text, first]);
  return settled;
};
