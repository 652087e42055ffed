/** The radar as the browser shows it: ten scores, what was found as far as the viewer may see it, and the weeks before. */
import type { Derailer } from '../domain/radar/derailers';
import type { Evidence, Missing } from '../domain/radar/evidence';
import type { Home } from '../domain/home';
import type { RadarThresholds } from '../domain/radar/thresholds';
import type { CycleView } from './okr';

export type SpokeView = {
  readonly derailer: Derailer;
  /** 0..100, unrounded; null: too little is known, and `missing` says what. */
  readonly score: number | null;
  readonly missing: Missing | null;
  /** What takes most first, at most twenty. */
  readonly evidence: readonly Evidence[];
  /** How much there is that the viewer may see, and how much more that they may not. */
  readonly total: number;
  readonly hidden: number;
  /** The weeks that are on record, earliest first, each by its Monday; this week's is in it as of the last daily look. */
  readonly trend: readonly { readonly weekDay: string; readonly score: number | null }[];
};

export type RadarView = {
  readonly cycle: CycleView;
  readonly today: string;
  readonly thresholds: RadarThresholds;
  /** In the order of the derailers. */
  readonly spokes: readonly SpokeView[];
  /** What the evidence is about. */
  readonly objectives: readonly { readonly id: string; readonly key: string; readonly title: string; readonly home: Home }[];
  readonly keyResults: readonly { readonly id: string; readonly key: string; readonly title: string; readonly objectiveId: string }[];
  readonly cycles: readonly { readonly id: string; readonly name: string }[];
  /** Live ones, by name: what one may look at from the company, and where its objectives live. */
  readonly groups: readonly { readonly id: string; readonly name: string }[];
};
