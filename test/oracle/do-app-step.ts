/** People plan in the app, through its resolver functions; whatever the app takes is written down as told. */
import type { Input } from '../../src/contract/api';
import type { ValueSource } from '../../src/domain/model';
import { dayBefore, jiraOf, picked, type Life } from './life';
import { asJql } from './query';
import { liveKeyResults, liveObjectives } from './live-ones';
import { align, answerContribution, askContribution } from './do-alignment-step';
import type { AppStep } from './random-steps';
import { tellEdit } from './tell-edit';
import { tellApp } from './tell-app';
import { firstRule, type ToldKeyResult, type ToldMilestone, type ToldObjective, type ToldSource, type ToldValue } from './told';

type StepOf<D extends AppStep['do']> = Extract<AppStep, { do: D }>;

const reason = 'We learned something';
const cycles = { now: '2026-q4', next: '2027-q1' } as const;

const exists = async (life: Life, table: 'objective' | 'key_result' | 'check_in', id: string): Promise<boolean> =>
  (await life.site.sql(`SELECT id FROM ${table} WHERE id = ?`, id)).length > 0;
const isSource = async (life: Life, id: string): Promise<boolean> =>
  (await life.site.sql('SELECT id FROM scope_source WHERE id = ? AND removed_at IS NULL', id)).length > 0;

const asSource = (value: ToldValue): ValueSource => {
  if (value.by === 'hand') return { by: 'hand' };
  const jql = asJql(value.query);
  return value.measure === 'count'
    ? { by: 'jira', jql, measure: 'count' }
    : { by: 'jira', jql, measure: value.measure, fieldId: value.fieldId };
};

const milestonesOf = (life: Life, drafts: readonly { weight: number; reached: boolean }[]): ToldMilestone[] =>
  drafts.map(({ weight, reached }, index) => ({
    id: life.newId(),
    title: `Milestone ${index + 1}`,
    weight,
    reachedDay: reached ? dayBefore(life, 1) : null,
  }));

async function createObjective(life: Life, step: StepOf<'create objective'>): Promise<void> {
  const id = life.newId();
  const projectId = step.project === 'WEB' ? '10000' : '10001';
  const cycleId = step.next ? cycles.next : cycles.now;
  const input = {
    id,
    home: { level: 'project', projectId } as const,
    cycleId,
    title: `Objective ${id}`,
    ownerAccountId: step.owner,
    weight: step.weight,
  };
  if (!(await tellApp(life, 'createObjective', input, step.crash, () => exists(life, 'objective', id)))) return;
  life.told.objectives.set(id, {
    id,
    projectKey: step.project,
    cycleId,
    weight: step.weight,
    owner: step.owner,
    aligned: null,
    rollUp: 'key-results',
    override: null,
    archived: false,
  });
}

async function createKeyResult(life: Life, step: StepOf<'create key result'>): Promise<void> {
  const objective = picked(liveObjectives(life), step.objective);
  if (objective === undefined) return;
  const id = life.newId();
  const { goal } = step;
  const base = { id, objectiveId: objective.id, title: `Key result ${id}`, ownerAccountId: null, weight: step.weight };
  const told = (of: ToldKeyResult['goal'], rule = firstRule): ToldKeyResult => ({
    ...base,
    archived: false,
    goal: of,
    rule,
    checkIns: [],
    sources: {},
  });
  const draft = (): [Input<'createKeyResult'>, ToldKeyResult] => {
    switch (goal.kind) {
      case 'work':
        return [{ ...base, kind: 'work', rule: goal.rule }, told({ kind: 'work' }, goal.rule)];
      case 'metric': {
        const { start, target, value } = goal;
        return [{ ...base, kind: 'metric', start, target, source: asSource(value) }, told({ kind: 'metric', start, target, value })];
      }
      case 'band': {
        const { band, value } = goal;
        return [{ ...base, kind: 'band', ...band, source: asSource(value) }, told({ kind: 'band', ...band, value })];
      }
      case 'milestones': {
        const milestones = milestonesOf(life, goal.milestones);
        return [{ ...base, kind: 'milestones', milestones }, told({ kind: 'milestones', milestones })];
      }
    }
  };
  const [input, record] = draft();
  if (await tellApp(life, 'createKeyResult', input, step.crash, () => exists(life, 'key_result', id))) life.told.keyResults.set(id, record);
}

type PlainEdit = Exclude<StepOf<'edit objective'>['change'], { edit: 'parent' }>;

