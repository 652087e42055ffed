/**
 * Which key result's page is open instead of the list, kept in the page's address: opening is a step forth, so Back leads to the list,
 * and a link leads to the key result. Without an address it lives as long as the page.
 */
import { useEffect, useState } from 'react';
import type { Address } from '../../host';

const parameter = 'keyResult';

const keyResultOfSearch = (search: string): string | null => new URLSearchParams(search).get(parameter);

export const searchOfKeyResult = (keyResultId: string | null, search: string): string => {
  const params = new URLSearchParams(search);
  if (keyResultId === null) params.delete(parameter);
  else params.set(parameter, keyResultId);
  const text = params.toString();
  return text === '' ? '' : `?${text}`;
};

export const useOpenedKeyResult = (address: Address | null) => {
  const [keyResultId, setKeyResultId] = useState(() => keyResultOfSearch(address?.search() ?? ''));
  useEffect(() => address?.onSearchChange((search) => setKeyResultId(keyResultOfSearch(search))), [address]);
  const go = (id: string | null) => {
    if (address) address.pushSearch(searchOfKeyResult(id, address.search()));
    setKeyResultId(id);
  };
  return {
    keyResultId,
    open: (id: string) => go(id),
    close: () => go(null),
    /** Leaves for what another address shows; without an address of its own the page cannot. */
    leaveFor: address && ((change: (search: string) => string) => address.pushSearch(change(searchOfKeyResult(null, address.search())))),
  };
};
