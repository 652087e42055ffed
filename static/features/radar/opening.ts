/**
 * What opens when one follows a piece of evidence, and what opens to mend it. As data: who shows it knows the dialogs and pages. Null where
 * nothing of that sort is there.
 */
import type { Derailer } from '../../../src/domain/radar/derailers';
import type { Evidence } from '../../../src/domain/radar/evidence';

/** What opens over the list of scores, which is still there afterwards. */
export type OpenedInPlace =
  { readonly type: 'edit-objective' | 'edit-key-result'; readonly id: string } | { readonly type: 'orphans'; readonly projectId: string };

export type Opening =
  | { readonly type: 'objective' | 'key-result'; readonly id: string }
  | OpenedInPlace
  | { readonly type: 'view'; readonly view: 'objectives' | 'alignment' | 'check-ins' | 'settings' };

/** What it names. */
export function namedBy({ kind, about }: Evidence): Opening | null {
  switch (about.type) {
    case 'objective':
    case 'key-result':
      return about;
    case 'home':
      if (kind === 'orphan-work' && about.home.level === 'project') return { type: 'orphans', projectId: about.home.projectId };
      return { type: 'view', view: 'objectives' };
    case 'person':
      return about.projectId === null ? { type: 'view', view: 'objectives' } : { type: 'orphans', projectId: about.projectId };
    case 'cycle':
      return kind === 'no-digest' ? null : { type: 'view', view: 'settings' };
  }
}

export type Fix = { readonly label: string; readonly opens: Opening };

const checkIns = { type: 'view', view: 'check-ins' } as const;

/** The next step about one piece of evidence. */
export function fixOf(evidence: Evidence): Fix | null {
  const { kind, about } = evidence;
  const named = namedBy(evidence);
  const details = (label: string): Fix | null => (named === null ? null : { label, opens: named });
  const edit = (label: string): Fix | null => {
    if (about.type === 'objective') return { label, opens: { type: 'edit-objective', id: about.id } };
    return about.type === 'key-result' ? { label, opens: { type: 'edit-key-result', id: about.id } } : null;
  };
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
      return details('Open set-up');
    case 'not-graded':
    case 'not-closed':
      return details('Close the cycle');
    case 'few-key-results':
      return details('Add a key result');
    case 'many-key-results':
      return details('Show key results');
    case 'no-path':
    case 'skips-level':
      return edit('Align it');
    case 'no-support':
      return { label: 'Open the map', opens: { type: 'view', view: 'alignment' } };
    case 'orphan-work':
    case 'no-line-of-sight':
      return details('Link work');
    case 'idle':
    case 'no-past':
      return details('Open it');
    case 'assigned-to-others':
    case 'no-owner':
    case 'owner-left':
      return details('Take or hand over');
    case 'bare-check-ins':
    case 'overdue':
    case 'blocked':
      return { label: 'Check in', opens: checkIns };
    case 'unread':
      return details('Read it');
    case 'no-digest':
      return null;
    case 'no-measure':
      return details('Pick a source');
    case 'no-data':
      return details('Record a value');
    case 'not-acknowledged':
      return details('Acknowledge');
    case 'weak-wording':
      return edit('Rewrite it');
    case 'low-turnout':
      return details('Ask for votes');
    case 'votes-apart':
      return details('See the votes');
    case 'open-concerns':
      return details('Open the concerns');
    case 'declined':
    case 'unanswered':
      return details('See the contribution');
  }
}

/** Words for what is missing, by derailer, where the first step is not the mending of something that was found. */
export const firstSteps: Readonly<Partial<Record<Derailer, Fix>>> = {
  communicated: { label: 'Check in', opens: checkIns },
  'followed-up': { label: 'Check in', opens: checkIns },
};
