/** Planned before it began: how the cycle was set up, and few objectives, each with a few key results. What is settled and what fits says set-up.ts. */
import { homeKey, type Home } from '../home';
import { keyResultsFit, mostObjectives, openMatters, type SetUpMatter } from '../set-up';
import { dayCount } from './day-count';
import type { ObjectiveFacts, RadarFacts, SetUpFacts } from './facts';
import { half, measureOf, objectiveSubject, whole, type Finding, type Measure, type Reading } from './measure';
import type { RadarThresholds } from './thresholds';

/** The cycle before, once it has ended: while it runs, nobody is late with it. */
function before({ previous }: SetUpFacts, open: ReadonlySet<SetUpMatter>, today: string): readonly Finding[] {
  if (previous === null || (!previous.isClosed && today <= previous.endDay)) return [];
  const about = { type: 'cycle', id: previous.id } as const;
  return [
    ...(open.has('previous-closed') ? [whole({ kind: 'not-closed', about, days: dayCount(previous.endDay, today) })] : []),
    ...(open.has('previous-graded') ? [half({ kind: 'not-graded', about, objectives: previous.ungraded })] : []),
  ];
}

/** Three subjects: themes, capacity, and the cycle before, where there is one. */
function setUpMeasure(setUp: SetUpFacts, { cycle, today }: RadarFacts): Measure {
  const about = { type: 'cycle', id: cycle.id } as const;
  const open = openMatters(setUp);
  const subjects = [
    open.has('themes') ? [half({ kind: 'no-themes', about })] : [],
    open.has('capacity') ? [whole({ kind: 'capacity-not-looked-at', about })] : [],
    ...(setUp.previous === null ? [] : [before(setUp, open, today)]),
  ];
  return measureOf(subjects, (findings) => findings);
}

function placesMeasure({ objectives }: RadarFacts, limits: RadarThresholds): Measure {
  const places = new Map<string, { readonly home: Home; readonly count: number }>();
  for (const { home } of objectives) places.set(homeKey(home), { home, count: (places.get(homeKey(home))?.count ?? 0) + 1 });
  return measureOf([...places.values()], ({ home, count }) => {
    const most = mostObjectives(home.level, limits);
    if (count <= most) return [];
    const evidence = { kind: 'too-many-objectives', about: { type: 'home', home }, objectives: count, most } as const;
    return [count > 2 * most ? whole(evidence) : half(evidence)];
  });
}

function judgeObjective(objective: ObjectiveFacts, limits: RadarThresholds): readonly Finding[] {
  const keyResults = objective.keyResults.length;
  const fit = keyResultsFit(keyResults, limits);
  if (fit === 'fit') return [];
  const evidence = { kind: `${fit}-key-results`, about: objectiveSubject(objective), keyResults } as const;
  return [keyResults === 0 ? whole(evidence) : half(evidence)];
}

export function planned(facts: RadarFacts, limits: RadarThresholds): Reading {
  const { objectives, setUp } = facts;
  return {
    measures: [
      ...(setUp === null || objectives.length === 0 ? [] : [setUpMeasure(setUp, facts), placesMeasure(facts, limits)]),
      measureOf(objectives, (objective) => judgeObjective(objective, limits)),
    ],
    missing: { kind: 'no-objectives' },
  };
}
