/** A check-in as the browser shows it. */
import type { CheckInView } from '../../contract/check-ins';
import type { CheckInRecord } from '../../store/check-ins';

export const viewCheckIn = (checkIn: CheckInRecord): CheckInView => ({
  id: checkIn.id,
  keyResultId: checkIn.keyResultId,
  day: checkIn.day,
  at: new Date(checkIn.createdAt).toISOString(),
  byAccountId: checkIn.createdBy,
  value: checkIn.value,
  confidence: checkIn.confidence,
  words: checkIn.words,
  blockers: checkIn.blockers,
  progress: checkIn.progress,
  isCorrected: checkIn.changeId !== null,
  version: checkIn.version,
});
