/**
 * The subjects of a change of many, each with what keeps it from being changed: not there, private to others, not allowed, of a closed cycle, or
 * changed by somebody else. Six SQL requests, one more a group, and one Jira call.
 */
import type { Input } from '../../contract/api';
import type { BulkOutcome } from '../../contract/writing';
import type { CycleRecord } from '../../store/cycles';
import type { KeyResultRecord } from '../../store/key-result-row';
import type { ObjectiveRecord } from '../../store/objective-row';
import type { Actor, Deps } from '../deps';
import { loadCycles, whyClosed } from '../load';
import { conflict, notFound } from '../okr-error';
import { refusalsFor } from '../permission';

type Many = Input<'changeMany'>;

/** A subject that can be changed, with the version it has. `keyResult` is null where it is the objective itself. */
export type Changeable = {
  readonly id: string;
  readonly version: number;
  readonly changeId: string | null;
  readonly objective: ObjectiveRecord;
  readonly keyResult: KeyResultRecord | null;
  readonly cycle: CycleRecord;
};

export type LoadedMany = {
  readonly changeable: readonly Changeable[];
  /** What is known already, by id. */
  readonly outcomes: ReadonlyMap<string, BulkOutcome>;
  readonly cycles: readonly CycleRecord[];
  readonly today: string;
};

type Found = Omit<Changeable, 'cycle'> & { readonly isArchived: boolean };

async function findAll(deps: Deps, actor: Actor, { of, subjects }: Many): Promise<ReadonlyMap<string, Found>> {
  const ids = subjects.map(({ id }) => id);
  const keyResults = of === 'key-result' ? await deps.store.keyResults.list(ids) : [];
  const objectiveIds = of === 'objective' ? ids : [...new Set(keyResults.map(({ objectiveId }) => objectiveId))];
  const objectives = await deps.store.objectives.listFor(actor.accountId, objectiveIds);
  if (of === 'objective')
    return new Map(
      objectives.map((objective) => [
        objective.id,
        { ...objective, objective, keyResult: null, isArchived: objective.archivedAt !== null },
      ]),
    );
  const byId = new Map(objectives.map((objective) => [objective.id, objective]));
  return new Map(
    keyResults.flatMap((keyResult): [string, Found][] => {
      const objective = byId.get(keyResult.objectiveId);
      if (objective?.archivedAt !== null) return [];
      return [[keyResult.id, { ...keyResult, objective, keyResult, isArchived: keyResult.archivedAt !== null }]];
    }),
  );
}

/** The id of the record of a subject's change: the same at every try. */
export const changeIdOf = (input: Many, subjectId: string): string =>
  `${input.id}-${input.subjects.findIndex(({ id }) => id === subjectId)}`;

export async function loadMany(deps: Deps, actor: Actor, input: Many): Promise<LoadedMany> {
  const what = input.of === 'objective' ? 'objective' : 'key result';
  const found = await findAll(deps, actor, input);
  const { cycles, on } = await loadCycles(deps);
  const there = input.subjects.flatMap(({ id }) => found.get(id) ?? []);
  const refusals = await refusalsFor(
    deps,
    actor,
    input.of === 'objective' ? 'change the objective' : 'change the key result',
    what,
    there.map(({ objective, keyResult }) => ({ home: objective.home, objective, ...(keyResult === null ? {} : { keyResult }) })),
  );
  const refusalOf = new Map(there.map(({ id }, index) => [id, refusals[index] ?? null]));
  const wantsArchived = input.change.type === 'restore';
  const changeable: Changeable[] = [];
  const outcomes = new Map<string, BulkOutcome>();
  for (const { id, version } of input.subjects) {
    const one = found.get(id);
    const cycle = cycles.find((each) => each.id === one?.objective.cycleId);
    const refused = one === undefined || cycle === undefined ? notFound(what) : (refusalOf.get(id) ?? whyClosed(cycle));
    if (one === undefined || cycle === undefined || refused !== null)
      outcomes.set(id, { id, outcome: 'refused', message: (refused ?? notFound(what)).message });
    else if (one.changeId === changeIdOf(input, id)) outcomes.set(id, { id, outcome: 'changed', version: one.version });
    else if (one.isArchived !== wantsArchived && (wantsArchived || input.change.type === 'archive'))
      outcomes.set(id, { id, outcome: 'changed', version: one.version });
    else if (one.isArchived !== wantsArchived) outcomes.set(id, { id, outcome: 'refused', message: notFound(what).message });
    else if (one.version !== version)
      outcomes.set(id, { id, outcome: 'conflict', message: conflict(what, 'Reload to see the change.').message });
    else changeable.push({ ...one, cycle });
  }
  return { changeable, outcomes, cycles, today: on.today };
}
