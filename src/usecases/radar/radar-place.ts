/** What a radar can be about, and which objectives belong to it. Pure. */
import { homeKey, type Home } from '../../domain/home';
import type { RadarSubject } from '../../store/radar-weeks';
import type { Condition } from '../../store/visible';

export type RadarPlace =
  | { readonly type: 'objective'; readonly id: string }
  | { readonly type: 'project'; readonly projectId: string }
  /** With its projects. */
  | { readonly type: 'group'; readonly groupId: string; readonly projectIds: readonly string[] }
  | { readonly type: 'company' };

export const subjectOf = (place: RadarPlace): RadarSubject => {
  switch (place.type) {
    case 'objective':
      return place;
    case 'project':
      return { type: 'project', id: place.projectId };
    case 'group':
      return { type: 'group', id: place.groupId };
    case 'company':
      return { type: 'company', id: '' };
  }
};

/** What is private is in no place, and has a radar of its own. */
export function belongsTo(
  place: RadarPlace,
  objective: { readonly id: string; readonly home: Home; readonly isPrivate: boolean },
): boolean {
  if (place.type === 'objective') return objective.id === place.id;
  return !objective.isPrivate && livesIn(place, objective.home);
}

/** Whether what lives there is of the place. */
export function livesIn(place: Exclude<RadarPlace, { type: 'objective' }>, home: Home): boolean {
  switch (place.type) {
    case 'project':
      return homeKey(home) === homeKey({ level: 'project', projectId: place.projectId });
    case 'group':
      if (home.level === 'company') return false;
      return home.level === 'group' ? home.groupId === place.groupId : place.projectIds.includes(home.projectId);
    case 'company':
      return true;
  }
}

/** The same for the store, under the alias `o`. */
export function whichOf(place: RadarPlace): Condition {
  switch (place.type) {
    case 'objective':
      return { sql: 'o.id = ?', params: [place.id] };
    case 'project':
      return { sql: "o.private = 0 AND o.level = 'project' AND o.home_id = ?", params: [place.projectId] };
    case 'group': {
      const { groupId, projectIds } = place;
      const members = projectIds.length === 0 ? '' : ` OR (o.level = 'project' AND o.home_id IN (${projectIds.map(() => '?').join(', ')}))`;
      return { sql: `o.private = 0 AND ((o.level = 'group' AND o.home_id = ?)${members})`, params: [groupId, ...projectIds] };
    }
    case 'company':
      return { sql: 'o.private = 0', params: [] };
  }
}

/** Everything of a cycle, private objectives too: for whoever writes down the scores of all of them. */
export const everything: Condition = { sql: '1 = 1', params: [] };
