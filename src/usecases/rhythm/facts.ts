/** What an item of the inbox keeps of the reminder it came from: days and numbers, no titles. Written by the daily pass, read when it is looked at. */
import { z } from 'zod';
import { rungNames, type RungName } from '../../domain/reminders/ladder';

const schema = z.object({ rung: z.enum(rungNames), sinceDay: z.string(), count: z.number() });

export type Facts = {
  readonly rung: RungName;
  /** The day from which on it has waited. */
  readonly sinceDay: string;
  /** Of what was held back; 0 for everything else. */
  readonly count: number;
};

export const writeFacts = (facts: Facts): string => JSON.stringify(facts);

export const parseFacts = (text: string): Facts => schema.parse(JSON.parse(text));
