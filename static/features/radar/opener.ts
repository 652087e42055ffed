/** What the board of scores asks of whoever shows it: to open things, and to know who may. */
import type { EvidenceSubject } from '../../../src/domain/radar/evidence';
import type { Fix } from './fix';
import type { Opening } from './opening';
import type { WhoseMove } from './whose-move';

export type Opener = {
  /** Whether it can be opened from here: what cannot is shown as words. */
  can(opening: Opening): boolean;
  open(opening: Opening): void;
  /** Whose step it is; null: the viewer's own. */
  whose(fix: Fix, about: EvidenceSubject): WhoseMove | null;
};
