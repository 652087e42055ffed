/** Facts in which nothing is wrong, for tests to change: an objective, a key result, a place. */
import type { KeyResultFacts, ObjectiveFacts, RadarFacts, SetUpFacts } from '../../../src/domain/radar/facts';

export const soundKeyResult: KeyResultFacts = {
  id: 'kr',
  ownerAccountId: 'someone',
  ownerInactive: false,
  wording: null,
  sinceDay: '2026-10-01',
  isDone: false,
  chance: null,
  firstChance: null,
  strain: null,
  step: null,
  isMeasured: true,
  valueDay: null,
  hasPast: true,
  openIssues: 0,
  ownIssues: 0,
  movedDay: null,
  checkIns: 0,
  wordedCheckIns: 0,
  checkInDueDay: null,
  blockedSince: null,
};

export const soundObjective: ObjectiveFacts = {
  id: 'o',
  home: { level: 'project', projectId: '10000' },
  ownerAccountId: 'someone',
  ownerInactive: false,
  wording: null,
  sinceDay: '2026-10-01',
  path: 'reaches',
  link: 'held',
  skipsLevel: false,
  isSupported: false,
  contribution: null,
  people: 0,
  acknowledged: 0,
  readers: 1,
  stances: 0,
  supporters: 0,
  openConcerns: 0,
  votes: null,
  openVote: null,
  keyResults: [],
};

export const soundSetUp: SetUpFacts = { hasThemes: true, capacityLookedAt: true, previous: null };

export const soundFacts: RadarFacts = {
  today: '2026-11-20',
  cycle: { id: '2026-q4', startDay: '2026-10-01', endDay: '2026-12-31', state: 'running' },
  objectives: [],
  setUp: null,
  loads: [],
  work: [],
  workers: [],
  owners: [],
  digest: null,
};
