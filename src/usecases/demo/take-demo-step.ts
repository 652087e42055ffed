/**
 * Takes one step of the demo set, through the use cases people use, as the administrator who asked for it. What is told of earlier weeks is
 * written with the clock of that time; what Jira is asked, is asked now. Taking a step twice is taking it once.
 */
import type { Input } from '../../contract/api';
import { addDays, dayOf } from '../../domain/calendar';
import { bandProgress } from '../../domain/band';
import { metricProgress } from '../../domain/metric';
import { acknowledgeObjective } from '../buy-in/acknowledge-objective';
import { takeStance } from '../buy-in/take-stance';
import { addSource } from '../scope/add-source';
import { createCycle } from '../cycles/create-cycle';
import { editCycle } from '../cycles/edit-cycle';
import { createKeyResult } from '../key-results/create-key-result';
import { createObjective } from '../objectives/create-objective';
import type { DemoMeasure, DemoWord } from './demo-objectives';
import type { DemoStep } from './demo-plan';
import type { Actor, Deps } from '../deps';
import { editObjective } from '../objectives/edit-objective';
import { createGroup } from '../people/groups';
import { loadCycles } from '../load';
import { OkrError } from '../okr-error';
import { recompute } from '../progress/recompute';
import { announceHistory, requestHistory } from '../history/request-history';
import { startCycle } from '../cycles/start-cycle';

const dayMs = 86_400_000;
/** More issues than this are not brought into one demo scope. */
const MOST_ISSUES = 1000;
/** When whoever loads it has acknowledged an objective, or said where they stand. */
const SAID_DAYS_AGO = 3;

/** The name itself, unless another cycle has it: one that was left because people have written into it. */
async function freeName(deps: Deps, id: string, name: string): Promise<string> {
  const { cycles } = await loadCycles(deps);
  const taken = (wanted: string): boolean => cycles.some((cycle) => cycle.id !== id && cycle.name.toLowerCase() === wanted.toLowerCase());
  let free = name;
  for (let number = 2; taken(free); number += 1) free = `${name} ${number}`;
  return free;
}

type ObjectiveStep = Extract<DemoStep, { readonly type: 'objective' }>;
type KeyResultStep = Extract<DemoStep, { readonly type: 'key-result' }>;

const atNine = (day: string, daysAgo: number): number => Date.parse(addDays(day, -daysAgo)) + 9 * 3_600_000;

type CycleStep = Extract<DemoStep, { readonly type: 'cycle' }>;

/** Its capacity was looked at as the day began on which the set was asked for, whenever the step is taken. */
async function takeCycle(deps: Deps, actor: Actor, step: CycleStep, day: string): Promise<void> {
  const { id, name, startDay, endDay, themes, capacity } = step;
  const free = await freeName(deps, id, name);
  const made = await createCycle(deps, actor, { id, name: free, startDay, endDay });
  const then: Deps = { ...deps, now: () => Date.parse(day) };
  const { version } = await editCycle(then, actor, { id, version: made.version, themes: [...themes], capacity });
  await startCycle(deps, actor, { id, version });
}

/** Written in words, and aligned. */
async function writeObjective(deps: Deps, actor: Actor, step: ObjectiveStep, day: string): Promise<void> {
  const then: Deps = { ...deps, now: () => atNine(day, step.writtenDaysAgo) };
  await createObjective(then, actor, {
    id: step.id,
    home: step.home,
    cycleId: step.cycleId,
    title: step.title,
    description: step.description,
    ownerAccountId: step.isOwned ? actor.accountId : null,
    audience: step.isPrivate ? [] : null,
  });
  const written = await deps.store.objectives.find(step.id);
  if (written === null) return;
  const isAligned = (written.parent?.parentId ?? null) === step.parentId;
  if (isAligned && (written.rollUp === 'with-children') === step.countsChildren) return;
  await editObjective(then, actor, {
    id: step.id,
    version: written.version,
    parentId: step.parentId,
    rollUp: step.countsChildren ? 'with-children' : 'key-results',
    reason: 'Part of the demo set',
  });
}

async function takeObjective(deps: Deps, actor: Actor, step: ObjectiveStep, day: string): Promise<void> {
  await writeObjective(deps, actor, step, day);
  const lately: Deps = { ...deps, now: () => atNine(day, SAID_DAYS_AGO) };
  if (step.isAcknowledged) await acknowledgeObjective(lately, actor, { objectiveId: step.id, isAcknowledged: true });
  if (step.stance !== null) await takeStance(lately, actor, { objectiveId: step.id, ...step.stance });
}

