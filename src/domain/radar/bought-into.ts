/**
 * Bought into: people have voted how confident they are, and do not lie apart; concerns are settled; what is aligned to a goal is taken up. Without
 * enough votes or a word for or against nothing is known of it, however well contributions are answered.
 */
import type { ObjectiveFacts, RadarFacts } from './facts';
import { half, measureOf, objectiveSubject, whole, type Finding, type Reading } from './measure';
import type { RadarThresholds } from './thresholds';

function judgeVotes(objective: ObjectiveFacts, limits: RadarThresholds): readonly Finding[] {
  const about = objectiveSubject(objective);
  if (objective.votes === null) return [];
  const { asked, voted, lowest, highest } = objective.votes;
  return [
    ...(highest - lowest >= limits.spread ? [whole({ kind: 'votes-apart', about, lowest, highest })] : []),
    ...(voted < limits.turnout * asked ? [half({ kind: 'low-turnout', about, voted, asked })] : []),
  ];
}

function judgeConcerns(objective: ObjectiveFacts): readonly Finding[] {
  const { openConcerns: concerns, supporters } = objective;
  if (concerns === 0) return [];
  const evidence = { kind: 'open-concerns', about: objectiveSubject(objective), concerns } as const;
  return [concerns > supporters ? whole(evidence) : half(evidence)];
}

function judgeContribution(objective: ObjectiveFacts, limits: RadarThresholds): readonly Finding[] {
  const { contribution } = objective;
  const about = objectiveSubject(objective);
  if (contribution?.state === 'declined') return [whole({ kind: 'declined', about })];
  if (contribution?.state !== 'waiting' || contribution.days <= limits.patienceDays) return [];
  return [half({ kind: 'unanswered', about, days: contribution.days })];
}

const sumOf = (numbers: readonly number[]): number => numbers.reduce((sum, number) => sum + number, 0);

export function boughtInto({ objectives }: RadarFacts, limits: RadarThresholds): Reading {
  const voted = objectives.filter(({ votes }) => votes !== null && votes.voted >= limits.fewestVotes);
  const weighed = objectives.filter(({ stances }) => stances > 0);
  const rounds = objectives.flatMap(({ votes, openVote }) => openVote ?? votes ?? []);
  const isKnown = voted.length + weighed.length > 0;
  const measures = [
    measureOf(voted, (objective) => judgeVotes(objective, limits)),
    measureOf(weighed, judgeConcerns),
    measureOf(
      objectives.filter(({ contribution }) => contribution !== null),
      (objective) => judgeContribution(objective, limits),
    ),
  ];
  return {
    measures: isKnown ? measures : [],
    missing:
      objectives.length === 0
        ? { kind: 'no-objectives' }
        : { kind: 'few-votes', voted: sumOf(rounds.map((round) => round.voted)), asked: sumOf(rounds.map((round) => round.asked)) },
  };
}
