/** The line that is looked at, kept in the page's address beside the other choices. */
import { useState } from 'react';
import type { Address } from '../../host';
import { lineOfSearch, searchWithLine, type LineStart } from './line-address';

export const useLine = (address: Address | null): readonly [LineStart | null, (start: LineStart | null) => void] => {
  const [start, setStart] = useState(() => lineOfSearch(address?.search() ?? ''));
  const show = (next: LineStart | null) => {
    setStart(next);
    address?.replaceSearch(searchWithLine(next, address.search()));
  };
  return [start, show];
};