/** From four tenths above what there is now to half of it, at least from ten to two. */
async function countedGoal(deps: Deps, jql: string): Promise<{ readonly start: number; readonly target: number }> {
  const now = await deps.jiraAsUser.count(jql);
  return { start: Math.max(10, Math.ceil(now * 1.4)), target: Math.max(2, Math.floor(now / 2)) };
}

async function inputOf(deps: Deps, actor: Actor, step: KeyResultStep, day: string): Promise<Input<'createKeyResult'>> {
  const { id, objectiveId, title, isOwned, measure } = step;
  const shared = { id, objectiveId, title, ownerAccountId: isOwned ? actor.accountId : null };
  switch (measure.kind) {
    case 'work':
      return { kind: 'work', ...shared };
    case 'metric':
    case 'band':
      return { ...shared, ...measure };
    case 'counted': {
      const { jql, unit } = measure;
      return { kind: 'metric', ...shared, ...(await countedGoal(deps, jql)), unit, source: { by: 'jira', jql, measure: 'count' } };
    }
    case 'milestones': {
      const milestones = measure.milestones.map(({ title: name, reachedDaysAgo }, at) => ({
        id: `milestone-${at + 1}`,
        title: name,
        weight: 1,
        reachedDay: reachedDaysAgo === null ? null : addDays(day, -reachedDaysAgo),
      }));
      return { kind: 'milestones', ...shared, milestones };
    }
  }
}

type WorkMeasure = Extract<DemoMeasure, { readonly kind: 'work' }>;

/** The issues that came in within its days; of fewer weeks where those are too many, and none where a week's are. */
async function bringWork(
  deps: Deps,
  actor: Actor,
  keyResultId: string,
  { projectId, days: most }: WorkMeasure,
  day: string,
): Promise<void> {
  const id = `${keyResultId}-source`;
  if ((await deps.store.sources.find(id)) !== null) return;
  for (const days of [56, 28, 14, 7].filter((each) => each <= most)) {
    const jql = `project = ${projectId} AND created >= "${addDays(day, -days)}"`;
    if ((await deps.jiraAsUser.count(jql)) > MOST_ISSUES) continue;
    try {
      await addSource(deps, actor, { id, keyResultId, source: { type: 'jql', jql } });
    } catch (error) {
      // The set is as good without it; what may pass is tried again with the whole step.
      if (!(error instanceof OkrError) || (error.code !== 'INVALID' && error.code !== 'LIMIT')) throw error;
    }
    return;
  }
}

function progressWith(measure: DemoMeasure, value: number | null): number | null {
  if (value === null) return null;
  if (measure.kind === 'metric') return metricProgress(measure, value);
  return measure.kind === 'band' ? bandProgress(measure, value) : null;
}

async function say(deps: Deps, actor: Actor, { id, measure, said }: KeyResultStep, day: string): Promise<void> {
  await announceHistory(deps, [id]);
  await deps.store.numbers.markDirty([id], deps.now());
  for (const [at, word] of said.entries()) {
    const { daysAgo, ...rest }: DemoWord = word;
    await deps.store.checkIns.add({
      ...rest,
      id: `${id}-word-${at + 1}`,
      keyResultId: id,
      day: addDays(day, -daysAgo),
      progress: progressWith(measure, word.value),
      createdAt: Date.parse(day) - daysAgo * dayMs + 9 * 3_600_000,
      createdBy: actor.accountId,
    });
  }
  await requestHistory(deps, [id]);
  await recompute(deps, [id], 'own');
}

async function takeKeyResult(deps: Deps, actor: Actor, step: KeyResultStep, day: string): Promise<void> {
  const asksJira = step.measure.kind === 'counted';
  await createKeyResult(
    asksJira ? deps : { ...deps, now: () => atNine(day, step.writtenDaysAgo) },
    actor,
    await inputOf(deps, actor, step, day),
  );
  if (step.measure.kind === 'work') await bringWork(deps, actor, step.id, step.measure, day);
  await say(deps, actor, step, day);
}

/** `day`: on which the set was asked for, also when a step is taken later. */
export async function takeDemoStep(deps: Deps, actor: Actor, step: DemoStep, day: string): Promise<void> {
  switch (step.type) {
    case 'cycle':
      return takeCycle(deps, actor, step, day);
    case 'group':
      await createGroup(deps, actor, { id: step.id, name: step.name, projectIds: [...step.projectIds], leadIds: [actor.accountId] });
      return;
    case 'objective':
      return takeObjective(deps, actor, step, day);
    case 'key-result':
      return takeKeyResult(deps, actor, step, day);
  }
}

/** The day a set is asked for on. */
export const demoDay = (deps: Deps): string => dayOf(deps.now());
