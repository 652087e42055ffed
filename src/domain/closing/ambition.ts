/**
 * What an objective promises, and from which grade on that counts as kept. Health and expected progress know nothing of it: on the way every
 * objective is held against its own pace, and only the grade at the close is read by what was promised.
 */

/** Committed: to be reached in full. Aspirational: further than one knows how to go. Learning: to find something out. */
export const ambitions = ['committed', 'aspirational', 'learning'] as const;
export type Ambition = (typeof ambitions)[number];

/** The grade from which on the ambition counts as met; null: any grade, for what was learned counts. */
export const successLine: Readonly<Record<Ambition, number | null>> = { committed: 1, aspirational: 0.7, learning: null };
