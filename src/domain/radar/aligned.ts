/** Aligned: every objective has a way up to a goal of the company, the work in progress serves a key result, and the key results move. */
import { dayCount } from './day-count';
import { begunKeyResults, type ObjectiveFacts, type RadarFacts } from './facts';
import { half, keyResultSubject, measureOf, objectiveSubject, whole, type Finding, type Measure, type Reading } from './measure';
import type { RadarThresholds } from './thresholds';

function judgeObjective(objective: ObjectiveFacts): readonly Finding[] {
  const about = objectiveSubject(objective);
  const { path, link, skipsLevel, isSupported, home } = objective;
  const lonely = home.level !== 'project' && !isSupported ? [half({ kind: 'no-support', about })] : [];
  if (path === 'none') return [whole({ kind: 'no-path', about, link }), ...lonely];
  return skipsLevel ? [half({ kind: 'skips-level', about }), ...lonely] : lonely;
}

/** Every piece of work is a subject; each project tells of its own at once. */
function workMeasure({ work }: RadarFacts): Measure {
  const findings = work.flatMap(({ projectId, work: pieces, serving }): readonly Finding[] => {
    const orphans = pieces - serving;
    if (orphans <= 0) return [];
    const about = { type: 'home', home: { level: 'project', projectId } } as const;
    return [{ evidence: { kind: 'orphan-work', about, orphans, work: pieces }, takes: orphans }];
  });
  return {
    subjects: work.reduce((sum, { work: pieces }) => sum + pieces, 0),
    lost: findings.reduce((sum, { takes }) => sum + takes, 0),
    findings,
  };
}

export function aligned(facts: RadarFacts, limits: RadarThresholds): Reading {
  const served = begunKeyResults(facts).filter(({ movedDay }) => movedDay !== null);
  return {
    measures: [
      measureOf(facts.objectives, judgeObjective),
      workMeasure(facts),
      measureOf(served, (keyResult) => {
        const { movedDay, sinceDay, openIssues, isDone } = keyResult;
        const days = movedDay === null || isDone || openIssues === 0 ? 0 : dayCount(movedDay < sinceDay ? sinceDay : movedDay, facts.today);
        return days > limits.idleDays ? [whole({ kind: 'idle', about: keyResultSubject(keyResult), days })] : [];
      }),
    ],
    missing: { kind: 'no-objectives' },
  };
}
