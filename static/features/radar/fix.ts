/** The next step about what was found, and who takes it. As data; whether the viewer is one of them is asked elsewhere. */
import type { Evidence, Missing } from '../../../src/domain/radar/evidence';
import { namedBy, type Opening } from './opening';

/** Who takes a step: whoever may change what it is about, record its progress, or set up cycles; its owner alone; anybody. */
export type By = 'changers' | 'recorders' | 'set-up' | 'owner' | 'anybody';

export type Fix = { readonly label: string; readonly opens: Opening; readonly by: By };

const theWeek: Fix = { label: 'Share the week', opens: { type: 'week' }, by: 'anybody' };

/** The next steps about one piece of evidence, the one to take first first. */
export function fixesOf(evidence: Evidence): readonly Fix[] {
  const { kind, about } = evidence;
  const named = namedBy(evidence);
  const details = (label: string, by: By = 'anybody'): readonly Fix[] => (named === null ? [] : [{ label, opens: named, by }]);
  const edit = (label: string): readonly Fix[] => {
    if (about.type === 'objective') return [{ label, opens: { type: 'edit-objective', id: about.id }, by: 'changers' }];
    return about.type === 'key-result' ? [{ label, opens: { type: 'edit-key-result', id: about.id }, by: 'changers' }] : [];
  };
  const checkIn = (): readonly Fix[] =>
    about.type === 'key-result' ? [{ label: 'Check in', opens: { type: 'check-in', id: about.id }, by: 'recorders' }] : [];
  switch (kind) {
    case 'too-hard':
    case 'too-safe':
    case 'strained':
      return details('See levers');
    case 'large-step':
      return edit('Change the target');
    case 'overcommitted':
    case 'too-many-objectives':
      return details('Show objectives');
    case 'owns-many':
      return details('Hand over');
    case 'no-themes':
    case 'capacity-not-looked-at':
      return details('Open set-up', 'set-up');
    case 'not-graded':
      return details('Grade them');
    case 'not-closed':
      return about.type === 'cycle' ? [{ label: 'Close the cycle', opens: { type: 'close-cycle', cycleId: about.id }, by: 'set-up' }] : [];
    case 'few-key-results':
      return about.type === 'objective'
        ? [{ label: 'Add a key result', opens: { type: 'new-key-result', objectiveId: about.id }, by: 'changers' }]
        : [];
    case 'many-key-results':
      return details('Show key results');
    case 'no-path':
    case 'skips-level':
      return edit('Align it');
    case 'no-support':
      return [{ label: 'Open the map', opens: { type: 'view', view: 'alignment' }, by: 'anybody' }];
    case 'orphan-work':
    case 'no-line-of-sight':
      return details('Link work');
    case 'idle':
    case 'no-past':
      return details('Open it');
    case 'assigned-to-others':
      return details('Hand over', 'changers');
    case 'no-owner':
    case 'owner-left':
      return details('Take or hand over');
    case 'bare-check-ins':
    case 'overdue':
    case 'blocked':
      return checkIn();
    case 'unread':
      return [{ ...theWeek, by: 'owner' }, ...details('Read it')];
    case 'no-digest':
      return [theWeek];
    case 'no-measure':
      return details('Pick a source', 'recorders');
    case 'no-data':
      return details('Record a value', 'recorders');
    case 'not-acknowledged':
      return details('Acknowledge');
    case 'weak-wording':
      return edit('Rewrite it');
    case 'low-turnout':
      return details('Ask for votes', 'changers');
    case 'votes-apart':
      return details('See the votes');
    case 'open-concerns':
      return details('Open the concerns');
    case 'declined':
    case 'unanswered':
      return details('See the contribution');
  }
}

/** The first step where there is too little to judge; null: it takes time. `objectiveId`: what is looked at is one objective. */
export function firstStepOf(missing: Missing, objectiveId: string | null): Fix | null {
  if (missing.kind !== 'few-votes') return null;
  const opens: Opening = objectiveId === null ? { type: 'votes' } : { type: 'objective', id: objectiveId, part: 'buy-in' };
  return { label: 'Ask for votes', opens, by: 'anybody' };
}
