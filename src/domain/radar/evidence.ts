/**
 * What the radar has found, as data: what it is about, and the numbers its sentence needs. No words for a screen, no names of people or issues:
 * whoever shows it looks those up as the person who looks.
 */
import type { LinkState } from '../alignment-forest';
import type { Home } from '../home';

/** What a piece of evidence is about, and so what opens when one follows it. */
export type EvidenceSubject =
  | { readonly type: 'objective'; readonly id: string }
  | { readonly type: 'key-result'; readonly id: string }
  | { readonly type: 'home'; readonly home: Home }
  | { readonly type: 'cycle'; readonly id: string }
  /** `projectId`: where they work; null: what they own, wherever it is. */
  | { readonly type: 'person'; readonly id: string; readonly projectId: string | null };

type About = { readonly about: EvidenceSubject };

export type Evidence = About &
  (
    | { readonly kind: 'too-hard' | 'too-safe'; readonly chance: number }
    /** Needed ÷ recent pace. */
    | { readonly kind: 'strained'; readonly strain: number }
    | { readonly kind: 'large-step'; readonly step: number }
    | { readonly kind: 'overcommitted'; readonly load: number }
    | { readonly kind: 'no-themes' | 'capacity-not-looked-at' }
    | { readonly kind: 'not-graded'; readonly objectives: number }
    | { readonly kind: 'not-closed'; readonly days: number }
    | { readonly kind: 'too-many-objectives'; readonly objectives: number; readonly most: number }
    | { readonly kind: 'few-key-results' | 'many-key-results'; readonly keyResults: number }
    | { readonly kind: 'no-path'; readonly link: LinkState | null }
    | { readonly kind: 'skips-level' | 'no-support' }
    | { readonly kind: 'orphan-work'; readonly orphans: number; readonly work: number }
    | { readonly kind: 'idle'; readonly days: number }
    | { readonly kind: 'bare-check-ins'; readonly bare: number; readonly checkIns: number }
    | { readonly kind: 'unread' }
    | { readonly kind: 'no-digest'; readonly without: number; readonly people: number }
    | { readonly kind: 'no-measure' | 'no-past' }
    | { readonly kind: 'no-data'; readonly days: number }
    | { readonly kind: 'no-line-of-sight'; readonly issues: number }
    | { readonly kind: 'not-acknowledged'; readonly acknowledged: number; readonly people: number }
    /** `rules`: ids of the coach's rules that fail, or, where none fails, that warn. */
    | { readonly kind: 'weak-wording'; readonly strength: number; readonly rules: readonly string[] }
    | { readonly kind: 'overdue'; readonly days: number }
    | { readonly kind: 'blocked'; readonly days: number }
    | { readonly kind: 'no-owner' | 'owner-left' }
    | { readonly kind: 'assigned-to-others'; readonly issues: number }
    | { readonly kind: 'owns-many'; readonly keyResults: number }
    | { readonly kind: 'low-turnout'; readonly voted: number; readonly asked: number }
    | { readonly kind: 'votes-apart'; readonly lowest: number; readonly highest: number }
    | { readonly kind: 'open-concerns'; readonly concerns: number }
    | { readonly kind: 'declined' }
    | { readonly kind: 'unanswered'; readonly days: number }
  );

/** What there is too little of for a score. */
export type Missing =
  | { readonly kind: 'no-objectives' | 'not-begun' | 'no-forecasts' | 'no-words' }
  | { readonly kind: 'few-votes'; readonly voted: number; readonly asked: number };
