/** Planned before it began: how the cycle was set up, and few objectives, each with a few key results. */
import { homeKey, type Home } from '../home';
import { dayCount } from './day-count';
import type { RadarFacts, SetUpFacts } from './facts';
import { half, measureOf, objectiveSubject, whole, type Finding, type Measure, type Reading } from './measure';
import type { RadarThresholds } from './thresholds';

/** Three subjects: themes, capacity, and the cycle before, where there is one. */
function setUpMeasure({ hasThemes, capacityLookedAt, previous }: SetUpFacts, { cycle, today }: RadarFacts): Measure {
  const about = { type: 'cycle', id: cycle.id } as const;
  const before = (): readonly Finding[] => {
    if (previous === null) return [];
    const of = { type: 'cycle', id: previous.id } as const;
    if (!previous.isClosed && today > previous.endDay)
      return [whole({ kind: 'not-closed', about: of, days: dayCount(previous.endDay, today) })];
    return previous.ungraded > 0 ? [half({ kind: 'not-graded', about: of, objectives: previous.ungraded })] : [];
  };
  const subjects = [
    hasThemes ? [] : [half({ kind: 'no-themes', about })],
    capacityLookedAt ? [] : [whole({ kind: 'capacity-not-looked-at', about })],
    ...(previous === null ? [] : [before()]),
  ];
  return measureOf(subjects, (findings) => findings);
}

function placesMeasure({ objectives }: RadarFacts, limits: RadarThresholds): Measure {
  const places = new Map<string, { readonly home: Home; readonly count: number }>();
  for (const { home } of objectives) places.set(homeKey(home), { home, count: (places.get(homeKey(home))?.count ?? 0) + 1 });
  return measureOf([...places.values()], ({ home, count }) => {
    const most = home.level === 'project' ? limits.projectObjectives : limits.companyObjectives;
    if (count <= most) return [];
    const evidence = { kind: 'too-many-objectives', about: { type: 'home', home }, objectives: count, most } as const;
    return [count > 2 * most ? whole(evidence) : half(evidence)];
  });
}

export function planned(facts: RadarFacts, limits: RadarThresholds): Reading {
  const { objectives, setUp } = facts;
  return {
    measures: [
      ...(setUp === null || objectives.length === 0 ? [] : [setUpMeasure(setUp, facts), placesMeasure(facts, limits)]),
      measureOf(objectives, (objective) => {
        const about = objectiveSubject(objective);
        const count = objective.keyResults.length;
        if (count === 0) return [whole({ kind: 'few-key-results', about, keyResults: 0 })];
        if (count < limits.fewestKeyResults) return [half({ kind: 'few-key-results', about, keyResults: count })];
        return count > limits.mostKeyResults ? [half({ kind: 'many-key-results', about, keyResults: count })] : [];
      }),
    ],
    missing: { kind: 'no-objectives' },
  };
}
