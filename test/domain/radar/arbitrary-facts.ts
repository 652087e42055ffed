/** Any facts the radar may be given, within what can be true at once. */
import fc from 'fast-check';
import type { Home } from '../../../src/domain/home';
import type { KeyResultFacts, ObjectiveFacts, RadarFacts } from '../../../src/domain/radar/facts';
import { soundFacts, soundKeyResult, soundObjective } from './sound-facts';

const count = fc.integer({ min: 0, max: 8 });
const ratio = fc.double({ min: 0, max: 1, noNaN: true });
const day = fc.integer({ min: 1, max: 30 }).map((date) => `2026-1${date % 2}-${String(date).padStart(2, '0')}`);
const maybe = <T>(some: fc.Arbitrary<T>) => fc.option(some, { nil: null });
/** A whole and a part of it. */
const parted = fc.tuple(count, count).map(([a, b]) => [Math.max(a, b), Math.min(a, b)] as const);

const wording = maybe(fc.record({ strength: fc.integer({ min: 0, max: 100 }), rules: fc.constant([]) }));
const owned = { ownerAccountId: maybe(fc.constant('someone')), ownerInactive: fc.boolean(), wording, sinceDay: day };

const keyResult: fc.Arbitrary<KeyResultFacts> = fc
  .record({
    ...owned,
    isDone: fc.boolean(),
    chance: maybe(ratio),
    firstChance: maybe(ratio),
    strain: maybe(fc.double({ min: 0, max: 4, noNaN: true })),
    step: maybe(fc.double({ min: 0, max: 4, noNaN: true })),
    isMeasured: fc.boolean(),
    valueDay: maybe(day),
    hasPast: fc.boolean(),
    issues: parted,
    movedDay: maybe(day),
    told: parted,
    checkInDueDay: maybe(day),
    blockedSince: maybe(day),
  })
  .map(({ issues: [openIssues, ownIssues], told: [checkIns, wordedCheckIns], ...rest }) => ({
    ...soundKeyResult,
    ...rest,
    openIssues,
    ownIssues,
    checkIns,
    wordedCheckIns,
  }));

const homes: readonly Home[] = [{ level: 'company' }, { level: 'group', groupId: 'g-1' }, { level: 'project', projectId: '10000' }];

const objective: fc.Arbitrary<ObjectiveFacts> = fc
  .record({
    ...owned,
    home: fc.constantFrom(...homes),
    path: fc.constantFrom('goal', 'reaches', 'none'),
    link: fc.constantFrom('held', 'waiting', 'loop', null),
    skipsLevel: fc.boolean(),
    isSupported: fc.boolean(),
    contribution: maybe(fc.record({ state: fc.constantFrom('accepted', 'waiting', 'declined'), days: fc.integer({ min: 0, max: 20 }) })),
    shared: parted,
    readers: count,
    stances: fc.tuple(count, count, count),
    votes: maybe(fc.tuple(parted, fc.integer({ min: 0, max: 10 }), fc.integer({ min: 0, max: 10 }))),
    openVote: maybe(parted.map(([asked, voted]) => ({ asked, voted }))),
    keyResults: fc.array(keyResult, { maxLength: 7 }),
  })
  .map(({ shared, stances: [supporters, openConcerns, settled], votes, ...rest }) => ({
    ...soundObjective,
    ...rest,
    people: shared[0],
    acknowledged: shared[1],
    stances: supporters + openConcerns + settled,
    supporters,
    openConcerns,
    votes:
      votes === null
        ? null
        : { asked: votes[0][0], voted: votes[0][1], lowest: Math.min(votes[1], votes[2]), highest: Math.max(votes[1], votes[2]) },
  }));

const withIds = (objectives: readonly ObjectiveFacts[]): readonly ObjectiveFacts[] =>
  objectives.map((each, at) => ({
    ...each,
    id: `o-${at}`,
    keyResults: each.keyResults.map((one, index) => ({ ...one, id: `kr-${at}-${index}` })),
  }));

export const anyFacts: fc.Arbitrary<RadarFacts> = fc
  .record({
    state: fc.constantFrom('draft', 'running', 'closed'),
    objectives: fc.array(objective, { maxLength: 8 }),
    setUp: maybe(
      fc.record({
        hasThemes: fc.boolean(),
        capacityLookedAt: fc.boolean(),
        previous: maybe(
          fc.record({ id: fc.constant('before'), endDay: fc.constant('2026-09-30'), isClosed: fc.boolean(), ungraded: count }),
        ),
      }),
    ),
    loads: fc.array(fc.double({ min: 0, max: 4, noNaN: true }), { maxLength: 3 }),
    work: fc.array(parted, { maxLength: 3 }),
    workers: fc.array(parted, { maxLength: 4 }),
    owners: fc.array(count, { maxLength: 4 }),
    digest: maybe(parted),
  })
  .map(({ state, objectives, loads, work, workers, owners, digest, setUp }) => ({
    ...soundFacts,
    cycle: { ...soundFacts.cycle, state },
    objectives: withIds(objectives),
    setUp,
    loads: loads.map((load, at) => ({ home: { level: 'project', projectId: String(at) }, load })),
    work: work.map(([pieces, serving], at) => ({ projectId: String(at), work: pieces, serving })),
    workers: workers.map(([issues, reaching], at) => ({ projectId: '10000', accountId: `a-${at}`, issues, reaching })),
    owners: owners.map((keyResults, at) => ({ accountId: `a-${at}`, keyResults })),
    digest: digest === null ? null : { people: digest[0], without: digest[1] },
  }));
