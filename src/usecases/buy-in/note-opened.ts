/**
 * Writes down that somebody has opened objectives, each once and for all: sent by the browser after it has shown them, so that no reading waits for it.
 * One SQL request where all of them were opened before, else two; one Jira call where some live in projects that are not open.
 */
import type { Input } from '../../contract/api';
import type { Actor, Deps } from '../deps';
import { notFound } from '../okr-error';
import { visibleHomes } from '../permission';

/** Throws `NOT_FOUND` where the person may not see one of them; then nothing is written. */
export async function noteOpened(deps: Deps, actor: Actor, { objectiveIds }: Input<'noteOpened'>): Promise<null> {
  const ids = [...new Set(objectiveIds)];
  const known = await deps.store.objectiveReaders.listKnown(actor.accountId, ids);
  if (known.length < ids.length) throw notFound('objective');
  const unopened = known.filter(({ isOpened }) => !isOpened);
  if (unopened.length === 0) return null;
  const maySee = await visibleHomes(
    deps,
    actor,
    unopened.map(({ home }) => home),
  );
  if (!unopened.every(({ home }) => maySee(home))) throw notFound('objective');
  await deps.store.objectiveReaders.addOpened(
    actor.accountId,
    unopened.map(({ id }) => id),
    deps.now(),
  );
  return null;
}
