/**
 * Milestones as text in their key result's row: they are always read and written whole, so one statement under the row's version changes
 * them, and nobody sees half of a change.
 */
import { z } from 'zod';
import type { Milestone } from '../domain/model';

const schema = z.array(z.object({ id: z.string(), title: z.string(), weight: z.number(), reachedDay: z.string().nullable() }));

/** In the order they were written. Throws on a text that `writeMilestones` has not made. */
export const parseMilestones = (text: string): readonly Milestone[] => schema.parse(JSON.parse(text));

export const writeMilestones = (milestones: readonly Milestone[]): string =>
  JSON.stringify(milestones.map(({ id, title, weight, reachedDay }) => ({ id, title, weight, reachedDay })));
