/** Followed up: check-ins come in time, nothing stands in the way for long, and a cycle that has ended is closed. */
import { dayCount } from './day-count';
import { begunKeyResults, type KeyResultFacts, type RadarFacts } from './facts';
import { half, keyResultSubject, measureOf, whole, type Finding, type Measure, type Reading } from './measure';
import type { RadarThresholds } from './thresholds';

function judgeKeyResult(keyResult: KeyResultFacts, today: string, limits: RadarThresholds): readonly Finding[] {
  const about = keyResultSubject(keyResult);
  const { checkInDueDay, blockedSince, isDone } = keyResult;
  const late = checkInDueDay === null ? 0 : dayCount(checkInDueDay, today);
  const blocked = blockedSince === null || isDone ? 0 : dayCount(blockedSince, today);
  const overdue = { kind: 'overdue', about, days: late } as const;
  return [
    ...(late <= 0 ? [] : [late >= limits.overdueDays ? whole(overdue) : half(overdue)]),
    ...(blocked > limits.blockedDays ? [whole({ kind: 'blocked', about, days: blocked })] : []),
  ];
}

/** The cycle that is looked at, once it has ended, and the one before. */
function endedMeasure({ cycle, setUp, today }: RadarFacts, limits: RadarThresholds): Measure {
  const previous = setUp?.previous ?? null;
  const ended = [
    { id: cycle.id, endDay: cycle.endDay, isClosed: cycle.state === 'closed' },
    ...(previous === null ? [] : [previous]),
  ].filter(({ endDay, isClosed }) => setUp !== null && (isClosed || today > endDay));
  return measureOf(ended, ({ id, endDay, isClosed }) => {
    const days = isClosed ? 0 : dayCount(endDay, today);
    return days > limits.patienceDays ? [whole({ kind: 'not-closed', about: { type: 'cycle', id }, days })] : [];
  });
}

export function followedUp(facts: RadarFacts, limits: RadarThresholds): Reading {
  const begun = begunKeyResults(facts);
  return {
    measures: [
      measureOf(begun, (keyResult) => judgeKeyResult(keyResult, facts.today, limits)),
      ...(begun.length === 0 ? [] : [endedMeasure(facts, limits)]),
    ],
    missing: facts.objectives.length === 0 ? { kind: 'no-objectives' } : { kind: 'not-begun' },
  };
}
