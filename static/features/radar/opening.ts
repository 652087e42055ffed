/**
 * What opens when one follows a piece of evidence. As data: who shows it knows the dialogs and pages. Null where nothing of that sort is there.
 */
import type { Level } from '../../../src/domain/home';
import type { Evidence } from '../../../src/domain/radar/evidence';
import type { ObjectivePart } from '../project-okrs/objective-part';

/** What opens over the list of scores, which is still there afterwards. */
export type OpenedInPlace =
  | { readonly type: 'edit-objective' | 'edit-key-result' | 'check-in'; readonly id: string }
  | { readonly type: 'orphans' | 'sight'; readonly projectId: string }
  | { readonly type: 'readiness' | 'close-cycle'; readonly cycleId: string }
  | { readonly type: 'week' }
  | { readonly type: 'votes' };

export type Opening =
  /** The details of an objective, from their beginning or at one of their parts. */
  | { readonly type: 'objective'; readonly id: string; readonly part: ObjectivePart | null }
  | { readonly type: 'key-result'; readonly id: string }
  | { readonly type: 'new-key-result'; readonly objectiveId: string }
  | OpenedInPlace
  /** The list of objectives, narrowed down to an owner or a level. */
  | { readonly type: 'list'; readonly owner: string | null; readonly level: Level | null }
  | { readonly type: 'closing'; readonly cycleId: string }
  | { readonly type: 'view'; readonly view: 'alignment' | 'check-ins' };

/** Where in an objective's details that stands which a piece of evidence is about. */
function partOf(kind: Evidence['kind']): ObjectivePart | null {
  switch (kind) {
    case 'few-key-results':
    case 'many-key-results':
      return 'key-results';
    case 'unread':
    case 'not-acknowledged':
    case 'low-turnout':
    case 'votes-apart':
    case 'open-concerns':
      return 'buy-in';
    case 'declined':
    case 'unanswered':
    case 'skips-level':
      return 'alignment';
    case 'no-owner':
    case 'owner-left':
      return 'ownership';
    default:
      return null;
  }
}

/** What it names. */
export function namedBy({ kind, about }: Evidence): Opening | null {
  switch (about.type) {
    case 'objective':
      return { ...about, part: partOf(kind) };
    case 'key-result':
      return about;
    case 'home':
      if (kind === 'orphan-work' && about.home.level === 'project') return { type: 'orphans', projectId: about.home.projectId };
      return { type: 'list', owner: null, level: about.home.level };
    case 'person':
      return about.projectId === null ? { type: 'list', owner: about.id, level: null } : { type: 'sight', projectId: about.projectId };
    case 'cycle':
      if (kind === 'no-digest') return { type: 'week' };
      return { type: kind === 'not-graded' || kind === 'not-closed' ? 'closing' : 'readiness', cycleId: about.id };
  }
}
