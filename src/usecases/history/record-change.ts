/**
 * Puts a change on record before it is made: the changed row names the record, in the statement that changes it, so that the record of a change
 * that never came is in no history.
 */
import type { ChangedThing, FieldChangeRecord } from '../../store/plan-changes';
import type { Actor, Deps } from '../deps';

type Changed = ChangedThing & {
  /** The record the row names now; null for the first. */
  readonly changeId: string | null;
};

type How = {
  readonly reason?: string | null | undefined;
  /** The row goes with the change: the record holds once there is none. */
  readonly isLast?: boolean;
};

/** Answers the id that the changed row has to name. */
export async function recordChange(
  deps: Deps,
  actor: Actor,
  { type, id, changeId }: Changed,
  fields: readonly FieldChangeRecord[],
  { reason = null, isLast = false }: How = {},
): Promise<string> {
  // Of what goes there is one last record, however often somebody tries.
  const recordId = isLast ? `${id}-last` : deps.newId();
  await deps.store.planChanges.add({
    id: recordId,
    subject: { type, id },
    beforeId: changeId,
    at: deps.now(),
    byAccountId: actor.accountId,
    reason,
    fields,
    isLast,
  });
  return recordId;
}
