/** The keys of a meeting: right or J for the next, left or K for the one before; none while somebody types or with a modifier. */
import { useEffect } from 'react';

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && target.closest('input, textarea, select, [contenteditable="true"], dialog') !== null;

const steps: Readonly<Record<string, 1 | -1>> = { ArrowRight: 1, j: 1, J: 1, ArrowLeft: -1, k: -1, K: -1 };

export const useMeetingKeys = (onStep: (step: 1 | -1) => void): void => {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const step = steps[event.key];
      if (step === undefined || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
      event.preventDefault();
      onStep(step);
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, [onStep]);
};
