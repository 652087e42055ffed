/** The facts once somebody has seen to one piece of evidence, and to nothing else. */
import { homeKey } from '../../../src/domain/home';
import type { Evidence } from '../../../src/domain/radar/evidence';
import type { KeyResultFacts, ObjectiveFacts, RadarFacts } from '../../../src/domain/radar/facts';
import { soundKeyResult } from './sound-facts';

const good = { strength: 100, rules: [] };

const keyResultMends: Readonly<Record<string, (fact: KeyResultFacts, today: string) => Partial<KeyResultFacts>>> = {
  'too-hard': () => ({ chance: 0.5 }),
  'too-safe': () => ({ firstChance: 0.8 }),
  strained: () => ({ strain: 1 }),
  'large-step': () => ({ step: 0.5 }),
  idle: (_, today) => ({ movedDay: today }),
  'bare-check-ins': ({ checkIns }) => ({ wordedCheckIns: checkIns }),
  'no-measure': () => ({ isMeasured: true }),
  'no-data': (_, today) => ({ valueDay: today }),
  'no-past': () => ({ hasPast: true }),
  'weak-wording': () => ({ wording: good }),
  overdue: (_, today) => ({ checkInDueDay: today }),
  blocked: () => ({ blockedSince: null }),
  'no-owner': () => ({ ownerAccountId: 'someone', ownerInactive: false }),
  'owner-left': () => ({ ownerInactive: false }),
  'assigned-to-others': () => ({ ownIssues: 1 }),
};

const objectiveMends: Readonly<Record<string, (fact: ObjectiveFacts) => Partial<ObjectiveFacts>>> = {
  'few-key-results': ({ keyResults }) => ({ keyResults: [...keyResults, { ...soundKeyResult, id: 'new', sinceDay: '2026-12-30' }] }),
  'many-key-results': ({ keyResults }) => ({ keyResults: keyResults.slice(0, 5) }),
  'no-path': () => ({ path: 'reaches', link: 'held' }),
  'skips-level': () => ({ skipsLevel: false }),
  'no-support': () => ({ isSupported: true }),
  unread: () => ({ readers: 1 }),
  'not-acknowledged': ({ people }) => ({ acknowledged: people }),
  'weak-wording': () => ({ wording: good }),
  'no-owner': () => ({ ownerAccountId: 'someone', ownerInactive: false }),
  'owner-left': () => ({ ownerInactive: false }),
  'low-turnout': ({ votes }) => ({ votes: votes && { ...votes, voted: votes.asked } }),
  'votes-apart': ({ votes }) => ({ votes: votes && { ...votes, lowest: votes.highest } }),
  'open-concerns': () => ({ openConcerns: 0 }),
  declined: ({ contribution }) => ({ contribution: contribution && { ...contribution, state: 'accepted' } }),
  unanswered: ({ contribution }) => ({ contribution: contribution && { ...contribution, state: 'accepted' } }),
};

function mendPlace(facts: RadarFacts, { kind, about }: Evidence): RadarFacts {
  const { setUp, objectives, cycle } = facts;
  const key = about.type === 'home' ? homeKey(about.home) : '';
  const person = about.type === 'person' ? about.id : '';
  const isProject = (projectId: string) => key === homeKey({ level: 'project', projectId });
  switch (kind) {
    case 'overcommitted':
      return { ...facts, loads: facts.loads.map((each) => (homeKey(each.home) === key ? { ...each, load: 1 } : each)) };
    case 'orphan-work':
      return { ...facts, work: facts.work.map((each) => (isProject(each.projectId) ? { ...each, serving: each.work } : each)) };
    case 'no-line-of-sight':
      return { ...facts, workers: facts.workers.map((each) => (each.accountId === person ? { ...each, reaching: 1 } : each)) };
    case 'owns-many':
      return { ...facts, owners: facts.owners.map((each) => (each.accountId === person ? { ...each, keyResults: 1 } : each)) };
    case 'no-digest':
      return { ...facts, digest: facts.digest && { ...facts.digest, without: 0 } };
    case 'too-many-objectives':
      return { ...facts, objectives: objectives.filter(({ home }, at) => homeKey(home) !== key || at < 3) };
    case 'no-themes':
      return { ...facts, setUp: setUp && { ...setUp, hasThemes: true } };
    case 'capacity-not-looked-at':
      return { ...facts, setUp: setUp && { ...setUp, capacityLookedAt: true } };
    case 'not-graded':
      return { ...facts, setUp: setUp?.previous ? { ...setUp, previous: { ...setUp.previous, ungraded: 0 } } : setUp };
    case 'not-closed':
      if (about.type === 'cycle' && about.id === cycle.id) return { ...facts, cycle: { ...cycle, state: 'closed' } };
      return { ...facts, setUp: setUp?.previous ? { ...setUp, previous: { ...setUp.previous, isClosed: true } } : setUp };
    default:
      throw new Error(`The tests know no mending of ${kind}`);
  }
}

/** Throws for evidence of a kind it does not know. */
export function mended(facts: RadarFacts, evidence: Evidence): RadarFacts {
  const { kind, about } = evidence;
  if (about.type === 'objective' || about.type === 'key-result') {
    const mendKeyResult = keyResultMends[kind];
    const mendObjective = objectiveMends[kind];
    if (about.type === 'key-result' ? !mendKeyResult : !mendObjective) throw new Error(`The tests know no mending of ${kind}`);
    return {
      ...facts,
      objectives: facts.objectives.map((objective) => ({
        ...objective,
        ...(objective.id === about.id ? mendObjective?.(objective) : {}),
        ...(about.type === 'key-result'
          ? {
              keyResults: objective.keyResults.map((keyResult) =>
                keyResult.id === about.id ? { ...keyResult, ...mendKeyResult?.(keyResult, facts.today) } : keyResult,
              ),
            }
          : {}),
      })),
    };
  }
  return mendPlace(facts, evidence);
}
