/** A small forest for the tests of the alignment: a company goal, a group and a project under it, and one project objective that stands alone. */
import type { AlignedObjective, AlignmentPage } from '../../../src/contract/alignment';
import type { Home } from '../../../src/domain/home';
import { q3, q4 } from '../project-okrs/sample-okrs';

export const company: Home = { level: 'company' };
const shops: Home = { level: 'group', groupId: 'g-1' };
export const web: Home = { level: 'project', projectId: '10000' };
export const mobile: Home = { level: 'project', projectId: '10001' };

/** `O-7` has the id `o-7`. `parent`: a human key. */
export const aligned = (
  key: string,
  title: string,
  home: Home,
  parent: string | null = null,
  over: Partial<AlignedObjective> = {},
): AlignedObjective => ({
  id: key.toLowerCase(),
  key,
  rank: 0,
  number: Number(key.slice(2)),
  home,
  cycleId: q4.id,
  title,
  ownerAccountId: 'mia',
  isPrivate: false,
  progress: 0.44,
  expected: 0.57,
  health: 'at-risk',
  parentId: parent?.toLowerCase() ?? null,
  missing: null,
  parentKeyResult: null,
  lostKeyResult: false,
  contribution: null,
  keyResults: [],
  ...over,
});

export const keyResult = (key: string, title: string, over: Partial<AlignedObjective['keyResults'][number]> = {}) => ({
  id: key.toLowerCase(),
  key,
  title,
  progress: 0.5,
  health: 'on-track' as const,
  ...over,
});

export const forest: readonly AlignedObjective[] = [
  aligned('O-1', 'Win the market', company),
  aligned('O-2', 'Shops that sell', shops, 'O-1'),
  aligned('O-3', 'A quick checkout', web, 'O-2', {
    keyResults: [keyResult('KR-3', 'Time to pay'), keyResult('KR-4', 'Conversion', { health: 'off-track' })],
  }),
  aligned('O-4', 'An app like no other', mobile, 'O-2'),
  aligned('O-5', 'Less noise at night', web),
];

export const alignment = (objectives: readonly AlignedObjective[], over: Partial<AlignmentPage> = {}): AlignmentPage => ({
  projectId: '10000',
  cycles: [q3, q4],
  cycle: q4,
  groups: [{ id: 'g-1', name: 'Shops', projectIds: ['10000', '10001'] }],
  objectives,
  totalObjectives: objectives.length,
  nextCursor: null,
  asOf: null,
  ...over,
});
