/** Communicated: check-ins say something in words, objectives are read by others than their owner, and the weekly digest reaches people. */
import { dayCount } from './day-count';
import { begunKeyResults, hasBegun, type RadarFacts } from './facts';
import { keyResultSubject, measureOf, objectiveSubject, whole, type Finding, type Measure, type Reading } from './measure';
import type { RadarThresholds } from './thresholds';

/** Every check-in is a subject; each key result tells of its own at once. */
function checkInsMeasure(facts: RadarFacts): Measure {
  const told = begunKeyResults(facts).filter(({ checkIns }) => checkIns > 0);
  const findings = told.flatMap((keyResult): readonly Finding[] => {
    const { checkIns, wordedCheckIns } = keyResult;
    const bare = checkIns - wordedCheckIns;
    return bare === 0 ? [] : [{ evidence: { kind: 'bare-check-ins', about: keyResultSubject(keyResult), bare, checkIns }, takes: bare }];
  });
  return {
    subjects: told.reduce((sum, { checkIns }) => sum + checkIns, 0),
    lost: findings.reduce((sum, { takes }) => sum + takes, 0),
    findings,
  };
}

function digestMeasure({ digest, cycle }: RadarFacts): Measure {
  if (digest === null) return measureOf([], () => []);
  const { people, without } = digest;
  const about = { type: 'cycle', id: cycle.id } as const;
  const findings = without === 0 ? [] : [{ evidence: { kind: 'no-digest', about, without, people } as const, takes: without }];
  return { subjects: people, lost: without, findings };
}

export function communicated(facts: RadarFacts, limits: RadarThresholds): Reading {
  const begun = facts.objectives.filter((objective) => hasBegun(facts, objective));
  return {
    measures: [
      checkInsMeasure(facts),
      measureOf(begun, (objective) => {
        const isNew = dayCount(objective.sinceDay, facts.today) <= limits.patienceDays;
        return objective.readers > 0 || isNew ? [] : [whole({ kind: 'unread', about: objectiveSubject(objective) })];
      }),
      digestMeasure(facts),
    ],
    missing: facts.objectives.length === 0 ? { kind: 'no-objectives' } : { kind: 'not-begun' },
  };
}
