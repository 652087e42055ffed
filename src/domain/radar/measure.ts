/**
 * How findings become a score: each measure of a derailer looks at subjects of one sort (key results, people, pieces of work), and every finding
 * takes a half or the whole of its subject away. The score is the mean of what is left over the measures, so mending anything never lowers it.
 */
import type { Evidence, EvidenceSubject, Missing } from './evidence';

/** `takes`: in subjects. */
export type Finding = { readonly evidence: Evidence; readonly takes: number };

export type Measure = {
  readonly subjects: number;
  /** 0..subjects */
  readonly lost: number;
  readonly findings: readonly Finding[];
};

/** What a rule answers: its measures, and what to say where they have no subjects. */
export type Reading = { readonly measures: readonly Measure[]; readonly missing: Missing };

export const half = (evidence: Evidence): Finding => ({ evidence, takes: 0.5 });
export const whole = (evidence: Evidence): Finding => ({ evidence, takes: 1 });
export const objectiveSubject = ({ id }: { readonly id: string }): EvidenceSubject => ({ type: 'objective', id });
export const keyResultSubject = ({ id }: { readonly id: string }): EvidenceSubject => ({ type: 'key-result', id });

const takenBy = (findings: readonly Finding[]): number => findings.reduce((sum, { takes }) => sum + takes, 0);

/** However much is found on one subject, it takes no more than that subject. */
export function measureOf<T>(subjects: readonly T[], judge: (subject: T) => readonly Finding[]): Measure {
  const found = subjects.map(judge);
  return {
    subjects: subjects.length,
    lost: found.reduce((sum, findings) => sum + Math.min(1, takenBy(findings)), 0),
    findings: found.flat(),
  };
}

/** 0..100, unrounded; 100: nothing was found. Null: there is nothing to look at. */
export function scoreOf(measures: readonly Measure[]): number | null {
  const known = measures.filter(({ subjects }) => subjects > 0);
  if (known.length === 0) return null;
  return (100 * known.reduce((sum, { subjects, lost }) => sum + (1 - lost / subjects), 0)) / known.length;
}

/** What takes most first; equals stay in the order they were found in. */
export const evidenceOf = (measures: readonly Measure[]): readonly Evidence[] =>
  measures
    .flatMap(({ subjects, findings }) => findings.map(({ evidence, takes }) => ({ evidence, share: takes / subjects })))
    .toSorted((a, b) => b.share - a.share)
    .map(({ evidence }) => evidence);
