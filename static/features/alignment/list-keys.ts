/** What a key does in the list: where the focus goes, or whether a line opens or closes. Pure. */
import type { Aligned } from '../../../src/domain/alignment-forest';
import type { Branch } from './branches';

type Rows = readonly Pick<Branch<Aligned>, 'depth' | 'under' | 'isOpen'>[];

/** `toggle`: the line the key was pressed on. Null: the key does nothing here. `page` lines are one screenful. */
export const listKey = (rows: Rows, at: number, key: string, page: number): number | 'toggle' | null => {
  const row = rows[at];
  if (!row) return null;
  const to = (index: number): number => Math.min(rows.length - 1, Math.max(0, index));
  switch (key) {
    case 'ArrowDown':
      return to(at + 1);
    case 'ArrowUp':
      return to(at - 1);
    case 'PageDown':
      return to(at + page);
    case 'PageUp':
      return to(at - page);
    case 'Home':
      return to(0);
    case 'End':
      return to(rows.length - 1);
    case 'ArrowRight':
      if (row.under === 0) return null;
      return row.isOpen ? to(at + 1) : 'toggle';
    case 'ArrowLeft': {
      if (row.under > 0 && row.isOpen) return 'toggle';
      const above = rows.findLastIndex(({ depth }, index) => index < at && depth < row.depth);
      return above === -1 ? null : above;
    }
    default:
      return null;
  }
};
