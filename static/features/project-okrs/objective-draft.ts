/** An objective as a form holds it, and the requests made of it. Pure. */
import type { Input } from '../../../src/contract/api';
import type { ObjectiveView } from '../../../src/contract/okr';
import type { Draft } from './draft';

export type ObjectiveField = 'title' | 'description' | 'cycle' | 'owner' | 'weight' | 'reason';
export type ObjectiveDraft = Draft<ObjectiveField>;

export const objectiveFields: Readonly<Record<ObjectiveField, string>> = {
  title: 'Objective',
  description: 'Description',
  cycle: 'Cycle',
  owner: 'Owner',
  weight: 'Weight',
  reason: 'Why the plan changes',
};

/** `cycleId` may be empty while the cycles are still loading. */
export const newObjectiveDraft = (cycleId: string, owner: string | null): ObjectiveDraft => ({
  title: '',
  description: '',
  cycle: cycleId,
  owner: owner ?? '',
  weight: '1',
  reason: '',
});

export const objectiveDraftOf = (objective: ObjectiveView): ObjectiveDraft => ({
  title: objective.title,
  description: objective.description,
  cycle: objective.cycleId,
  owner: objective.ownerAccountId ?? '',
  weight: String(objective.weight),
  reason: '',
});

const weightWords = 'Give a number above 0.';

export const isWeight = (text: string): boolean => text.trim() !== '' && Number(text) > 0 && Number(text) <= 1000;

export const checkObjective = (draft: ObjectiveDraft): Partial<Record<ObjectiveField, string>> => ({
  ...(draft.title.trim() === '' ? { title: 'Say what you want to reach.' } : {}),
  ...(draft.cycle === '' ? { cycle: 'Choose a cycle.' } : {}),
  ...(isWeight(draft.weight) ? {} : { weight: weightWords }),
});

export const createObjectiveInput = (id: string, projectId: string, draft: ObjectiveDraft): Input<'createObjective'> => ({
  id,
  projectId,
  cycleId: draft.cycle,
  title: draft.title.trim(),
  description: draft.description.trim(),
  ownerAccountId: draft.owner === '' ? null : draft.owner,
  weight: Number(draft.weight),
});

export const editObjectiveInput = (objective: ObjectiveView, changes: Partial<ObjectiveDraft>): Input<'editObjective'> => ({
  id: objective.id,
  version: objective.version,
  ...(changes.title === undefined ? {} : { title: changes.title.trim() }),
  ...(changes.description === undefined ? {} : { description: changes.description.trim() }),
  ...(changes.cycle === undefined ? {} : { cycleId: changes.cycle }),
  ...(changes.owner === undefined ? {} : { ownerAccountId: changes.owner === '' ? null : changes.owner }),
  ...(changes.weight === undefined ? {} : { weight: Number(changes.weight) }),
  ...(changes.reason === undefined || changes.reason.trim() === '' ? {} : { reason: changes.reason.trim() }),
});
