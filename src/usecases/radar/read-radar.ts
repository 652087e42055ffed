/**
 * Reads what the radar of some objectives of a cycle is made of: a dozen SQL requests, four more for each further 150 objectives, and no call to
 * Jira. What grows with what people do is read in those parts, so that no answer comes near the limit of the platform however large the site is.
 */
import { encloses, previousCycle } from '../../domain/cycle';
import { projectIdsOf, type Home } from '../../domain/home';
import type { CycleRecord } from '../../store/cycles';
import type { GroupRecord } from '../../store/groups';
import type { RadarKeyResultRecord } from '../../store/radar-key-results';
import type { AlignedRecord, GradedHome, RadarObjectiveRecord, RoundRecord, VoiceRecord } from '../../store/radar-objectives';
import { chunksOf } from '../../store/statement';
import type { Condition } from '../../store/visible';
import type { AppDeps } from '../deps';
import { loadsOfHomes } from '../forecast/loads-of-homes';
import { seenIn } from '../views';
import type { RadarSite } from './radar-site';

export type RadarRecords = {
  readonly site: RadarSite;
  readonly cycle: CycleRecord;
  /** The cycle that ended last before this one, unless it was a draft; null: there is none. */
  readonly previous: CycleRecord | null;
  readonly today: string;
  /** By number. */
  readonly objectives: readonly RadarObjectiveRecord[];
  readonly keyResults: readonly RadarKeyResultRecord[];
  /** What is not private, of this cycle and those around it. */
  readonly aligned: readonly AlignedRecord[];
  readonly cycleIds: readonly string[];
  readonly groups: readonly GroupRecord[];
  readonly voices: readonly VoiceRecord[];
  readonly rounds: readonly RoundRecord[];
  /** Who has issues in the scope of which objective. */
  readonly assignees: readonly { readonly objectiveId: string; readonly accountId: string }[];
  /** Work in progress by project and by whose it is. */
  readonly hands: readonly {
    readonly projectId: string;
    readonly accountId: string | null;
    readonly work: number;
    readonly serving: number;
  }[];
  readonly owned: ReadonlyMap<string, number>;
  /** What each place has taken on over all running cycles ÷ what it finishes by then, where both are known. */
  readonly loads: readonly { readonly home: Home; readonly load: number }[];
  /** Objectives of the cycle before, by where they live. */
  readonly graded: readonly GradedHome[];
  /** Who has chosen to get a digest, or to get none. */
  readonly digest: ReadonlyMap<string, boolean>;
};

/** With five key results each, what is read of a part stays well below a megabyte an answer. */
const OBJECTIVES_A_PART = 150;

/** Narrows to one part of the objectives after the other; `objectives` are those it holds for, by number. */
const partsOf = (which: Condition, objectives: readonly RadarObjectiveRecord[]): readonly Condition[] =>
  chunksOf(
    objectives.map(({ number }) => number),
    OBJECTIVES_A_PART,
  ).map((numbers) => ({
    sql: `${which.sql} AND o.number >= ? AND o.number <= ?`,
    params: [...which.params, Math.min(...numbers), Math.max(...numbers)],
  }));

async function inParts<T>(parts: readonly Condition[], read: (part: Condition) => Promise<readonly T[]>): Promise<readonly T[]> {
  const all: T[] = [];
  for (const part of parts) all.push(...(await read(part)));
  return all;
}

async function readHands(deps: AppDeps, projectIds: readonly string[], cycle: CycleRecord): Promise<RadarRecords['hands']> {
  const counts = await deps.store.workCounts.list(projectIds, cycle.id);
  const projectOf = new Map([...counts].flatMap(([projectId, { count }]) => (count === null ? [] : [[count.countId, projectId] as const])));
  const hands = await deps.store.coverage.listHands([...projectOf.keys()], cycle);
  return hands.map(({ countId, ...hand }) => ({ ...hand, projectId: projectOf.get(countId) ?? '' }));
}

async function readLoads(deps: AppDeps, today: string): Promise<RadarRecords['loads']> {
  const loads = await loadsOfHomes(deps, today);
  return loads.flatMap(({ home, load }) => (load.kind === 'load' ? [{ home, load: load.load }] : []));
}

/** What only places are judged by. */
type OfPlaces = Pick<RadarRecords, 'hands' | 'loads' | 'graded' | 'digest'>;

const noPlaces: OfPlaces = { hands: [], loads: [], graded: [], digest: new Map() };

async function readPlaces(
  deps: AppDeps,
  cycle: CycleRecord,
  previous: CycleRecord | null,
  today: string,
  objectives: readonly RadarObjectiveRecord[],
): Promise<OfPlaces> {
  const { store } = deps;
  return {
    hands: await readHands(deps, projectIdsOf(objectives.map(({ home }) => home)), cycle),
    loads: cycle.state === 'running' ? await readLoads(deps, today) : [],
    graded: previous === null ? [] : await store.radarObjectives.listGraded(previous.id),
    digest: await store.personChoices.listDigest(),
  };
}

/** `of`: a single objective is judged without what is of places. */
export async function readRadar(
  deps: AppDeps,
  site: RadarSite,
  cycle: CycleRecord,
  which: Condition,
  of: 'places' | 'objective',
): Promise<RadarRecords> {
  const { store } = deps;
  const { today } = seenIn(cycle, site.on);
  const cycleIds = site.cycles.filter((each) => encloses(each, cycle)).map(({ id }) => id);
  const kept = site.cycles.filter(({ state }) => state !== 'draft');
  const previous = previousCycle(cycle, kept) ?? null;
  const objectives = await store.radarObjectives.list(cycle.id, which);
  const parts = partsOf(which, objectives);
  return {
    site,
    cycle,
    previous,
    today,
    objectives,
    keyResults: await inParts(parts, (part) => store.radarKeyResults.list(cycle.id, part, cycle.startDay, today)),
    aligned: await store.radarObjectives.listAligned(cycleIds),
    cycleIds,
    groups: await store.groups.list(),
    voices: await inParts(parts, (part) => store.radarObjectives.listVoices(cycle.id, part)),
    rounds: await inParts(parts, (part) => store.radarObjectives.listRounds(cycle.id, part)),
    assignees: await inParts(parts, (part) => store.objectivePeople.listAssignees(cycle.id, part)),
    owned: await store.radarKeyResults.countOwned(cycle.id),
    ...(of === 'objective' ? noPlaces : await readPlaces(deps, cycle, previous, today, objectives)),
  };
}
