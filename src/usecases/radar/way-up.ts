/**
 * Whether objectives have a way up to a goal of the company, and over which link. What is private stands in nobody's way: it is under what it is
 * aligned to, and nothing is under it, so nothing can be told of it from the others.
 */
import { alignmentForest, type Aligned, type LinkState, type MissingParent } from '../../domain/alignment-forest';
import { reachingCompany } from '../../domain/line-of-sight';
import type { ObjectiveFacts } from '../../domain/radar/facts';
import type { AlignedRecord, RadarObjectiveRecord } from '../../store/radar-objectives';
import type { RadarRecords } from './read-radar';

export type WayUp = Pick<ObjectiveFacts, 'path' | 'link' | 'skipsLevel'>;

function missingOf({ parentId, parentCycleId, parentIsArchived }: AlignedRecord, cycleIds: readonly string[]): MissingParent | null {
  if (parentId === null) return null;
  if (parentIsArchived) return 'archived';
  return parentCycleId !== null && cycleIds.includes(parentCycleId) ? null : 'other-cycle';
}

export function waysUp({ aligned, cycleIds, groups }: RadarRecords): (objective: RadarObjectiveRecord) => WayUp {
  const objectives = aligned.map((record): Aligned => ({ ...record, missing: missingOf(record, cycleIds) }));
  const forest = alignmentForest(objectives, groups);
  const reaching = reachingCompany(forest);
  const privately = ({ home, contribution }: RadarObjectiveRecord): WayUp => {
    if (home.level === 'company') return { path: 'goal', link: null, skipsLevel: false };
    const state: LinkState | null = contribution === null ? null : contribution.state === 'accepted' ? 'held' : contribution.state;
    const reaches = contribution !== null && state === 'held' && reaching.has(contribution.parentId);
    return { path: reaches ? 'reaches' : 'none', link: state, skipsLevel: false };
  };
  return (objective) => {
    if (objective.isPrivate) return privately(objective);
    const link = forest.linkOf.get(objective.id);
    const isGoal = objective.home.level === 'company';
    return {
      path: isGoal ? 'goal' : reaching.has(objective.id) ? 'reaches' : 'none',
      link: link?.state ?? null,
      skipsLevel: link?.skipsLevel ?? false,
    };
  };
}
