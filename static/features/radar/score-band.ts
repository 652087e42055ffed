/** How a score is shown: word and shape beside the colour, which is never the only sign. */
import { percentOf } from '../../../src/domain/percent';

export type ScoreBand = 'good' | 'fair' | 'poor' | 'unknown';

const GOOD_FROM = 75;
const FAIR_FROM = 50;

/** `score`: 0..100, unrounded. */
export const bandOf = (score: number | null): ScoreBand => {
  if (score === null) return 'unknown';
  if (score >= GOOD_FROM) return 'good';
  return score >= FAIR_FROM ? 'fair' : 'poor';
};

export const bandWords: Readonly<Record<ScoreBand, { readonly word: string; readonly shape: string }>> = {
  good: { word: 'good', shape: '●' },
  fair: { word: 'fair', shape: '▲' },
  poor: { word: 'poor', shape: '■' },
  unknown: { word: 'no score', shape: '○' },
};

/** Whole, by the rule of percents: 0 and 100 are kept for none and all. */
export const scoreText = (score: number | null): string => (score === null ? '–' : String(percentOf(score / 100)));
