/** Neither too hard nor too safe: the chance of each key result now and on its first day, the pace it needs, and how much a team has taken on. */
import type { KeyResultFacts, RadarFacts } from './facts';
import { keyResultsOf } from './facts';
import { half, keyResultSubject, measureOf, whole, type Finding, type Reading } from './measure';
import type { RadarThresholds } from './thresholds';

function judgeKeyResult(keyResult: KeyResultFacts, limits: RadarThresholds): readonly Finding[] {
  const about = keyResultSubject(keyResult);
  const { chance, firstChance, strain, step, isDone } = keyResult;
  const safe = firstChance !== null && firstChance > limits.tooSafe ? [half({ kind: 'too-safe', about, chance: firstChance })] : [];
  if (isDone) return safe;
  if (chance === null) return step !== null && step > limits.jump ? [half({ kind: 'large-step', about, step })] : [];
  if (chance < limits.tooHard) return [whole({ kind: 'too-hard', about, chance })];
  return strain !== null && chance < 0.5 && strain > limits.strain ? [half({ kind: 'strained', about, strain }), ...safe] : safe;
}

export function realistic(facts: RadarFacts, limits: RadarThresholds): Reading {
  const forecast = keyResultsOf(facts).flatMap(({ keyResult }) =>
    keyResult.chance !== null || keyResult.step !== null ? [keyResult] : [],
  );
  return {
    measures: [
      measureOf(forecast, (keyResult) => judgeKeyResult(keyResult, limits)),
      measureOf(facts.loads, ({ home, load }) => {
        if (load <= limits.load) return [];
        const evidence = { kind: 'overcommitted', about: { type: 'home', home }, load } as const;
        return [load > 2 * limits.load ? whole(evidence) : half(evidence)];
      }),
    ],
    missing: facts.objectives.length === 0 ? { kind: 'no-objectives' } : { kind: 'no-forecasts' },
  };
}
