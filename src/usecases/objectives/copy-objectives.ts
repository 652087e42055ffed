/**
 * Copies objectives with their key results into a cycle: one beside its original, or a set from an earlier cycle, aligned among themselves as the
 * originals are. Ids of what is copied along follow from those the browser sends, so that asking again completes what was cut off and makes nothing
 * twice. What is private stays private.
 */
import type { Input } from '../../contract/api';
import type { CopiedObjectives } from '../../contract/writing';
import { encloses } from '../../domain/cycle';
import { homeKey, projectIdsOf, type Home } from '../../domain/home';
import type { AlignmentRecord, ContributionRecord } from '../../store/alignment-columns';
import type { KeyResultCopy, ObjectiveCopy, SourceCopy } from '../../store/copies';
import type { CycleRecord } from '../../store/cycles';
import type { KeyResultRecord } from '../../store/key-result-row';
import { writeMilestones } from '../../store/milestones';
import type { ObjectiveRecord } from '../../store/objective-row';
import { askForSync } from '../sync/ask-for-sync';
import { contributionOf } from '../alignment/alignment';
import { withSelf } from '../people/audience';
import type { Actor, Deps } from '../deps';
import { loadCycles, loadGroup, loadOpenCycle } from '../load';
import { idTaken, notFound, OkrError } from '../okr-error';
import { requireMay, visibleHomes } from '../permission';
import { recompute } from '../progress/recompute';
import { announceHistory, requestHistory } from '../history/request-history';
import { rollUpObjectives } from '../progress/roll-up-objectives';
import { objectiveKey } from '../views';

const MOST_KEY_RESULTS = 500;

type Copying = Input<'copyObjectives'>;

/** In the order asked for. */
async function loadOriginals(deps: Deps, actor: Actor, copies: Copying['copies']): Promise<readonly ObjectiveRecord[]> {
  const found = await deps.store.objectives.listFor(
    actor.accountId,
    copies.map(({ fromId }) => fromId),
  );
  const maySee = await visibleHomes(
    deps,
    actor,
    found.map(({ home }) => home),
  );
  const byId = new Map(found.map((objective) => [objective.id, objective]));
  return copies.map(({ fromId }) => {
    const original = byId.get(fromId);
    if (original?.archivedAt !== null || !maySee(original.home)) throw notFound('objective');
    return original;
  });
}

/** Each home once: whoever may not add objectives to one of them copies nothing. */
async function requireMayAdd(deps: Deps, actor: Actor, homes: readonly Home[]): Promise<void> {
  for (const home of new Map(homes.map((one) => [homeKey(one), one])).values()) {
    if (home.level === 'group') await loadGroup(deps, home.groupId);
    await requireMay(deps, actor, 'add objectives', home.level, { home });
  }
}

/** What copies of those aligned to an objective are aligned to, and how that side stands to them. */
type ParentOfCopies = { readonly id: string; readonly contribution: ContributionRecord };

/** By what the originals are aligned to: its copy, or that itself where its cycle spans the new one. */
async function parentsOf(
  deps: Deps,
  actor: Actor,
  originals: readonly ObjectiveRecord[],
  idOf: ReadonlyMap<string, string>,
  cycle: CycleRecord,
): Promise<ReadonlyMap<string, ParentOfCopies>> {
  const outside = originals.flatMap(({ parent }) => (parent === null || idOf.has(parent.parentId) ? [] : [parent.parentId]));
  const found = await deps.store.objectives.listFor(actor.accountId, [...new Set(outside)]);
  const maySee = await visibleHomes(
    deps,
    actor,
    found.map(({ home }) => home),
  );
  const { cycles } = await loadCycles(deps);
  const stays = found.filter(({ home, archivedAt, audience, cycleId }) => {
    const above = cycles.find(({ id }) => id === cycleId);
    return archivedAt === null && audience === null && maySee(home) && above !== undefined && encloses(above, cycle);
  });
  const parents = new Map<string, ParentOfCopies>();
  for (const objective of stays)
    parents.set(objective.id, {
      id: objective.id,
      contribution: await contributionOf(deps, actor, { objective, keyResult: null }, null),
    });
  const own = { state: 'accepted', byAccountId: actor.accountId, at: deps.now(), words: null } as const;
  for (const [fromId, id] of idOf) parents.set(fromId, { id, contribution: own });
  return parents;
}

function alignmentOf(
  { parent }: ObjectiveRecord,
  parents: ReadonlyMap<string, ParentOfCopies>,
  keyResultOf: ReadonlyMap<string, string>,
): AlignmentRecord | null {
  const above = parent === null ? undefined : parents.get(parent.parentId);
  if (parent === null || above === undefined) return null;
  const keyResultId = parent.keyResult?.id ?? null;
  const isCopied = above.id !== parent.parentId;
  const parentKeyResultId = isCopied && keyResultId !== null ? (keyResultOf.get(keyResultId) ?? null) : keyResultId;
  return { parentId: above.id, parentKeyResultId, contribution: above.contribution };
}

