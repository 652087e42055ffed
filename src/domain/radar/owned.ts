/** Owned: everything has an owner who is there, nobody owns more than they can keep, and whoever owns a key result has a hand in its work. */
import type { ObjectiveFacts, RadarFacts } from './facts';
import type { EvidenceSubject } from './evidence';
import { half, keyResultSubject, measureOf, objectiveSubject, whole, type Finding, type Reading } from './measure';
import type { RadarThresholds } from './thresholds';

type Owned = Pick<ObjectiveFacts, 'ownerAccountId' | 'ownerInactive'> & { readonly about: EvidenceSubject; readonly strangers: number };

function judgeOwned({ about, ownerAccountId, ownerInactive, strangers }: Owned): readonly Finding[] {
  if (ownerAccountId === null) return [whole({ kind: 'no-owner', about })];
  if (ownerInactive) return [whole({ kind: 'owner-left', about })];
  return strangers > 0 ? [half({ kind: 'assigned-to-others', about, issues: strangers })] : [];
}

export function owned({ objectives, owners }: RadarFacts, limits: RadarThresholds): Reading {
  const things = objectives.flatMap((objective): readonly Owned[] => [
    { ...objective, about: objectiveSubject(objective), strangers: 0 },
    ...objective.keyResults.map((keyResult) => ({
      ...keyResult,
      about: keyResultSubject(keyResult),
      strangers: keyResult.ownIssues === 0 ? keyResult.openIssues : 0,
    })),
  ]);
  return {
    measures: [
      measureOf(things, judgeOwned),
      measureOf(owners, ({ accountId, keyResults }) =>
        keyResults > limits.mostOwned
          ? [whole({ kind: 'owns-many', about: { type: 'person', id: accountId, projectId: null }, keyResults })]
          : [],
      ),
    ],
    missing: { kind: 'no-objectives' },
  };
}
