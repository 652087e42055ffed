/** An objective as a form holds it, what is missing in it, and the requests made of it. Pure. */
import type { Input } from '../../../src/contract/api';
import type { ObjectiveView } from '../../../src/contract/okr';
import { ambitions, type Ambition } from '../../../src/domain/closing/ambition';
import type { Home } from '../../../src/domain/home';
import type { DismissedRule } from '../../../src/domain/quality/dismissed-rule';
import { objectiveRuleIds } from '../../../src/domain/quality/rule-ids';
import { dismissalChange, dismissals } from '../quality/dismissals';

type ObjectiveText =
  | 'title'
  | 'description'
  | 'cycle'
  | 'owner'
  | 'weight'
  | 'ambition'
  | 'parent'
  | 'words'
  | 'privacy'
  | 'rollUp'
  | 'override'
  | 'overrideProgress'
  | 'overrideReason'
  | 'overrideUntil'
  | 'reason';
export type ObjectiveDraft = Readonly<Record<ObjectiveText, string>> & { readonly dismissedRules: readonly DismissedRule[] };
export type ObjectiveField = keyof ObjectiveDraft;
export type ObjectiveWords = Partial<Record<ObjectiveField, string>>;

export const objectiveFields: Readonly<Record<ObjectiveField, string>> = {
  title: 'Objective',
  description: 'Description',
  dismissedRules: 'Dismissed rules of wording',
  cycle: 'Cycle',
  owner: 'Owner',
  weight: 'Weight',
  ambition: 'Ambition',
  parent: 'Aligned to',
  words: 'What should they know?',
  privacy: 'Who may see it',
  rollUp: 'Its progress counts',
  override: 'Where its progress comes from',
  overrideProgress: 'Progress (%)',
  overrideReason: 'Why it is written in',
  overrideUntil: 'Holds through',
  reason: 'Why does the plan change?',
};

/** `cycleId` may be empty while the cycles are still loading. */
export const newObjectiveDraft = (cycleId: string, owner: string | null): ObjectiveDraft => ({
  title: '',
  description: '',
  dismissedRules: [],
  cycle: cycleId,
  owner: owner ?? '',
  weight: '1',
  ambition: 'committed',
  parent: '',
  words: '',
  privacy: 'open',
  rollUp: 'key-results',
  override: 'computed',
  overrideProgress: '',
  overrideReason: '',
  overrideUntil: '',
  reason: '',
});

/** What an objective is aligned to, that its viewer cannot see. */
const unseenParent = '?';

/** A parent as the form holds it: an objective's id, or `objective/key result`; empty for none. */
const parentText = (parent: ObjectiveView['parent']): string => {
  if (parent === null) return '';
  if (parent.objective === null) return unseenParent;
  const { id, keyResult } = parent.objective;
  return keyResult === null ? id : `${id}/${keyResult.id}`;
};

const parentInput = (text: string): { readonly parentId: string | null; readonly parentKeyResultId?: string } => {
  const [parentId = '', parentKeyResultId] = text.split('/');
  if (parentId === '') return { parentId: null };
  return { parentId, ...(parentKeyResultId === undefined ? {} : { parentKeyResultId }) };
};

/** Not the percent of a screen: what is typed back must be the ratio again. */
const percentTyped = (ratio: number): string => String(Number((ratio * 100).toFixed(6)));

export const objectiveDraftOf = (objective: ObjectiveView): ObjectiveDraft => ({
  ...newObjectiveDraft(objective.cycleId, objective.ownerAccountId),
  title: objective.title,
  description: objective.description,
  dismissedRules: objective.dismissedRules,
  weight: String(objective.weight),
  ambition: objective.ambition,
  parent: parentText(objective.parent),
  privacy: objective.audience === null ? 'open' : 'private',
  rollUp: objective.rollUp,
  ...(objective.override === null
    ? {}
    : {
        override: 'written',
        overrideProgress: percentTyped(objective.override.progress),
        overrideReason: objective.override.reason,
        overrideUntil: objective.override.untilDay,
      }),
});

export const isWeight = (text: string): boolean => text.trim() !== '' && Number(text) > 0 && Number(text) <= 1000;

const checkOverride = ({ override, overrideProgress, overrideReason, overrideUntil }: ObjectiveDraft): ObjectiveWords =>
  override === 'written'
    ? {
        ...(overrideProgress.trim() !== '' && Number(overrideProgress) >= 0 && Number(overrideProgress) <= 100
          ? {}
          : { overrideProgress: 'Give a percentage from 0 to 100.' }),
        ...(overrideReason.trim() === '' ? { overrideReason: 'Say why, for those who see it beside the number.' } : {}),
        ...(overrideUntil === '' ? { overrideUntil: 'Give the last day on which it holds.' } : {}),
      }
    : {};

