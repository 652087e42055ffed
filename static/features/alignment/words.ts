/** How alignment is put into words, the same on the map, in the list and in what is to be looked at. Pure. */
import type { AlignedKeyResult } from '../../../src/contract/alignment';
import type { Link } from '../../../src/domain/alignment-forest';
import type { Level } from '../../../src/domain/home';
import type { Health } from '../../../src/domain/model';
import { healthWords } from '../../ui/health-lozenge';

const stateWords: Readonly<Record<Exclude<Link['state'], 'held'>, string>> = {
  waiting: 'waits for an answer',
  declined: 'declined by the one above',
  loop: 'left out: it would close a loop',
  archived: 'aligned to an archived objective',
  gone: 'aligned to an objective that is gone',
  'other-cycle': 'aligned to another cycle',
  unseen: 'aligned to one you cannot see',
};

/** Null for a link there is nothing to say about. */
export const linkWords = ({ state, skipsLevel, lostKeyResult }: Link): string | null => {
  if (state !== 'held') return stateWords[state];
  if (lostKeyResult) return 'its key result is gone';
  return skipsLevel ? 'passes over its group' : null;
};

export const levelWords: Readonly<Record<Level, string>> = { company: 'Company', group: 'Groups', project: 'Projects' };

/** `1 objective`, `12 objectives`. */
export const counted = (count: number, one: string, many = `${one}s`): string => `${count} ${count === 1 ? one : many}`;

/** How many key results are in which health, best first; those without any are left out. */
export const healthCounts = (
  keyResults: readonly Pick<AlignedKeyResult, 'health'>[],
): readonly { readonly health: Health; readonly count: number }[] =>
  (Object.keys(healthWords) as Health[]).flatMap((health) => {
    const count = keyResults.filter((keyResult) => keyResult.health === health).length;
    return count === 0 ? [] : [{ health, count }];
  });
