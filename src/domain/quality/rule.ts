/** A rule of the coach, as data: what it looks at, why, what to write instead, and how it judges. */
import type { Finding, Place } from './verdict';

export type Rule<Id extends string, Subject> = {
  readonly id: Id;
  readonly name: string;
  readonly looksAt: string;
  readonly why: string;
  readonly instead: string;
  /** Null where there is nothing to judge: then it is not among the checks. */
  readonly judge: (subject: Subject) => Finding | null;
};

export const pass = (sentence: string): Finding => ({ verdict: 'pass', sentence, where: [] });
export const warn = (sentence: string, where: readonly Place[] = []): Finding => ({ verdict: 'warn', sentence, where });
export const fail = (sentence: string, where: readonly Place[] = []): Finding => ({ verdict: 'fail', sentence, where });
