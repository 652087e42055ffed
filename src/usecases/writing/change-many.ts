/**
 * The same change of up to a hundred objectives or key results: each under its own version and with its own record, all in one commit statement. So
 * the number of SQL requests does not depend on how many there are (about thirty at most). Asking again is told from changing again by the id the
 * browser sends.
 */
import type { Input } from '../../contract/api';
import type { BulkOutcome } from '../../contract/writing';
import { projectIdsOf } from '../../domain/home';
import type { BulkEdit } from '../../store/bulk-edits';
import type { FieldChangeRecord } from '../../store/plan-changes';
import { alignmentChanges, contributionChange } from '../alignment/alignment';
import { askForSync } from '../sync/ask-for-sync';
import { checkDates } from '../key-results/check-key-result';
import type { Actor, Deps } from '../deps';
import { keyResultsUnder } from '../objectives/key-results-under';
import { loadOpenCycle } from '../load';
import { changeIdOf, loadMany, type Changeable } from './load-many';
import { conflict, invalid, OkrError } from '../okr-error';
import { archived, fieldChange, requireReason, restored } from '../history/plan-change';
import { recompute } from '../progress/recompute';
import { announceHistory, requestHistory } from '../history/request-history';
import { requireActive } from '../people/require-active';
import { rollUpObjectives } from '../progress/roll-up-objectives';
import { asksReason, spanOf } from '../views';

type Many = Input<'changeMany'>;

/** What follows from the change, by id. */
type Effect = {
  /** Key results whose facts change. */
  readonly dirty: readonly string[];
  /** Key results whose days are told anew. */
  readonly retold: readonly string[];
  /** Key results whose issues nobody has followed. */
  readonly unread: readonly string[];
  readonly rollUp: readonly string[];
};

const text = (value: string | null): string | null => value;

function editOf({ change }: Many, now: number): BulkEdit {
  switch (change.type) {
    case 'owner':
      return { ownerAccountId: change.ownerAccountId };
    case 'due-day':
      return { dueDay: change.dueDay };
    case 'cycle':
      return { cycleId: change.cycleId, alignment: null };
    case 'archive':
      return { archivedAt: now };
    case 'restore':
      return { archivedAt: null };
  }
}

/** `into`: the name of the cycle it goes into. */
function fieldsOf({ change }: Many, { objective, keyResult, cycle }: Changeable, into: string): readonly FieldChangeRecord[] {
  switch (change.type) {
    case 'owner':
      return fieldChange('owner', (keyResult ?? objective).ownerAccountId, change.ownerAccountId, text);
    case 'due-day':
      return fieldChange('due day', keyResult?.dueDay ?? null, change.dueDay, text);
    case 'cycle':
      return [
        ...fieldChange('cycle', cycle.name, into, text),
        ...alignmentChanges(objective.parent, null),
        ...contributionChange(objective.parent, null),
      ];
    case 'archive':
      return archived;
    case 'restore':
      return restored;
  }
}

async function effectOf(deps: Deps, { of, change }: Many, subjects: readonly Changeable[]): Promise<Effect> {
  const ids = subjects.map(({ id }) => id);
  const none: Effect = { dirty: [], retold: [], unread: [], rollUp: [] };
  if (change.type === 'owner') return of === 'objective' ? { ...none, rollUp: ids } : none;
  if (change.type === 'due-day') return { ...none, retold: ids };
  if (of === 'key-result') {
    const dirty = [...new Set([...ids, ...(await deps.store.scope.listSplitters(ids))])];
    return { ...none, dirty, unread: change.type === 'restore' ? ids : [] };
  }
  const { own, splitters } = await keyResultsUnder(deps, ids);
  if (change.type === 'archive') return { ...none, dirty: splitters, rollUp: ids };
  if (change.type === 'restore') return { ...none, dirty: [...new Set([...own, ...splitters])], unread: own, rollUp: ids };
  const former = subjects.flatMap(({ objective }) => objective.parent?.parentId ?? []);
  return { ...none, dirty: splitters, retold: own, rollUp: [...new Set([...ids, ...former])] };
}

/** What is wrong with the change for one of them; null where nothing is. */
function refusalOf({ change }: Many, { keyResult, cycle }: Changeable): string | null {
  if (change.type !== 'due-day' || keyResult === null) return null;
  const span = spanOf({ startDay: keyResult.startDay, dueDay: change.dueDay }, cycle);
  try {
    checkDates(span.startDay, span.dueDay);
    return null;
  } catch (error) {
    if (error instanceof OkrError) return error.message;
    throw error;
  }
}

