/** The one error a use case throws on purpose: a closed code and words that say what to do. The edge turns it into a Result. */
import type { ErrorCode } from '../contract/result';

export class OkrError extends Error {
  override readonly name = 'OkrError';
  constructor(
    readonly code: ErrorCode,
    message: string,
    /** For `INVALID`: the input field the message is about, dotted. */
    readonly field: string | null = null,
  ) {
    super(message);
  }
}

export const notFound = (what: string): OkrError =>
  new OkrError('NOT_FOUND', `This ${what} does not exist any more, or you may not see it. Reload to see what is there.`);

export const conflict = (what: string, next = 'Compare both versions and save again.'): OkrError =>
  new OkrError('CONFLICT', `Somebody else changed this ${what} after you opened it. ${next}`);

/** For putting away what somebody else has changed meanwhile. */
export const conflictOnArchiving = (what: string): OkrError =>
  conflict(what, 'Reload to see the change, and archive it again if you still want to.');

/** For creating under an id that is in use for something else. */
export const idTaken = (what: string): OkrError =>
  new OkrError('CONFLICT', `The ${what} was not saved, because its id is in use already. Reload the page and create it again.`);

export const invalid = (field: string, message: string): OkrError => new OkrError('INVALID', message, field);

/** For bringing issues into what counts none. */
export const measuredByMilestones = (): OkrError =>
  invalid('keyResultId', 'This key result is measured by its milestones, not by issues. Say which of them are reached instead.');

export const unknownCycle = (): OkrError => invalid('cycleId', 'There is no such cycle. Pick one from the list.');
