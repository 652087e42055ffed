/**
 * The ten scores of an objective, a project, a group or the company as they are now, with what was found and the weeks before: sixteen SQL requests
 * at most, four more for each further 150 objectives, and one Jira call where several projects are looked at. Scores are the same for everyone; evidence
 * is there for those who may see what it is about.
 */
import type { Input } from '../../contract/api';
import type { RadarView, SpokeView } from '../../contract/radar';
import type { Home } from '../../domain/home';
import type { Evidence } from '../../domain/radar/evidence';
import { radarOf, type Spoke } from '../../domain/radar/radar';
import type { CycleRecord } from '../../store/cycles';
import type { Scores } from '../../store/radar-weeks';
import { currentCycle, cycleView } from '../cycles/cycles';
import type { Actor, Deps } from '../deps';
import { loadGroup, loadObjective } from '../load';
import { unknownCycle } from '../okr-error';
import { projectOf, requireSee, visibleHomes } from '../permission';
import { keyResultKey, objectiveKey } from '../views';
import { radarFactsOf } from './radar-facts';
import { subjectOf, whichOf, type RadarPlace } from './radar-place';
import { readRadarSite, type RadarSite } from './radar-site';
import { readRadar, type RadarRecords } from './read-radar';

const MOST_EVIDENCE = 20;

type Asked = { readonly place: RadarPlace; /** Null: as the input says, or the current one. */ readonly cycleId: string | null };

async function placeOf(deps: Deps, actor: Actor, subject: Input<'getRadar'>['subject']): Promise<Asked> {
  switch (subject.type) {
    case 'objective': {
      const objective = await loadObjective(deps, actor, subject.id);
      await requireSee(deps, actor, objective.home, 'objective');
      return { place: subject, cycleId: objective.cycleId };
    }
    case 'project': {
      const projectId = projectOf(actor, subject.projectId);
      await requireSee(deps, actor, { level: 'project', projectId }, 'project');
      return { place: { type: 'project', projectId }, cycleId: null };
    }
    case 'group': {
      const { id, projectIds } = await loadGroup(deps, subject.groupId);
      return { place: { type: 'group', groupId: id, projectIds }, cycleId: null };
    }
    case 'company':
      return { place: subject, cycleId: null };
  }
}

function cycleOf({ cycles, on }: RadarSite, cycleId: string | undefined): CycleRecord {
  const cycle = cycleId === undefined ? currentCycle(cycles, on.today) : cycles.find(({ id }) => id === cycleId);
  if (cycle === undefined) throw unknownCycle();
  return cycle;
}

/** Where what a piece of evidence is about lives; null: nowhere that could be hidden. */
function homesOf({ objectives, keyResults }: RadarRecords): (evidence: Evidence) => Home | null {
  const homes = new Map(objectives.map(({ id, home }) => [id, home]));
  const objectiveOf = new Map(keyResults.map(({ id, objectiveId }) => [id, objectiveId]));
  return ({ about }) => {
    switch (about.type) {
      case 'objective':
        return homes.get(about.id) ?? null;
      case 'key-result':
        return homes.get(objectiveOf.get(about.id) ?? '') ?? null;
      case 'home':
        return about.home;
      case 'person':
        return about.projectId === null ? null : { level: 'project', projectId: about.projectId };
      case 'cycle':
        return null;
    }
  };
}

function spokeView(
  { derailer, score, missing, evidence }: Spoke,
  weeks: readonly { readonly weekDay: string; readonly scores: Scores }[],
  isSeen: (evidence: Evidence) => boolean,
): SpokeView {
  const seen = evidence.filter(isSeen);
  return {
    derailer,
    score,
    missing,
    evidence: seen.slice(0, MOST_EVIDENCE),
    total: seen.length,
    hidden: evidence.length - seen.length,
    trend: weeks.map(({ weekDay, scores }) => ({ weekDay, score: scores[derailer] ?? null })),
  };
}

/** The names of what the evidence is about. */
function namesIn(
  spokes: readonly SpokeView[],
  records: RadarRecords,
  cycles: readonly CycleRecord[],
): Pick<RadarView, 'objectives' | 'keyResults' | 'cycles'> {
  const about = spokes.flatMap(({ evidence }) => evidence.map((each) => each.about));
  const ids = new Set(about.flatMap((each) => ('id' in each ? [each.id] : [])));
  const keyResults = records.keyResults.filter(({ id }) => ids.has(id));
  const above = new Set(keyResults.map(({ objectiveId }) => objectiveId));
  return {
    objectives: records.objectives
      .filter(({ id }) => ids.has(id) || above.has(id))
      .map(({ id, number, title, home }) => ({ id, key: objectiveKey(number), title, home })),
    keyResults: keyResults.map(({ id, number, title, objectiveId }) => ({ id, key: keyResultKey(number), title, objectiveId })),
    cycles: cycles.filter(({ id }) => ids.has(id)).map(({ id, name }) => ({ id, name })),
  };
}

/** Throws `NOT_FOUND` for what the viewer may not see, and `INVALID` for a cycle that nobody knows. */
export async function getRadar(deps: Deps, actor: Actor, input: Input<'getRadar'>): Promise<RadarView> {
  const { place, cycleId } = await placeOf(deps, actor, input.subject);
  const site = await readRadarSite(deps);
  const cycle = cycleOf(site, cycleId ?? input.cycleId);
  const records = await readRadar(deps, site, cycle, whichOf(place), place.type === 'objective' ? 'objective' : 'places');
  const found = radarOf(radarFactsOf(records)(place), site.thresholds);
  const weeks = await deps.store.radarWeeks.list(subjectOf(place), cycle.id);
  const homeOf = homesOf(records);
  const homes = found.flatMap(({ evidence }) => evidence.flatMap((each) => homeOf(each) ?? []));
  const maySee = await visibleHomes(deps, actor, homes);
  const spokes = found.map((spoke) =>
    spokeView(spoke, weeks, (evidence) => {
      const home = homeOf(evidence);
      return home === null || maySee(home);
    }),
  );
  return {
    cycle: cycleView(cycle),
    today: records.today,
    thresholds: site.thresholds,
    spokes,
    ...namesIn(spokes, records, site.cycles),
    groups: records.groups.map(({ id, name }) => ({ id, name })),
  };
}