async function editObjective(life: Life, step: StepOf<'edit objective'>, change: PlainEdit): Promise<void> {
  const objective = picked(liveObjectives(life), step.objective);
  if (objective === undefined) return;
  const changes = (): Pick<ToldObjective, never> & Partial<ToldObjective> => {
    switch (change.edit) {
      case 'weight':
        return { weight: change.weight };
      case 'roll-up':
        return { rollUp: change.rollUp };
      case 'cycle':
        return { cycleId: change.next ? cycles.next : cycles.now };
      case 'override':
        return {
          override:
            change.override === null ? null : { progress: change.override.progress, untilDay: dayBefore(life, -change.override.days) },
        };
    }
  };
  const changed = changes();
  const { override, ...plain } = changed;
  const written = override === undefined ? {} : { override: override === null ? null : { ...override, reason } };
  const input = (version: number): Input<'editObjective'> =>
    ({ id: objective.id, version, ...plain, ...written, reason }) as Input<'editObjective'>;
  if (!(await tellEdit(life, 'editObjective', 'objective', objective.id, input, step.crash))) return;
  // Alignment stays within a cycle: who goes into another one leaves its parent behind.
  const leaves = changed.cycleId !== undefined && changed.cycleId !== objective.cycleId;
  life.told.objectives.set(objective.id, { ...objective, ...changed, ...(leaves ? { aligned: null } : {}) });
}

async function editKeyResult(life: Life, step: StepOf<'edit key result'>): Promise<void> {
  const { change } = step;
  const fits = ({ goal }: ToldKeyResult): boolean => {
    if (change.edit === 'goal' || change.edit === 'value') return goal.kind === 'metric' || goal.kind === 'band';
    if (change.edit === 'milestones') return goal.kind === 'milestones';
    return change.edit === 'weight' || goal.kind !== 'milestones';
  };
  const keyResult = picked(liveKeyResults(life).filter(fits), step.keyResult);
  if (keyResult === undefined) return;
  const { goal } = keyResult;
  const plan = (): [Omit<Input<'editKeyResult'>, 'id' | 'version'>, Partial<ToldKeyResult>] => {
    switch (change.edit) {
      case 'weight':
        return [{ weight: change.weight }, { weight: change.weight }];
      case 'rule':
        return [{ rule: change.rule }, { rule: change.rule }];
      case 'goal': {
        const { start, target, band } = change;
        return goal.kind === 'metric'
          ? [{ start, target }, { goal: { ...goal, start, target } }]
          : [band, { goal: { ...goal, ...band } as ToldKeyResult['goal'] }];
      }
      case 'value':
        return [{ source: asSource(change.value) }, { goal: { ...goal, value: change.value } as ToldKeyResult['goal'] }];
      case 'milestones': {
        const milestones = milestonesOf(life, change.milestones);
        return [{ milestones }, { goal: { kind: 'milestones', milestones } }];
      }
    }
  };
  const [edit, told] = plan();
  const input = (version: number): Input<'editKeyResult'> => ({ id: keyResult.id, version, ...edit, reason });
  if (!(await tellEdit(life, 'editKeyResult', 'key_result', keyResult.id, input, step.crash))) return;
  life.told.keyResults.set(keyResult.id, { ...keyResult, ...told });
}

async function archive(life: Life, step: StepOf<'archive objective' | 'archive key result'>): Promise<void> {
  if (step.do === 'archive objective') {
    const one = picked(liveObjectives(life), step.objective);
    if (one === undefined) return;
    const input = (version: number) => ({ id: one.id, version });
    if (await tellEdit(life, 'archiveObjective', 'objective', one.id, input, step.crash))
      life.told.objectives.set(one.id, { ...one, archived: true });
    return;
  }
  const one = picked(liveKeyResults(life), step.keyResult);
  if (one === undefined) return;
  const input = (version: number) => ({ id: one.id, version });
  if (await tellEdit(life, 'archiveKeyResult', 'key_result', one.id, input, step.crash))
    life.told.keyResults.set(one.id, { ...one, archived: true });
}

/** Two sources are one where they name the same issue, or ask in the same words. */
const isSame = (a: ToldSource, b: ToldSource): boolean =>
  a.type === 'jql' || b.type === 'jql'
    ? a.type === 'jql' && b.type === 'jql' && asJql(a.query) === asJql(b.query)
    : a.type === b.type && a.issueId === b.issueId;

