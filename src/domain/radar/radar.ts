/**
 * The ten scores of a place or of one objective: each rule reads the same facts, and what it finds becomes a score and a list. Pure; who may see
 * which evidence is not known here.
 */
import { aligned } from './aligned';
import { boughtInto } from './bought-into';
import { communicated } from './communicated';
import { derailers, type Derailer } from './derailers';
import type { Evidence, Missing } from './evidence';
import type { RadarFacts } from './facts';
import { followedUp } from './followed-up';
import { known } from './known';
import { evidenceOf, scoreOf, type Reading } from './measure';
import { monitored } from './monitored';
import { owned } from './owned';
import { planned } from './planned';
import { realistic } from './realistic';
import { radarThresholds, type RadarThresholds } from './thresholds';
import { wellPut } from './well-put';

export type Spoke = {
  readonly derailer: Derailer;
  /** 0..100, unrounded; null: too little is known, and `missing` says what. */
  readonly score: number | null;
  /** What takes most first. */
  readonly evidence: readonly Evidence[];
  readonly missing: Missing | null;
};

const rules: Readonly<Record<Derailer, (facts: RadarFacts, thresholds: RadarThresholds) => Reading>> = {
  realistic,
  planned,
  aligned,
  communicated,
  monitored,
  known,
  'well-put': wellPut,
  'followed-up': followedUp,
  owned,
  'bought-into': boughtInto,
};

export function spokeOf(derailer: Derailer, facts: RadarFacts, thresholds: RadarThresholds = radarThresholds): Spoke {
  const { measures, missing } = rules[derailer](facts, thresholds);
  const score = scoreOf(measures);
  return { derailer, score, evidence: evidenceOf(measures), missing: score === null ? missing : null };
}

/** In the order of the derailers. */
export const radarOf = (facts: RadarFacts, thresholds: RadarThresholds = radarThresholds): readonly Spoke[] =>
  derailers.map((derailer) => spokeOf(derailer, facts, thresholds));
