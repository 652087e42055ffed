/** A radar for screens: the ten scores of a project, one of them missing. */
import type { RadarView, SpokeView } from '../../../src/contract/radar';
import { derailers, type Derailer } from '../../../src/domain/radar/derailers';
import { radarThresholds } from '../../../src/domain/radar/thresholds';

export const spoke = (derailer: Derailer, over: Partial<SpokeView> = {}): SpokeView => ({
  derailer,
  score: 100,
  missing: null,
  evidence: [],
  total: (over.evidence ?? []).length,
  hidden: 0,
  trend: [],
  ...over,
});

/** Those given, and the others with nothing found. */
export const radar = (spokes: readonly SpokeView[], over: Partial<RadarView> = {}): RadarView => ({
  cycle: {
    id: 'q4',
    name: 'Q4 2026',
    startDay: '2026-10-01',
    endDay: '2026-12-31',
    state: 'running',
    closedDay: null,
    themes: [],
    capacity: null,
    version: 1,
  },
  today: '2026-11-20',
  thresholds: radarThresholds,
  spokes: derailers.map((derailer) => spokes.find((each) => each.derailer === derailer) ?? spoke(derailer)),
  objectives: [{ id: 'o-1', key: 'O-1', title: 'Checkout feels instant', home: { level: 'project', projectId: '10000' } }],
  keyResults: [{ id: 'kr-31', key: 'KR-31', title: 'Seconds to pay', objectiveId: 'o-1' }],
  cycles: [{ id: 'q3', name: 'Q3 2026' }],
  groups: [],
  ...over,
});