async function addSource(life: Life, step: StepOf<'add source'>): Promise<void> {
  const keyResult = picked(
    liveKeyResults(life).filter(({ goal }) => goal.kind !== 'milestones'),
    step.keyResult,
  );
  if (keyResult === undefined) return;
  const id = life.newId();
  const { source } = step;
  const issue =
    source.type === 'jql'
      ? undefined
      : picked(
          [...jiraOf(life).values()].filter(({ archived }) => !archived),
          source.issue,
        );
  if (source.type !== 'jql' && issue === undefined) return;
  const draft = source.type === 'jql' ? { type: source.type, jql: asJql(source.query) } : { type: source.type, issue: issue?.key ?? '' };
  const told: ToldSource = source.type === 'jql' ? source : { type: source.type, issueId: issue?.id ?? '' };
  const input = { id, keyResultId: keyResult.id, source: draft, reason };
  const isKnown = Object.values(keyResult.sources).some((known) => isSame(known, told));
  // Whatever is a source already is not brought in a second time.
  if (!(await tellApp(life, 'addSource', input, step.crash, () => isSource(life, id))) || isKnown) return;
  life.told.keyResults.set(keyResult.id, { ...keyResult, sources: { ...keyResult.sources, [id]: told } });
}

async function removeSource(life: Life, step: StepOf<'remove source'>): Promise<void> {
  const all = liveKeyResults(life).flatMap((keyResult) => Object.keys(keyResult.sources).map((sourceId) => ({ keyResult, sourceId })));
  const one = picked(all, step.source);
  if (one === undefined) return;
  const { keyResult, sourceId } = one;
  const isGone = async (): Promise<boolean> => !(await isSource(life, sourceId));
  if (!(await tellApp(life, 'removeSource', { sourceId, reason }, step.crash, isGone))) return;
  const sources = Object.fromEntries(Object.entries(keyResult.sources).filter(([id]) => id !== sourceId));
  life.told.keyResults.set(keyResult.id, { ...keyResult, sources });
}

async function recordValue(life: Life, step: StepOf<'record value'>): Promise<void> {
  const byHand = liveKeyResults(life).filter(({ goal }) => (goal.kind === 'metric' || goal.kind === 'band') && goal.value.by === 'hand');
  const keyResult = picked(byHand, step.keyResult);
  if (keyResult === undefined) return;
  const id = life.newId();
  const day = dayBefore(life, step.daysAgo);
  const input = { id, keyResultId: keyResult.id, value: step.value, day };
  if (!(await tellApp(life, 'recordValue', input, step.crash, () => exists(life, 'check_in', id)))) return;
  life.told.keyResults.set(keyResult.id, { ...keyResult, checkIns: [...keyResult.checkIns, { value: step.value, day }] });
}

async function reachMilestone(life: Life, step: StepOf<'reach milestone'>): Promise<void> {
  const keyResult = picked(
    liveKeyResults(life).filter(({ goal }) => goal.kind === 'milestones'),
    step.keyResult,
  );
  if (keyResult?.goal.kind !== 'milestones') return;
  const { milestones } = keyResult.goal;
  const milestone = picked(milestones, step.milestone);
  if (milestone === undefined) return;
  const reachedDay = step.reached ? dayBefore(life, 0) : null;
  const input = (version: number) => ({ keyResultId: keyResult.id, version, milestoneId: milestone.id, reachedDay });
  if (!(await tellEdit(life, 'reachMilestone', 'key_result', keyResult.id, input, step.crash))) return;
  const after = milestones.map((one) => (one.id === milestone.id ? { ...one, reachedDay } : one));
  life.told.keyResults.set(keyResult.id, { ...keyResult, goal: { kind: 'milestones', milestones: after } });
}

/** Asks for a reading; whether it is made changes nothing of what was told. */
async function refreshValue(life: Life, step: StepOf<'refresh value'>): Promise<void> {
  const byJira = liveKeyResults(life).filter(({ goal }) => (goal.kind === 'metric' || goal.kind === 'band') && goal.value.by === 'jira');
  const keyResult = picked(byJira, step.keyResult);
  if (keyResult !== undefined) await tellApp(life, 'refreshValue', { keyResultId: keyResult.id }, step.crash, () => Promise.resolve(true));
}

export function doAppStep(life: Life, step: AppStep): Promise<void> {
  switch (step.do) {
    case 'create objective':
      return createObjective(life, step);
    case 'create key result':
      return createKeyResult(life, step);
    case 'edit objective':
      return step.change.edit === 'parent' ? align(life, step, step.change) : editObjective(life, step, step.change);
    case 'answer contribution':
      return answerContribution(life, step);
    case 'ask contribution':
      return askContribution(life, step);
    case 'edit key result':
      return editKeyResult(life, step);
    case 'archive objective':
    case 'archive key result':
      return archive(life, step);
    case 'add source':
      return addSource(life, step);
    case 'remove source':
      return removeSource(life, step);
    case 'record value':
      return recordValue(life, step);
    case 'refresh value':
      return refreshValue(life, step);
    case 'reach milestone':
      return reachMilestone(life, step);
  }
}