/** Nothing to write: it is so already. */
function isSo({ change }: Many, { objective, keyResult }: Changeable): boolean {
  if (change.type === 'owner') return (keyResult ?? objective).ownerAccountId === change.ownerAccountId;
  if (change.type === 'due-day') return keyResult?.dueDay === change.dueDay;
  return change.type === 'cycle' && objective.cycleId === change.cycleId;
}

function checkKind({ of, change }: Many): void {
  if (of === 'objective' && change.type === 'due-day')
    throw invalid('change.type', 'An objective has no due day of its own. Change those of its key results, or its cycle.');
  if (of === 'key-result' && change.type === 'cycle')
    throw invalid('change.type', 'A key result is in the cycle of its objective. Move the objective.');
}

async function commit(
  deps: Deps,
  actor: Actor,
  input: Many,
  subjects: readonly Changeable[],
  into: string,
): Promise<ReadonlyMap<string, number>> {
  const effect = await effectOf(deps, input, subjects);
  await deps.store.planChanges.addAll(
    subjects.map((subject) => ({
      id: changeIdOf(input, subject.id),
      subject: { type: input.of, id: subject.id },
      beforeId: subject.changeId,
      at: deps.now(),
      byAccountId: actor.accountId,
      reason: input.reason ?? null,
      fields: fieldsOf(input, subject, into),
      isLast: false,
    })),
  );
  await deps.store.numbers.markDirty(effect.dirty, deps.now());
  await deps.store.rollUps.mark(effect.rollUp);
  await announceHistory(deps, effect.retold);
  const rows = subjects.map(({ id, version }) => ({ id, version, changeId: changeIdOf(input, id) }));
  const changed = await deps.store.bulkEdits.run(input.of, rows, editOf(input, deps.now()));
  await requestHistory(deps, effect.retold);
  if (effect.unread.length > 0) {
    await deps.store.pendingIssues.noteScopes(effect.unread, deps.newId(), deps.now());
    await askForSync(deps);
  }
  const moved = await recompute(deps, effect.dirty, 'own');
  const touched = input.of === 'key-result' && effect.dirty.length === 0 ? subjects.map(({ id }) => id) : [];
  await recompute(deps, touched, 'none');
  const above = await rollUpObjectives(deps, effect.rollUp);
  const homes = projectIdsOf(subjects.map(({ objective }) => objective.home));
  await deps.publish({
    projectIds: [...new Set([...homes, ...moved, ...above])],
    keyResultIds: [...effect.dirty, ...touched],
    issueIds: [],
  });
  return changed;
}

export async function changeMany(deps: Deps, actor: Actor, input: Many): Promise<readonly BulkOutcome[]> {
  checkKind(input);
  const { change } = input;
  const { changeable, outcomes, today } = await loadMany(deps, actor, input);
  if (change.type === 'owner') await requireActive(deps, actor, change.ownerAccountId, null);
  const into = change.type === 'cycle' ? (await loadOpenCycle(deps, change.cycleId)).cycle : null;
  if (into !== null) await deps.store.cycles.add(into);
  const refusals = new Map(changeable.map((subject) => [subject.id, refusalOf(input, subject)]));
  const subjects = changeable.filter((subject) => refusals.get(subject.id) === null && !isSo(input, subject));
  const settled = new Map(changeable.filter((subject) => isSo(input, subject)).map(({ id, version }) => [id, version]));
  requireReason(
    input.reason,
    change.type === 'due-day' && subjects.some(({ keyResult, cycle }) => keyResult !== null && asksReason(keyResult, cycle, today)),
  );
  const changed = subjects.length === 0 ? new Map<string, number>() : await commit(deps, actor, input, subjects, into?.name ?? '');
  return input.subjects.map(({ id }): BulkOutcome => {
    const known = outcomes.get(id);
    if (known !== undefined) return known;
    const message = refusals.get(id) ?? null;
    if (message !== null) return { id, outcome: 'refused', message };
    const version = settled.get(id) ?? changed.get(id);
    if (version !== undefined) return { id, outcome: 'changed', version };
    return {
      id,
      outcome: 'conflict',
      message: conflict(input.of === 'objective' ? 'objective' : 'key result', 'Reload to see the change.').message,
    };
  });
}