const unreached = (keyResult: KeyResultRecord): string =>
  writeMilestones(keyResult.kind === 'milestones' ? keyResult.milestones.map((one) => ({ ...one, reachedDay: null })) : []);

const measuredByJira = (keyResult: KeyResultRecord): boolean =>
  (keyResult.kind === 'metric' || keyResult.kind === 'band') && keyResult.source.by === 'jira';

/** Answers how many there are by now, each with its key, in the order asked for. */
async function answer(deps: Deps, ids: readonly string[]): Promise<CopiedObjectives> {
  const found = new Map((await deps.store.objectives.list(ids)).map((objective) => [objective.id, objective]));
  return {
    objectives: ids.flatMap((id) => {
      const copy = found.get(id);
      return copy === undefined ? [] : [{ id, key: objectiveKey(copy.number), title: copy.title, version: copy.version }];
    }),
  };
}

/** About twenty-five SQL requests whatever the number of objectives, and two Jira calls and one a home. */
export async function copyObjectives(deps: Deps, actor: Actor, input: Copying): Promise<CopiedObjectives> {
  const originals = await loadOriginals(deps, actor, input.copies);
  const homeOf = (original: ObjectiveRecord): Home => input.home ?? original.home;
  await requireMayAdd(deps, actor, originals.map(homeOf));
  const { cycle } = await loadOpenCycle(deps, input.cycleId);
  const ids = input.copies.map(({ id }) => id);
  const idOf = new Map(input.copies.map(({ fromId, id }) => [fromId, id]));
  const taken = await deps.store.objectives.list(ids);
  if (taken.some(({ id, createdBy, copiedFromId }) => createdBy !== actor.accountId || idOf.get(copiedFromId ?? '') !== id))
    throw idTaken('copy');

  const keyResults = await deps.store.keyResults.listByObjectives(originals.map(({ id }) => id));
  if (keyResults.length > MOST_KEY_RESULTS)
    throw new OkrError('LIMIT', `At most ${MOST_KEY_RESULTS} key results can be copied at once. Choose fewer objectives.`);
  const originalOf = new Map(originals.map((original) => [original.id, original]));
  const copies = keyResults.map((keyResult, index): KeyResultCopy => {
    const id = `${idOf.get(keyResult.objectiveId) ?? ''}-${index + 1}`;
    return {
      fromId: keyResult.id,
      id,
      objectiveId: idOf.get(keyResult.objectiveId) ?? '',
      keepsDates: originalOf.get(keyResult.objectiveId)?.cycleId === cycle.id,
      valueSourceId: measuredByJira(keyResult) ? `${id}-v` : null,
      milestones: unreached(keyResult),
    };
  });
  const copyIds = copies.map(({ id }) => id);
  const keyResultOf = new Map(copies.map(({ fromId, id }) => [fromId, id]));
  const fromIds = input.withSources ? keyResults.map(({ id }) => id) : [];
  const sources = (await deps.store.sources.listByKeyResults(fromIds)).map((source, index): SourceCopy => {
    const keyResultId = keyResultOf.get(source.keyResultId) ?? '';
    return { fromId: source.id, id: `${keyResultId}-s${index + 1}`, keyResultId };
  });
  const splitters = await deps.store.scope.listSplitters(fromIds);
  const parents = await parentsOf(deps, actor, originals, idOf, cycle);

  const by = { accountId: actor.accountId, at: deps.now() };
  if (taken.length === 0) {
    await deps.store.cycles.add(cycle);
    await deps.store.numbers.markDirty(splitters, deps.now());
    await deps.store.copies.removeUnfinished(ids);
    await deps.store.copies.addKeyResults(copies, by);
    await deps.store.copies.addSources(sources, by);
    await announceHistory(deps, copyIds);
    await deps.store.copies.addObjectives(
      originals.map((original): ObjectiveCopy => ({
        fromId: original.id,
        id: idOf.get(original.id) ?? '',
        home: homeOf(original),
        alignment: alignmentOf(original, parents, keyResultOf),
        audience: original.audience === null ? null : withSelf(actor, original.audience, original.ownerAccountId),
      })),
      cycle.id,
      by,
    );
  }
  await requestHistory(deps, copyIds);
  if (sources.length > 0) {
    await deps.store.pendingIssues.noteScopes(copyIds, deps.newId(), deps.now());
    await askForSync(deps);
  }
  await recompute(deps, splitters, taken.length === 0 ? 'own' : 'none');
  await recompute(deps, copyIds, 'none');
  await rollUpObjectives(deps, ids);
  await deps.publish({ projectIds: projectIdsOf(originals.map(homeOf)), keyResultIds: [...splitters], issueIds: [] });
  return answer(deps, ids);
}
