/** The width of an element in px, followed as it changes; 0 until it is known. */
import { useLayoutEffect, useRef, useState, type RefObject } from 'react';

export const useWidth = (): { readonly ref: RefObject<HTMLDivElement>; readonly width: number } => {
  const ref = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(0);
  useLayoutEffect(() => {
    const element = ref.current;
    if (!element) return undefined;
    const measure = () => setWidth(element.offsetWidth);
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return { ref, width };
};
