/** The ambitions of an objective, in words: what one promises, and what a grade means by it. */
import { ambitions, type Ambition } from '../../../src/domain/closing/ambition';

export const ambitionNames: Readonly<Record<Ambition, string>> = {
  committed: 'Committed',
  aspirational: 'Aspirational',
  learning: 'Learning',
};

const helps: Readonly<Record<Ambition, string>> = {
  committed: 'We promise it in full: at the close 1.0 is expected, and less is explained.',
  aspirational: 'Further than we know how to go: 0.7 is a success.',
  learning: 'We want to find something out: any grade will do, what was learned counts.',
};

export const ambitionChoices = ambitions.map((value) => ({
  value,
  label: ambitionNames[value],
  help: helps[value],
}));
