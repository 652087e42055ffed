/**
 * The one condition under which what people voted may be read by anybody but themselves: their round is closed, and there are enough votes that none gives its
 * voter away (docs/adr/0024). Every statement that reads votes carries it.
 */
import { FEWEST_SHOWN } from '../domain/confidence-vote';

/** For the `vote_round` under this alias. */
export const votesAreTold = (round: string): string =>
  `(${round}.closed_at IS NOT NULL AND (SELECT COUNT(*) FROM confidence_vote tv WHERE tv.round_id = ${round}.id) >= ${FEWEST_SHOWN})`;
