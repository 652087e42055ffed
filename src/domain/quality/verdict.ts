/**
 * What the coach says of a text: a verdict for each check, and how strong that makes the text as a whole. Knows no rule and no language. The bounds
 * of the colours are those of the derailer "poorly defined".
 */
export type Verdict = 'pass' | 'warn' | 'fail';

/** A part of the text, in UTF-16 units; `end` is not in it. */
export type Place = { readonly start: number; readonly end: number };

export type Finding = {
  readonly verdict: Verdict;
  /** What was found, and where it is no pass what to write instead. */
  readonly sentence: string;
  /** In the order of the text; none where the text as a whole, or a field beside it, is meant. */
  readonly where: readonly Place[];
};

export type Check<Rule extends string = string> = Finding & { readonly rule: Rule };

export type Colour = 'red' | 'amber' | 'green';

export type Coached<Rule extends string = string> = {
  /** In the order of the rules. */
  readonly checks: readonly Check<Rule>[];
  /** 0..100, unrounded; null: nothing was checked. */
  readonly strength: number | null;
  readonly colour: Colour | null;
};

const AMBER_FROM = 45;
const GREEN_FROM = 75;
const credit: Readonly<Record<Verdict, number>> = { pass: 1, warn: 0.5, fail: 0 };

export const colourOf = (strength: number): Colour => {
  if (strength < AMBER_FROM) return 'red';
  return strength < GREEN_FROM ? 'amber' : 'green';
};

/** (pass + ½ warn) ÷ checks · 100; null without checks. */
export const strengthOf = (verdicts: readonly Verdict[]): number | null =>
  verdicts.length === 0 ? null : (verdicts.reduce((sum, verdict) => sum + credit[verdict], 0) / verdicts.length) * 100;
