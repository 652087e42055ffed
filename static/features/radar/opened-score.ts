/** Which score was opened last, kept in the page's address: who comes back from what it led to finds it open, and a link leads to it. Pure. */
import { derailers, type Derailer } from '../../../src/domain/radar/derailers';

const parameter = 'score';

export const scoreOfSearch = (search: string): Derailer | null => {
  const named = new URLSearchParams(search).get(parameter);
  return derailers.find((derailer) => derailer === named) ?? null;
};

/** Other parameters stay. */
export const searchOfScore = (derailer: Derailer | null, search: string): string => {
  const params = new URLSearchParams(search);
  if (derailer === null) params.delete(parameter);
  else params.set(parameter, derailer);
  const text = params.toString();
  return text === '' ? '' : `?${text}`;
};
