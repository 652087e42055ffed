/** Well put: how strong the coach finds the words of each objective and key result. What a team has dismissed does not count. */
import type { RadarFacts, WordingFacts } from './facts';
import type { EvidenceSubject } from './evidence';
import { half, keyResultSubject, measureOf, objectiveSubject, whole, type Reading } from './measure';
import type { RadarThresholds } from './thresholds';

type Text = { readonly about: EvidenceSubject; readonly wording: NonNullable<WordingFacts> };

const textOf = (about: EvidenceSubject, wording: WordingFacts): readonly Text[] => (wording === null ? [] : [{ about, wording }]);

export function wellPut({ objectives }: RadarFacts, limits: RadarThresholds): Reading {
  const texts = objectives.flatMap((objective) => [
    ...textOf(objectiveSubject(objective), objective.wording),
    ...objective.keyResults.flatMap((keyResult) => textOf(keyResultSubject(keyResult), keyResult.wording)),
  ]);
  const measure = measureOf(texts, ({ about, wording: { strength, rules } }) => {
    if (strength >= limits.strong) return [];
    const evidence = { kind: 'weak-wording', about, strength, rules } as const;
    return [strength < limits.weak ? whole(evidence) : half(evidence)];
  });
  return { measures: [measure], missing: objectives.length === 0 ? { kind: 'no-objectives' } : { kind: 'no-words' } };
}
