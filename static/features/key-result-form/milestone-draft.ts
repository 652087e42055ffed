/** The milestones of a key result as a form holds them: rows of texts as typed. Pure; ids come in. */
import type { Milestone } from '../../../src/domain/model';
import { isWeight } from '../project-okrs/objective-draft';

export type MilestoneDraft = {
  readonly id: string;
  readonly title: string;
  readonly weight: string;
  /** Empty: not reached. */
  readonly reachedDay: string;
};

/** The backend's limit. */
export const mostMilestones = 30;

export const newMilestone = (id: string, title: string): MilestoneDraft => ({ id, title, weight: '1', reachedDay: '' });

export const milestoneDraftsOf = (milestones: readonly Milestone[]): readonly MilestoneDraft[] =>
  milestones.map(({ id, title, weight, reachedDay }) => ({ id, title, weight: String(weight), reachedDay: reachedDay ?? '' }));

/** Expects drafts that `checkMilestones` finds nothing wrong with. */
export const milestonesOf = (drafts: readonly MilestoneDraft[]): readonly Milestone[] =>
  drafts.map(({ id, title, weight, reachedDay }) => ({
    id,
    title: title.trim(),
    weight: Number(weight),
    reachedDay: reachedDay === '' ? null : reachedDay,
  }));

/** Words about the first thing that is wrong with the list; null when nothing is. */
export const checkMilestones = (drafts: readonly MilestoneDraft[]): string | null => {
  if (drafts.length === 0) return 'Add at least one milestone: type its name and press Enter.';
  const nameless = drafts.findIndex(({ title }) => title.trim() === '');
  if (nameless !== -1) return `Milestone ${nameless + 1} has no name. Name it, or remove it.`;
  const weightless = drafts.findIndex(({ weight }) => !isWeight(weight));
  return weightless === -1 ? null : `The weight of milestone ${weightless + 1} must be a number above 0.`;
};

/** Goal and weights: a day on which one was reached is no change of the plan. */
const planOf = (milestones: readonly Milestone[]): string => JSON.stringify(milestones.map(({ title, weight }) => [title, weight]));

export const changesMilestones = (before: readonly Milestone[], after: readonly Milestone[]): boolean => planOf(before) !== planOf(after);

/** The list with the milestone at `from` moved to `to`. */
export const moved = (drafts: readonly MilestoneDraft[], from: number, to: number): readonly MilestoneDraft[] => {
  const milestone = drafts[from];
  return milestone === undefined ? drafts : drafts.toSpliced(from, 1).toSpliced(to, 0, milestone);
};
