/** People align objectives to others, ask for what is not theirs to answer, and answer; whatever the app takes is written down as told. */
import type { Input } from '../../src/contract/api';
import { asAda, asBen, picked, type Life } from './life';
import { liveKeyResults, liveObjectives } from './live-ones';
import type { AppStep } from './random-steps';
import { tellEdit } from './tell-edit';
import type { ToldAlignment, ToldObjective } from './told';

type StepOf<D extends AppStep['do']> = Extract<AppStep, { do: D }>;
type EditStep = StepOf<'edit objective'>;
type ParentEdit = Extract<EditStep['change'], { edit: 'parent' }>;

const reason = 'We learned something';

const people = { ada: asAda, ben: asBen } as const;

/** How the parent's side stands to what this person aligns to it: who may answer has accepted by aligning. */
const askedBy = (by: keyof typeof people, parent: ToldObjective): ToldAlignment['contribution'] =>
  by === 'ada' || parent.owner === by ? 'accepted' : 'waiting';

/** An archived key result is none: the objective as a whole stands in for it. */
const meant = (life: Life, keyResultId: string | null): string | null =>
  keyResultId === null || life.told.keyResults.get(keyResultId)?.archived ? null : keyResultId;

export async function align(life: Life, step: EditStep, change: ParentEdit): Promise<void> {
  const own = liveObjectives(life).filter(({ owner }) => change.by === 'ada' || owner === change.by);
  const objective = picked(own, step.objective);
  if (objective === undefined) return;
  const others = liveObjectives(life).filter(({ id }) => id !== objective.id);
  const parent = change.parent === null ? undefined : picked(others, change.parent);
  const keyResults = liveKeyResults(life).filter(({ objectiveId }) => objectiveId === parent?.id);
  const keyResultId = change.keyResult === null ? null : (picked(keyResults, change.keyResult)?.id ?? null);
  const wanted =
    parent === undefined
      ? { parentId: null }
      : { parentId: parent.id, ...(keyResultId === null ? {} : { parentKeyResultId: keyResultId }) };
  const input = (version: number): Input<'editObjective'> => ({ id: objective.id, version, ...wanted, reason });
  if (!(await tellEdit(life, 'editObjective', 'objective', objective.id, input, step.crash, people[change.by]))) return;
  const { aligned: before } = objective;
  const stays = parent !== undefined && before?.parentId === parent.id && meant(life, before.keyResultId) === keyResultId;
  const aligned =
    parent === undefined
      ? null
      : { parentId: parent.id, keyResultId, contribution: stays ? before.contribution : askedBy(change.by, parent) };
  life.told.objectives.set(objective.id, { ...objective, aligned });
}

/** Live ones whose parent is there to answer. */
const alignedObjectives = (
  life: Life,
): readonly { readonly objective: ToldObjective; readonly aligned: ToldAlignment; readonly parent: ToldObjective }[] =>
  liveObjectives(life).flatMap((objective) => {
    const parent = objective.aligned === null ? undefined : life.told.objectives.get(objective.aligned.parentId);
    return objective.aligned === null || parent === undefined || parent.archived ? [] : [{ objective, aligned: objective.aligned, parent }];
  });

export async function answerContribution(life: Life, step: StepOf<'answer contribution'>): Promise<void> {
  const one = picked(alignedObjectives(life), step.objective);
  if (one === undefined) return;
  const { objective, aligned } = one;
  const input = (version: number): Input<'answerContribution'> => ({
    objectiveId: objective.id,
    version,
    ...(step.accepts ? { answer: 'accept' } : { answer: 'decline', reason }),
  });
  if (!(await tellEdit(life, 'answerContribution', 'objective', objective.id, input, step.crash))) return;
  life.told.objectives.set(objective.id, { ...objective, aligned: { ...aligned, contribution: step.accepts ? 'accepted' : 'declined' } });
}

export async function askContribution(life: Life, step: StepOf<'ask contribution'>): Promise<void> {
  const open = alignedObjectives(life).filter(({ aligned }) => aligned.contribution !== 'accepted');
  const one = picked(
    open.filter(({ objective }) => step.by === 'ada' || objective.owner === step.by),
    step.objective,
  );
  if (one === undefined) return;
  const { objective, aligned, parent } = one;
  const input = (version: number): Input<'askContribution'> => ({ objectiveId: objective.id, version, words: reason });
  if (!(await tellEdit(life, 'askContribution', 'objective', objective.id, input, step.crash, people[step.by]))) return;
  life.told.objectives.set(objective.id, { ...objective, aligned: { ...aligned, contribution: askedBy(step.by, parent) } });
}