export const checkObjective = (draft: ObjectiveDraft): ObjectiveWords => ({
  ...(draft.title.trim() === '' ? { title: 'Say what you want to reach.' } : {}),
  ...(draft.cycle === '' ? { cycle: 'Choose a cycle.' } : {}),
  ...(isWeight(draft.weight) ? {} : { weight: 'Give a number above 0, at most 1000.' }),
  ...checkOverride(draft),
});

export const createObjectiveInput = (id: string, home: Home, draft: ObjectiveDraft): Input<'createObjective'> => ({
  id,
  home,
  cycleId: draft.cycle,
  title: draft.title.trim(),
  description: draft.description.trim(),
  ...dismissals(draft.dismissedRules, objectiveRuleIds),
  ownerAccountId: draft.owner === '' ? null : draft.owner,
  weight: Number(draft.weight),
  ambition: ambitionOf(draft),
  ...(draft.parent === '' ? {} : { ...parentInput(draft.parent), ...(draft.words.trim() === '' ? {} : { words: draft.words.trim() }) }),
  ...(draft.privacy === 'private' ? { audience: [] } : {}),
});

type Edit = Input<'editObjective'>;

/** An objective that goes to another cycle loses its parent there: alignment holds within a cycle. */
export const moves = (objective: ObjectiveView, draft: ObjectiveDraft): boolean => draft.cycle !== objective.cycleId;

const ambitionOf = ({ ambition }: ObjectiveDraft): Ambition => ambitions.find((each) => each === ambition) ?? 'committed';

const planChanges = (objective: ObjectiveView, draft: ObjectiveDraft): Partial<Edit> => ({
  ...(ambitionOf(draft) === objective.ambition ? {} : { ambition: ambitionOf(draft) }),
  ...(Number(draft.weight) === objective.weight ? {} : { weight: Number(draft.weight) }),
  ...(moves(objective, draft) || draft.parent === parentText(objective.parent) ? {} : parentInput(draft.parent)),
  ...(draft.rollUp === objective.rollUp ? {} : { rollUp: draft.rollUp === 'with-children' ? 'with-children' : 'key-results' }),
});

const overrideChange = (before: ObjectiveDraft, draft: ObjectiveDraft): Partial<Edit> => {
  if (draft.override !== 'written') return before.override === 'written' ? { override: null } : {};
  const same =
    before.override === 'written' &&
    Number(draft.overrideProgress) === Number(before.overrideProgress) &&
    draft.overrideReason.trim() === before.overrideReason &&
    draft.overrideUntil === before.overrideUntil;
  if (same) return {};
  return {
    override: { progress: Number(draft.overrideProgress) / 100, reason: draft.overrideReason.trim(), untilDay: draft.overrideUntil },
  };
};

/** Whether saving this has to be given a reason: the plan has begun, and its ambition, weight, alignment or roll-up change. */
export const objectiveNeedsReason = (objective: ObjectiveView, draft: ObjectiveDraft): boolean =>
  objective.asksReason && !moves(objective, draft) && Object.keys(planChanges(objective, draft)).length > 0;

/** Null when the draft changes nothing. */
export const editObjectiveInput = (objective: ObjectiveView, draft: ObjectiveDraft): Edit | null => {
  const before = objectiveDraftOf(objective);
  const changes: Partial<Edit> = {
    ...(draft.title.trim() === before.title ? {} : { title: draft.title.trim() }),
    ...(draft.description.trim() === before.description ? {} : { description: draft.description.trim() }),
    ...dismissalChange(before.dismissedRules, draft.dismissedRules, objectiveRuleIds),
    ...(moves(objective, draft) ? { cycleId: draft.cycle } : {}),
    ...(draft.owner === before.owner ? {} : { ownerAccountId: draft.owner === '' ? null : draft.owner }),
    ...planChanges(objective, draft),
    ...overrideChange(before, draft),
  };
  if (Object.keys(changes).length === 0) return null;
  const reason = objectiveNeedsReason(objective, draft) ? { reason: draft.reason.trim() } : {};
  return { id: objective.id, version: objective.version, ...changes, ...reason };
};

/** Words at what cannot be saved as it is. */
export const checkObjectiveEdit = (objective: ObjectiveView, draft: ObjectiveDraft): ObjectiveWords => ({
  ...checkObjective(draft),
  ...(objectiveNeedsReason(objective, draft) && draft.reason.trim() === ''
    ? { reason: 'The plan has begun: say in a few words why it changes.' }
    : {}),
});
