/**
 * Which resolutions take a finished issue out of scope. The list is a setting; this is what it starts as.
 * Only a done issue can be cancelled: a resolution on open work is a leftover of Jira's workflow, not an end.
 */
import type { StatusCategory } from './model';

export const defaultExcludedResolutions: readonly string[] = [
  "Won't Do",
  "Won't Fix",
  'Duplicate',
  'Cannot Reproduce',
  'Incomplete',
  'Invalid',
  'Declined',
  'Rejected',
  'Abandoned',
  'Obsolete',
  'Cancelled',
  'Canceled',
  'Not a Bug',
  'Works as Designed',
];

const plain = (name: string): string => name.trim().toLowerCase().replaceAll('’', "'");

/** Names compare without regard to case and to the form of the apostrophe. */
export function isCancelled(statusCategory: StatusCategory, resolution: string | null, excluded: readonly string[]): boolean {
  if (statusCategory !== 'done' || resolution === null) return false;
  const name = plain(resolution);
  return excluded.some((candidate) => plain(candidate) === name);
}
