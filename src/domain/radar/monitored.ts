/** Monitored: every key result that has begun has a number, one that is not old, and days to compare it with. */
import { dayCount } from './day-count';
import { begunKeyResults, type RadarFacts } from './facts';
import { half, keyResultSubject, measureOf, whole, type Reading } from './measure';
import type { RadarThresholds } from './thresholds';

export function monitored(facts: RadarFacts, limits: RadarThresholds): Reading {
  const measure = measureOf(begunKeyResults(facts), (keyResult) => {
    const { isMeasured, isDone, valueDay, hasPast, sinceDay } = keyResult;
    const about = keyResultSubject(keyResult);
    if (!isMeasured) return [whole({ kind: 'no-measure', about })];
    if (isDone) return [];
    const days = valueDay === null ? 0 : dayCount(valueDay < sinceDay ? sinceDay : valueDay, facts.today);
    if (days > limits.dataDays) return [half({ kind: 'no-data', about, days })];
    return !hasPast && dayCount(sinceDay, facts.today) > limits.patienceDays ? [half({ kind: 'no-past', about })] : [];
  });
  return { measures: [measure], missing: facts.objectives.length === 0 ? { kind: 'no-objectives' } : { kind: 'not-begun' } };
}
