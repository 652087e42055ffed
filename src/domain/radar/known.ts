/** Known: those who work can see which key result their work reaches, and the people of an objective have said that they know it. */
import { dayCount } from './day-count';
import { hasBegun, type RadarFacts } from './facts';
import { half, measureOf, objectiveSubject, whole, type Reading } from './measure';
import type { RadarThresholds } from './thresholds';

export function known(facts: RadarFacts, limits: RadarThresholds): Reading {
  const shared = facts.objectives.filter((objective) => objective.people > 1 && hasBegun(facts, objective));
  return {
    measures: [
      measureOf(facts.workers, ({ projectId, accountId, issues, reaching }) =>
        reaching > 0 ? [] : [whole({ kind: 'no-line-of-sight', about: { type: 'person', id: accountId, projectId }, issues })],
      ),
      measureOf(shared, (objective) => {
        const { acknowledged, people, sinceDay } = objective;
        if (acknowledged >= people || dayCount(sinceDay, facts.today) <= limits.patienceDays) return [];
        const evidence = { kind: 'not-acknowledged', about: objectiveSubject(objective), acknowledged, people } as const;
        return [acknowledged === 0 ? whole(evidence) : half(evidence)];
      }),
    ],
    missing: facts.objectives.length === 0 ? { kind: 'no-objectives' } : { kind: 'not-begun' },
  };
}
