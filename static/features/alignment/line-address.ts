/** From where a line to the top begins, as the page's address names it, so that a line can be sent to others. Pure; knows nothing of what is on the line. */

export type LineStart =
  { readonly from: 'objective' | 'key-result'; readonly id: string } | { readonly from: 'issue'; readonly key: string };

const parameter = 'line';

/** `objective.o-1`, `key-result.k-1`, `issue.WEB-12`. */
const nameOf = (start: LineStart): string => `${start.from}.${start.from === 'issue' ? start.key : start.id}`;

export const lineOfSearch = (search: string): LineStart | null => {
  const [, from, id] = /^(objective|key-result|issue)\.(.+)$/.exec(new URLSearchParams(search).get(parameter) ?? '') ?? [];
  if (id === undefined) return null;
  if (from === 'issue') return { from, key: id };
  return from === 'objective' || from === 'key-result' ? { from, id } : null;
};

/** Other parameters stay. */
export const searchWithLine = (start: LineStart | null, search: string): string => {
  const params = new URLSearchParams(search);
  if (start === null) params.delete(parameter);
  else params.set(parameter, nameOf(start));
  const text = params.toString();
  return text === '' ? '' : `?${text}`;
};

/** The alignment with this line, whatever the page showed before; other parameters stay. */
export const searchForLine = (start: LineStart, search: string): string => {
  const params = new URLSearchParams(searchWithLine(start, search));
  params.set('view', 'alignment');
  return `?${params.toString()}`;
};
