/** Which view of a page is open, kept in its address beside the other choices. */
import { useState } from 'react';
import type { Address } from '../../host';

type View<K extends string> = { readonly key: K; readonly label: string };
type Views<K extends string> = readonly [View<K>, ...View<K>[]];

const searchWithView = (view: string, first: string, search: string): string => {
  const params = new URLSearchParams(search);
  if (view === first) params.delete('view');
  else params.set('view', view);
  const text = params.toString();
  return text === '' ? '' : `?${text}`;
};

/** What the address says and the page does not have is the first one, which needs no saying. */
export const usePageView = <K extends string>(address: Address | null, views: Views<K>): readonly [K, (view: K) => void] => {
  const first = views[0].key;
  const [view, setView] = useState(() => {
    const named = new URLSearchParams(address?.search() ?? '').get('view');
    return views.find(({ key }) => key === named)?.key ?? first;
  });
  const select = (next: K) => {
    setView(next);
    address?.replaceSearch(searchWithView(next, first, address.search()));
  };
  return [view, select];
};
