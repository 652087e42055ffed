/**
 * Writes down the scores of the week: of every objective, project, group and of the company, in each running cycle that spans the day. A dozen SQL
 * requests a cycle, four more for each further 150 objectives, and one for every thousand subjects. Each row is a commit of its own and is written again the next day, so a run that dies
 * leaves nothing to mend. Rows of places are made without private objectives.
 */
import { mondayOf } from '../../domain/calendar';
import { projectIdsOf } from '../../domain/home';
import { radarOf } from '../../domain/radar/radar';
import type { RadarWeekRecord, Scores } from '../../store/radar-weeks';
import type { AppDeps } from '../deps';
import { radarFactsOf } from './radar-facts';
import { everything, subjectOf, type RadarPlace } from './radar-place';
import { readRadarSite } from './radar-site';
import { readRadar, type RadarRecords } from './read-radar';

function placesIn({ objectives, groups }: RadarRecords): readonly RadarPlace[] {
  const open = objectives.filter(({ isPrivate }) => !isPrivate);
  return [
    { type: 'company' },
    ...groups.map(({ id, projectIds }): RadarPlace => ({ type: 'group', groupId: id, projectIds })),
    ...projectIdsOf(open.map(({ home }) => home)).map((projectId): RadarPlace => ({ type: 'project', projectId })),
    ...objectives.map(({ id }): RadarPlace => ({ type: 'objective', id })),
  ];
}

export async function takeRadar(deps: AppDeps): Promise<void> {
  const site = await readRadarSite(deps);
  const { today } = site.on;
  const running = site.cycles.filter((cycle) => cycle.state === 'running' && cycle.startDay <= today && today <= cycle.endDay);
  for (const cycle of running) {
    const records = await readRadar(deps, site, cycle, everything, 'places');
    if (records.objectives.length === 0) continue;
    const factsOf = radarFactsOf(records);
    const weeks = placesIn(records).map((place): RadarWeekRecord => {
      const spokes = radarOf(factsOf(place), site.thresholds);
      const scores: Scores = Object.fromEntries(spokes.flatMap(({ derailer, score }) => (score === null ? [] : [[derailer, score]])));
      return { subject: subjectOf(place), cycleId: cycle.id, weekDay: mondayOf(today), scores };
    });
    await deps.store.radarWeeks.write(weeks);
  }
}
