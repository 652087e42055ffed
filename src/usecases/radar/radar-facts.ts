/** Turns what was read into the facts of a place or an objective, by which the rules judge. Pure; the same records serve every place of a cycle. */
import { dayOf } from '../../domain/calendar';
import { coachKeyResult, coachObjective } from '../../domain/quality/coach';
import type { Coached } from '../../domain/quality/verdict';
import { dayCount } from '../../domain/radar/day-count';
import type { KeyResultFacts, ObjectiveFacts, RadarFacts, SetUpFacts, WordingFacts } from '../../domain/radar/facts';
import type { RadarKeyResultRecord } from '../../store/radar-key-results';
import type { RadarObjectiveRecord, RoundRecord, VoiceRecord } from '../../store/radar-objectives';
import { keyResultProgressView, spanOf } from '../views';
import { belongsTo, livesIn, type RadarPlace } from './radar-place';
import type { RadarRecords } from './read-radar';
import { waysUp, type WayUp } from './way-up';

type Kept = { readonly objective: RadarObjectiveRecord; readonly keyResults: readonly RadarKeyResultRecord[] };

const later = (a: string, b: string): string => (a < b ? b : a);

function wordingOf({ strength, checks }: Coached): WordingFacts {
  if (strength === null) return null;
  const judged = (verdict: string): readonly string[] => checks.flatMap((check) => (check.verdict === verdict ? [check.rule] : []));
  const failed = judged('fail');
  return { strength, rules: failed.length > 0 ? failed : judged('warn') };
}

/** |target − start| ÷ |start|. */
const stepOf = ({ measure }: RadarKeyResultRecord): number | null =>
  measure.kind === 'metric' && measure.start !== 0 ? Math.abs((measure.target - measure.start) / measure.start) : null;

function keyResultFacts(record: RadarKeyResultRecord, { site, cycle }: RadarRecords): KeyResultFacts {
  const { measure, startDay, dueDay, title, dismissed, movedAt, createdAt } = record;
  const span = spanOf({ startDay, dueDay }, cycle);
  const view = keyResultProgressView({ ...record, kind: measure.kind, healthOverride: null }, cycle, site.on);
  const plan = { hasOwner: record.ownerAccountId !== null, hasDue: true };
  return {
    id: record.id,
    ownerAccountId: record.ownerAccountId,
    ownerInactive: record.ownerInactive,
    wording: wordingOf(coachKeyResult({ title, measure, plan }, site.lexicon, dismissed)),
    sinceDay: later(span.startDay, dayOf(createdAt)),
    isDone: view.computedHealth === 'done',
    chance: record.chance,
    firstChance: record.firstChance,
    strain: record.strain,
    step: stepOf(record),
    isMeasured: record.progress !== null,
    valueDay: record.valueDay,
    hasPast: record.hasPast,
    openIssues: record.openIssues,
    ownIssues: record.ownIssues,
    movedDay: movedAt === null ? null : dayOf(movedAt),
    checkIns: record.checkIns,
    wordedCheckIns: record.wordedCheckIns,
    checkInDueDay: view.attention.dueDay,
    blockedSince: record.blockedSince,
  };
}

/** What belongs to each objective, in the order given. */
function byObjectiveId<T extends { readonly objectiveId: string }>(items: readonly T[]): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const group = groups.get(item.objectiveId);
    if (group === undefined) groups.set(item.objectiveId, [item]);
    else group.push(item);
  }
  return groups;
}

const without = (ids: readonly (string | null)[], owner: string | null): ReadonlySet<string> =>
  new Set(ids.flatMap((id) => (id === null || id === owner ? [] : [id])));

/** What people have said of an objective. */
type Said = {
  readonly voices: readonly VoiceRecord[];
  readonly rounds: readonly RoundRecord[];
  readonly assignees: RadarRecords['assignees'];
};

function objectiveFacts(
  { objective, keyResults }: Kept,
  { voices, rounds, assignees }: Said,
  records: RadarRecords,
): Omit<ObjectiveFacts, keyof WayUp> {
  const { site, cycle, today } = records;
  const { id, contribution, ownerAccountId } = objective;
  // Those of whom its details say how many have acknowledged it (buy-in/get-buy-in.ts). Whoever works on something private need not know of it.
  const people = without(
    [
      ...[objective, ...keyResults].flatMap((each) => [each.ownerAccountId, ...each.contributorIds]),
      ...(objective.isPrivate ? [] : assignees.map(({ accountId }) => accountId)),
    ],
    null,
  );
  const closed = rounds.find(({ isClosed }) => isClosed);
  const open = rounds.find(({ isClosed }) => !isClosed);
  return {
    id,
    home: objective.home,
    ownerAccountId,
    ownerInactive: objective.ownerInactive,
    wording: wordingOf(coachObjective(objective.title, site.lexicon, objective.dismissed)),
    sinceDay: later(cycle.startDay, dayOf(objective.createdAt)),
    isSupported: objective.isSupported,
    contribution: contribution && {
      state: contribution.state,
      days: dayCount(dayOf(contribution.at), today),
    },
    people: people.size,
    acknowledged: voices.filter(({ acknowledged, accountId }) => acknowledged && people.has(accountId)).length,
    readers: objective.readers,
    stances: voices.filter(({ stance }) => stance !== null).length,
    supporters: voices.filter(({ stance }) => stance === 'support').length,
    openConcerns: voices.filter(({ stance, isSettled }) => stance === 'concern' && !isSettled).length,
    votes:
      closed === undefined ? null : { asked: closed.asked, voted: closed.voted, lowest: closed.lowest ?? 0, highest: closed.highest ?? 0 },
    openVote: open === undefined ? null : { asked: open.asked, voted: open.voted },
    keyResults: keyResults.map((each) => keyResultFacts(each, records)),
  };
}

