/** The reader's choices, written to the page's address a moment after they are made. Without an address they live as long as the page. */
import { useEffect, useState } from 'react';
import type { Address } from '../../host';
import { searchOfView, viewOfSearch, type CompanyView } from './company-view';

/** Typing should not write the address at every letter. */
const quietMs = 300;

export const useCompanyView = (address: Address | null) => {
  const [view, setView] = useState<CompanyView>(() => viewOfSearch(address?.search() ?? ''));
  useEffect(() => {
    if (!address) return undefined;
    const timer = setTimeout(() => {
      const search = searchOfView(view, address.search());
      if (search !== address.search()) address.replaceSearch(search);
    }, quietMs);
    return () => clearTimeout(timer);
  }, [address, view]);
  const change = (changes: Partial<CompanyView>) => setView((before) => ({ ...before, ...changes }));
  return { view, change };
};
