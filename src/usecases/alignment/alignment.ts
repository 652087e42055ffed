/**
 * What an objective is to be aligned to, checked: it must be there for the person, not private, of a cycle that spans its own, and not below it.
 * Whoever may answer for the parent has accepted by aligning; for everybody else the contribution waits for an answer.
 */
import { wouldLoop } from '../../domain/alignment';
import { encloses } from '../../domain/cycle';
import type { AlignmentRecord, ContributionRecord } from '../../store/alignment-columns';
import type { CycleRecord } from '../../store/cycles';
import type { KeyResultRecord } from '../../store/key-result-row';
import type { ObjectiveRecord } from '../../store/objective-row';
import type { FieldChangeRecord } from '../../store/plan-changes';
import type { Actor, Deps } from '../deps';
import { loadCycle } from '../load';
import { invalid } from '../okr-error';
import { mayDo, visibleHomes } from '../permission';
import { fieldChange } from '../history/plan-change';

/** The objective that is aligned. */
type Below = {
  /** Null while it is being created: then nothing is below it. */
  readonly id: string | null;
  readonly cycle: CycleRecord;
};

type Wanted = { readonly parentId: string; readonly parentKeyResultId: string | null };

/** What an input asks for; undefined: that it stays as it is, null: nothing. */
export function wantedParent(input: {
  readonly parentId?: string | null | undefined;
  readonly parentKeyResultId?: string | null | undefined;
}): Wanted | null | undefined {
  const { parentId, parentKeyResultId = null } = input;
  if (typeof parentId === 'string') return { parentId, parentKeyResultId };
  if (parentKeyResultId !== null) throw invalid('parentKeyResultId', 'Say which objective this key result belongs to.');
  return parentId;
}

const refused = (why: string): Error => invalid('parentId', `${why} Pick another objective.`);

async function checkParent(deps: Deps, actor: Actor, below: Below, parentId: string): Promise<ObjectiveRecord> {
  const parent = await deps.store.objectives.findFor(actor.accountId, parentId);
  if (parent === null || !(await visibleHomes(deps, actor, [parent.home]))(parent.home) || parent.archivedAt !== null)
    throw refused('That objective does not exist any more, or you may not see it.');
  if (parent.audience !== null) throw refused('That objective is private, and nothing is aligned to what is private.');
  const { cycle } = await loadCycle(deps, parent.cycleId);
  if (!encloses(cycle, below.cycle)) throw refused('That objective belongs to a cycle that does not span this one.');
  if (cycle.state === 'closed') throw refused(`${cycle.name} is closed, so nothing new is aligned to what is in it.`);
  if (below.id !== null && wouldLoop(await deps.store.objectives.listParents(), below.id, parentId))
    throw refused('That objective is this one, or is aligned to it.');
  return parent;
}

async function checkKeyResult(deps: Deps, parentId: string, keyResultId: string): Promise<KeyResultRecord> {
  const keyResult = await deps.store.keyResults.find(keyResultId);
  if (keyResult === null || keyResult.archivedAt !== null || keyResult.objectiveId !== parentId)
    throw invalid('parentKeyResultId', 'That key result does not exist any more, or belongs to another objective. Pick another one.');
  return keyResult;
}

/** The answer that whoever asks gives or has to wait for. `words` are for those who answer. At most one Jira call and one SQL request. */
export async function contributionOf(
  deps: Deps,
  actor: Actor,
  parent: { readonly objective: ObjectiveRecord; readonly keyResult: KeyResultRecord | null },
  words: string | null,
): Promise<ContributionRecord> {
  const { objective, keyResult } = parent;
  const thing = { home: objective.home, objective, ...(keyResult === null ? {} : { keyResult }) };
  const answers = await mayDo(deps, actor, 'answer contributions', thing);
  return { state: answers ? 'accepted' : 'waiting', byAccountId: actor.accountId, at: deps.now(), words: answers ? null : words };
}

/** Throws `INVALID` on `parentId` or `parentKeyResultId`. */
export async function alignmentTo(
  deps: Deps,
  actor: Actor,
  below: Below,
  { parentId, parentKeyResultId }: Wanted,
  words: string | null,
): Promise<AlignmentRecord> {
  const objective = await checkParent(deps, actor, below, parentId);
  const keyResult = parentKeyResultId === null ? null : await checkKeyResult(deps, parentId, parentKeyResultId);
  return { parentId, parentKeyResultId, contribution: await contributionOf(deps, actor, { objective, keyResult }, words) };
}

/** The same for one that exists. What stays aligned to the same thing keeps the answer it has. */
export async function realignment(
  deps: Deps,
  actor: Actor,
  objective: ObjectiveRecord,
  cycle: CycleRecord,
  wanted: Wanted,
  words: string | null,
): Promise<AlignmentRecord> {
  const alignment = await alignmentTo(deps, actor, { id: objective.id, cycle }, wanted, words);
  const { parent } = objective;
  const stays = parent?.parentId === wanted.parentId && (parent.keyResult?.id ?? null) === wanted.parentKeyResultId;
  return stays ? { ...alignment, contribution: parent.contribution } : alignment;
}

/** What changes of the plan, for its record. */
export const alignmentChanges = (
  before: AlignmentRecord | null,
  after: AlignmentRecord | null | undefined,
): readonly FieldChangeRecord[] => [
  ...fieldChange('parent', before, after, (alignment) => alignment?.parentId ?? null),
  ...fieldChange('parent key result', before, after, (alignment) => alignment?.parentKeyResultId ?? null),
];

/** How the parent's side stands to it, for the record. */
export const contributionChange = (
  before: AlignmentRecord | null,
  after: AlignmentRecord | null | undefined,
): readonly FieldChangeRecord[] => fieldChange('contribution', before, after, (alignment) => alignment?.contribution.state ?? null);
