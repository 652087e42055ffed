/**
 * Lists of ids (people, projects) as a column: a JSON array, written with the row that carries it, so that it changes in one statement and under
 * its version. SQL asks whether
 * one is in it by looking for the quoted id.
 */
import { z } from 'zod';

const schema = z.array(z.string());

/** Each id once, in the order given. */
export const writeIds = (ids: readonly string[]): string => JSON.stringify([...new Set(ids)]);

export const parseIds = (text: string): readonly string[] => schema.parse(JSON.parse(text));

/** What `INSTR(column, ?)` finds in a list with this id. */
export const quoted = (id: string): string => JSON.stringify(id);
