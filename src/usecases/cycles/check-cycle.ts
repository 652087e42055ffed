/** What makes a cycle's name and days sensible, said before anything is written. */
import { daysOf, LONGEST_CYCLE_DAYS } from '../../domain/cycle';
import type { CycleRecord } from '../../store/cycles';
import { invalid } from '../okr-error';

type Draft = Pick<CycleRecord, 'name' | 'startDay' | 'endDay'>;

const plain = (name: string): string => name.trim().toLowerCase();

/** Throws `INVALID` for days the wrong way round or too far apart, and for a name another cycle has. */
export function checkCycle({ name, startDay, endDay }: Draft, others: readonly CycleRecord[]): void {
  if (endDay < startDay) throw invalid('endDay', `The last day ${endDay} is before the first, ${startDay}. Give a later one.`);
  if (daysOf({ startDay, endDay }) > LONGEST_CYCLE_DAYS)
    throw invalid('endDay', 'A cycle lasts at most five years. Give an earlier last day.');
  if (others.some((other) => plain(other.name) === plain(name)))
    throw invalid('name', `There is a cycle called ${name} already. Give this one another name.`);
}
