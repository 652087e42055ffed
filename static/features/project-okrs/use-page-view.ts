/** Which view of the page is open, kept in its address beside the other choices. */
import { useState } from 'react';
import type { Address } from '../../host';

export const pageViews = [
  { key: 'objectives', label: 'Objectives' },
  { key: 'check-ins', label: 'Check-ins' },
] as const;

export type PageView = (typeof pageViews)[number]['key'];

/** From the query part of an address; what is not understood is the first one. */
const viewOfSearch = (search: string): PageView => {
  const named = new URLSearchParams(search).get('view');
  return pageViews.find(({ key }) => key === named)?.key ?? 'objectives';
};

const searchWithView = (view: PageView, search: string): string => {
  const params = new URLSearchParams(search);
  if (view === 'objectives') params.delete('view');
  else params.set('view', view);
  const text = params.toString();
  return text === '' ? '' : `?${text}`;
};

export const usePageView = (address: Address | null): readonly [PageView, (view: PageView) => void] => {
  const [view, setView] = useState(() => viewOfSearch(address?.search() ?? ''));
  const select = (next: PageView) => {
    setView(next);
    address?.replaceSearch(searchWithView(next, address.search()));
  };
  return [view, select];
};
