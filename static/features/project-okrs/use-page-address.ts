/**
 * The page's choices (cycle, filters) kept in its address, so that a reload keeps them and a link shows them to others.
 * Without an address they live as long as the page.
 */
import { useEffect, useState } from 'react';
import type { Address } from '../../host';
import { cycleOfSearch, filterOfSearch, searchOfFilter, type Filter } from './filter';

/** Typing should not write the address at every letter. */
const quietMs = 300;

export const usePageAddress = (address: Address | null) => {
  const [filter, setFilter] = useState<Filter>(() => filterOfSearch(address?.search() ?? ''));
  const [cycleId, setCycleId] = useState(() => cycleOfSearch(address?.search() ?? ''));

  useEffect(() => {
    if (!address) return undefined;
    const timer = setTimeout(() => {
      const search = searchOfFilter(filter, cycleId, address.search());
      if (search !== address.search()) address.replaceSearch(search);
    }, quietMs);
    return () => clearTimeout(timer);
  }, [address, filter, cycleId]);

  return { filter, setFilter, cycleId, setCycleId };
};
