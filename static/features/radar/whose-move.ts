/** Who has to take a step that the viewer may not take. Only to say so: the backend decides again at every request. */
import type { KeyResultView, ObjectiveView } from '../../../src/contract/okr';
import type { EvidenceSubject } from '../../../src/domain/radar/evidence';
import { leadsOf, ownedKeyResult, ownedObjective, type Rights } from '../project-okrs/rights';
import type { By } from './fix';

export type WhoseMove = { readonly type: 'person'; readonly accountId: string } | { readonly type: 'role'; readonly words: string };

/** Of the viewer, and of the objectives on the page. */
type Known = { readonly rights: Rights; readonly accountId: string | null; readonly objectives: readonly ObjectiveView[] };

type Found = { readonly objective: ObjectiveView; readonly keyResult: KeyResultView | null };

function find(about: EvidenceSubject, objectives: readonly ObjectiveView[]): Found | null {
  for (const objective of objectives) {
    if (about.type === 'objective' && objective.id === about.id) return { objective, keyResult: null };
    if (about.type !== 'key-result') continue;
    const keyResult = objective.keyResults.find(({ id }) => id === about.id);
    if (keyResult) return { objective, keyResult };
  }
  return null;
}

/** Its owner, as long as they are there, or those who answer for the place. */
function moverOf({ objective, keyResult }: Found): WhoseMove {
  const owner = [keyResult, objective].find((each) => each !== null && each.ownerAccountId !== null && !each.ownerInactive);
  if (owner?.ownerAccountId) return { type: 'person', accountId: owner.ownerAccountId };
  return { type: 'role', words: leadsOf(objective.home) };
}

/** Null: the viewer's own, or not known (yet). */
export function whoseMove(by: By, about: EvidenceSubject, { rights, accountId, objectives }: Known): WhoseMove | null {
  if (by === 'anybody') return null;
  if (by === 'set-up') {
    const company = { level: 'company' } as const;
    return rights.whyNotPlan(company) === null ? null : { type: 'role', words: leadsOf(company) };
  }
  const found = find(about, objectives);
  if (found === null) return null;
  const { objective, keyResult } = found;
  if (by === 'owner') return (keyResult ?? objective).ownerAccountId === accountId ? null : moverOf(found);
  const owned = keyResult === null ? ownedObjective(objective) : ownedKeyResult(keyResult, objective);
  if (rights.whyNotChange(owned) === null) return null;
  const contributorIds = [...objective.contributorIds, ...(keyResult?.contributorIds ?? [])];
  if (by === 'recorders' && rights.mayRecord({ ...owned, contributorIds })) return null;
  return moverOf(found);
}