type Home = Exclude<RadarPlace, { type: 'objective' }>;

function setUpFacts(place: Home, { cycle, previous, graded }: RadarRecords): SetUpFacts {
  const before = graded.filter(({ home }) => livesIn(place, home));
  const { themes, capacity } = cycle;
  return {
    hasThemes: themes.length > 0,
    capacityLookedAt: capacity !== null,
    previous:
      previous === null || before.length === 0
        ? null
        : {
            id: previous.id,
            endDay: previous.endDay,
            isClosed: previous.state === 'closed',
            ungraded: before.reduce((sum, { ungraded }) => sum + ungraded, 0),
          },
  };
}

function handFacts(place: Home, { hands }: RadarRecords): Pick<RadarFacts, 'work' | 'workers'> {
  const own = hands.filter(({ projectId }) => livesIn(place, { level: 'project', projectId }));
  const work = new Map<string, { work: number; serving: number }>();
  for (const { projectId, work: pieces, serving } of own) {
    const sum = work.get(projectId) ?? { work: 0, serving: 0 };
    work.set(projectId, { work: sum.work + pieces, serving: sum.serving + serving });
  }
  return {
    work: [...work].map(([projectId, share]) => ({ projectId, ...share })),
    workers: own.flatMap(({ projectId, accountId, work: issues, serving: reaching }) =>
      accountId === null ? [] : [{ projectId, accountId, issues, reaching }],
    ),
  };
}

function digestFacts(kept: readonly Kept[], { site, digest }: RadarRecords): RadarFacts['digest'] {
  const people = without(
    kept.flatMap(({ objective, keyResults }) =>
      [objective, ...keyResults].flatMap(({ ownerAccountId, contributorIds }) => [ownerAccountId, ...contributorIds]),
    ),
    null,
  );
  const gets = (accountId: string): boolean => site.sendsDigest && (digest.get(accountId) ?? true);
  return { people: people.size, without: [...people].filter((accountId) => !gets(accountId)).length };
}

function ownerFacts(kept: readonly Kept[], { owned }: RadarRecords): RadarFacts['owners'] {
  const owners = without(
    kept.flatMap(({ keyResults }) => keyResults.map(({ ownerAccountId }) => ownerAccountId)),
    null,
  );
  return [...owners].sort().map((accountId) => ({ accountId, keyResults: owned.get(accountId) ?? 0 }));
}

/** Makes the facts of any place within these records. */
export function radarFactsOf(records: RadarRecords): (place: RadarPlace) => RadarFacts {
  const { cycle, today } = records;
  const wayUp = waysUp(records);
  const byObjective = byObjectiveId(records.keyResults);
  const [voices, rounds, assignees] = [byObjectiveId(records.voices), byObjectiveId(records.rounds), byObjectiveId(records.assignees)];
  const facts = new Map<string, ObjectiveFacts>();
  const factsOf = (kept: Kept): ObjectiveFacts => {
    const { objective } = kept;
    const { id } = objective;
    const said = { voices: voices.get(id) ?? [], rounds: rounds.get(id) ?? [], assignees: assignees.get(id) ?? [] };
    const made = facts.get(objective.id) ?? { ...objectiveFacts(kept, said, records), ...wayUp(objective) };
    facts.set(objective.id, made);
    return made;
  };
  return (place) => {
    const kept = records.objectives
      .filter((objective) => belongsTo(place, objective))
      .map((objective) => ({ objective, keyResults: byObjective.get(objective.id) ?? [] }));
    const whole = {
      today,
      cycle: { id: cycle.id, startDay: cycle.startDay, endDay: cycle.endDay, state: cycle.state },
      objectives: kept.map(factsOf),
      owners: ownerFacts(kept, records),
    };
    if (place.type === 'objective') return { ...whole, setUp: null, loads: [], work: [], workers: [], digest: null };
    const loads = records.loads.filter(({ home }) => livesIn(place, home));
    return { ...whole, loads, setUp: setUpFacts(place, records), ...handFacts(place, records), digest: digestFacts(kept, records) };
  };
}
