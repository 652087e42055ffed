/**
 * Plays the demo OKRs through the app's own resolver functions, as the people they belong to, with the site's clock set back
 * to the day each thing was written down. Never touches the app's tables; what it does, a person could have done.
 */
import { z } from 'zod';
import type { ApiName, Input } from '../../src/contract/api';
import { addDays, dayOf, standardCalendar } from '../../src/domain/calendar';
import { expectedProgress } from '../../src/domain/expected';
import type { Clock, ForgeHost, JiraUser } from '../seams';
import { demoJira } from './demo-issues';
import {
  demoOkrs,
  type DemoBandKeyResult,
  type DemoKeyResult,
  type DemoMetricKeyResult,
  type DemoObjective,
  type DemoSource,
} from './demo-okrs';
import type { DemoProject } from './demo-people';
import { quarterAt } from './plan-issues';
import { createRandom } from './random';

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;

const answerSchema = z.discriminatedUnion('ok', [
  z.object({ ok: z.literal(true) }),
  z.object({ ok: z.literal(false), error: z.object({ code: z.string(), message: z.string() }) }),
]);

/** One call of a resolver function. */
type Step = {
  /** Epoch ms of the site's clock. */
  readonly at: number;
  readonly actor: JiraUser;
  readonly project: DemoProject;
  readonly name: ApiName;
  readonly input: unknown;
};

/**
 * Fills the app of a site whose Jira is `demoJira` of the clock's day. The clock is back where it was when this returns or throws.
 * Throws when the app refuses a step: the demo set is then at fault, or the app.
 */
export async function loadDemo(site: { readonly host: ForgeHost; readonly clock: Clock }): Promise<void> {
  const now = site.clock.now();
  try {
    for (const step of stepsUpTo(now)) {
      site.clock.set(step.at);
      await take(site.host, step);
    }
  } finally {
    site.clock.set(now);
  }
  await site.host.drain({ flushHeld: true });
  // The app has been there all along: its numbers are as of now.
  await site.host.schedule('hourly');
}

async function take(host: ForgeHost, { name, input, actor, project }: Step): Promise<void> {
  const extension = { type: 'jira:projectPage', project: { id: project.id, key: project.key, type: 'software' } };
  const answer = answerSchema.parse(
    await host.invoke(name, input, {
      accountId: actor.accountId,
      surface: { moduleKey: 'project-okrs', extension },
    }),
  );
  if (!answer.ok)
    throw new Error(
      `The app refused ${name} by ${actor.displayName} (${JSON.stringify(input)}): ${answer.error.code} ${answer.error.message}`,
    );
}

/** Everything the company wrote down until `now`, earliest first. */
function stepsUpTo(now: number): Step[] {
  const today = dayOf(now);
  const keyOf = issueKeys(today);
  const counters = new Map<string, number>();
  const newId = (kind: string): string => {
    const number = (counters.get(kind) ?? 0) + 1;
    counters.set(kind, number);
    return `demo-${kind}-${number}`;
  };

  const objectiveIds = new Map(demoOkrs.map(({ title }) => [title, newId('objective')]));
  const steps = demoOkrs.flatMap((objective, i) => {
    // Written on the second day of the quarter, one objective after the other.
    const at = Date.parse(addDays(quarterAt(today, objective.quarter).startDay, 1)) + 8 * hourMs + i * 20 * minuteMs;
    return objectiveSteps(objective, { today, at, newId, keyOf, objectiveIds });
  });
  return steps.map((step) => (step.at > now ? { ...step, at: now } : step)).sort((a, b) => a.at - b.at);
}

type Context = {
  readonly today: string;
  readonly at: number;
  readonly newId: (kind: string) => string;
  readonly keyOf: (project: DemoProject, summary: string) => string;
  /** By title. */
  readonly objectiveIds: ReadonlyMap<string, string>;
};

function objectiveIdOf({ objectiveIds }: Context, title: string): string {
  const id = objectiveIds.get(title);
  if (id === undefined) throw new Error(`The demo set has no objective "${title}".`);
  return id;
}

/** What an objective has beyond its words: alignment, roll-up, a written-in progress. */
function alignmentSteps(objective: DemoObjective, objectiveId: string, context: Context): Step[] {
  const { project, quarter, parent, rollUp, override } = objective;
  if (parent === undefined && rollUp === undefined && override === undefined) return [];
  const input: Input<'editObjective'> = {
    id: objectiveId,
    version: 1,
    reason: 'Agreed when the quarter was planned',
    ...(parent === undefined ? {} : { parentId: objectiveIdOf(context, parent) }),
    ...(rollUp === undefined ? {} : { rollUp }),
    ...(override === undefined ? {} : { override: { ...override, untilDay: quarterAt(context.today, quarter).endDay } }),
  };
  return [{ at: context.at + minuteMs, actor: project.lead, project, name: 'editObjective', input }];
}

function objectiveSteps(objective: DemoObjective, context: Context): Step[] {
  const { project, quarter, title, description, owner, weight } = objective;
  const objectiveId = objectiveIdOf(context, title);
  const create: Input<'createObjective'> = {
    id: objectiveId,
    cycleId: quarterAt(context.today, quarter).id,
    title,
    ownerAccountId: owner?.accountId ?? null,
    ...(description === undefined ? {} : { description }),
    ...(weight === undefined ? {} : { weight }),
  };
  return [
    { at: context.at, actor: project.lead, project, name: 'createObjective', input: create },
    ...alignmentSteps(objective, objectiveId, context),
    ...objective.keyResults.flatMap((keyResult, i) =>
      keyResultSteps(objective, objectiveId, keyResult, { ...context, at: context.at + (i + 1) * 3 * minuteMs }),
    ),
  ];
}

function keyResultSteps(objective: DemoObjective, objectiveId: string, keyResult: DemoKeyResult, context: Context): Step[] {
  const { project } = objective;
  const { startDay, endDay } = quarterAt(context.today, objective.quarter);
  const keyResultId = context.newId('key-result');
  const shared = {
    id: keyResultId,
    objectiveId,
    title: keyResult.title,
    ownerAccountId: keyResult.owner?.accountId ?? null,
    ...(keyResult.weight === undefined ? {} : { weight: keyResult.weight }),
    ...(keyResult.lastDays === undefined ? {} : { startDay: addDays(endDay, -keyResult.lastDays) }),
  };
  const create = createInput(keyResult, shared, { startDay, today: context.today, newId: context.newId });
  const by = { actor: keyResult.owner ?? project.lead, project };

  const sources = sourcesOf(keyResult).map((source): Input<'addSource'> => ({
    id: context.newId('source'),
    keyResultId,
    source: sourceDraft(source, project, startDay, context),
  }));
  const values = weeklyValues(keyResult, { startDay, endDay }, context.today);
  const checkIns = values.length === 0 && keyResult.owner !== null ? lastCheckInDays({ startDay, endDay }, context.today) : [];
  return [
    { at: context.at, actor: project.lead, project, name: 'createKeyResult', input: create },
    ...sources.map((input, i): Step => ({ ...by, at: context.at + (i + 1) * 10_000, name: 'addSource', input })),
    ...values.map(({ day, value }): Step => ({
      ...by,
      // Measured at the end of a day, written down the next morning.
      at: Date.parse(addDays(day, 1)) + 9 * hourMs,
      name: 'recordValue',
      input: { id: context.newId('value'), keyResultId, value, day },
    })),
    ...checkIns.map((day, i): Step => ({
      ...by,
      at: Date.parse(day) + 15 * hourMs,
      name: 'checkIn',
      input: { id: context.newId('check-in'), keyResultId, ...(checkInWords[i] ?? {}) },
    })),
  ];
}

const sourcesOf = (keyResult: DemoKeyResult): readonly DemoSource[] =>
  keyResult.kind === 'work' || keyResult.kind === 'metric' ? (keyResult.sources ?? []) : [];

type Shared = Pick<Input<'createKeyResult'>, 'id' | 'objectiveId' | 'title' | 'ownerAccountId' | 'weight' | 'startDay'>;
type Days = { readonly startDay: string; readonly today: string; readonly newId: Context['newId'] };

function createInput(keyResult: DemoKeyResult, shared: Shared, { startDay, today, newId }: Days): Input<'createKeyResult'> {
  switch (keyResult.kind) {
    case 'work':
      return { kind: 'work', ...shared, ...(keyResult.rule === undefined ? {} : { rule: keyResult.rule }) };
    case 'metric':
      return { kind: 'metric', ...shared, start: keyResult.start, target: keyResult.target, unit: keyResult.unit };
    case 'count': {
      const { start, target, unit, jql } = keyResult;
      return { kind: 'metric', ...shared, start, target, unit, source: { by: 'jira', jql, measure: 'count' } };
    }
    case 'band':
      return { kind: 'band', ...shared, low: keyResult.low, high: keyResult.high, unit: keyResult.unit };
    case 'milestones':
      return {
        kind: 'milestones',
        ...shared,
        milestones: keyResult.milestones.map(({ title, weight, reachedAfterDays }) => {
          const day = reachedAfterDays === null ? null : addDays(startDay, reachedAfterDays);
          return { id: newId('milestone'), title, weight, reachedDay: day === null || day > today ? null : day };
        }),
      };
  }
}

function sourceDraft(source: DemoSource, project: DemoProject, startDay: string, { keyOf }: Context): Input<'addSource'>['source'] {
  if (source.type === 'jql') return { ...source, jql: source.jql.replace('{start}', startDay) };
  return source.type === 'children'
    ? { type: 'children', issue: keyOf(project, source.epic) }
    : { type: 'issue', issue: keyOf(project, source.summary) };
}

/** What owners say in the last weeks, the latest last. */
const checkInWords = [
  { confidence: 7, words: 'Under way as planned.' },
  { confidence: 6, words: 'Reviews take longer than we thought.', blockers: 'Two people are out this week' },
  { confidence: 7, words: 'Reviews are done; the rest is in testing.' },
] as const;

/** The days of the last weeks on which somebody checked in: one a week, none of them today. */
function lastCheckInDays({ startDay, endDay }: { readonly startDay: string; readonly endDay: string }, today: string): readonly string[] {
  if (today > endDay) return [];
  return checkInWords.map((_, i) => addDays(today, -2 - 7 * (checkInWords.length - 1 - i))).filter((day) => day > addDays(startDay, 1));
}

type Value = { readonly day: string; readonly value: number };

/** A value a week from the first week of the cycle through today; none where people record no value. */
function weeklyValues(
  keyResult: DemoKeyResult,
  cycle: { readonly startDay: string; readonly endDay: string },
  today: string,
): readonly Value[] {
  const days: string[] = [];
  for (let day = addDays(cycle.startDay, 4); day <= cycle.endDay && day <= today; day = addDays(day, 7)) days.push(day);
  if (keyResult.kind === 'metric') return towardsTarget(keyResult, cycle, days, today);
  return keyResult.kind === 'band' ? withinBand(keyResult, days) : [];
}

/** Wobbling towards where the pace leads. */
function towardsTarget(
  { title, start, target, decimals, pace }: DemoMetricKeyResult,
  cycle: { readonly startDay: string; readonly endDay: string },
  days: readonly string[],
  today: string,
): readonly Value[] {
  if (pace === null) return [];
  const reached =
    pace === 'reached' ? 1 : pace * expectedProgress({ startDay: cycle.startDay, dueDay: cycle.endDay }, today, standardCalendar);
  const random = createRandom(title);
  return days.map((day, i) => {
    const share = i === days.length - 1 ? reached : (reached * (i + 1) * (0.85 + 0.2 * random.next())) / days.length;
    return { day, value: Number((start + (target - start) * share).toFixed(decimals)) };
  });
}

/** Up and down inside the band, and at last where it is now. */
function withinBand({ title, low, high, decimals, latest }: DemoBandKeyResult, days: readonly string[]): readonly Value[] {
  const random = createRandom(title);
  return days.map((day, i) => {
    const inside = low + (high - low) * (0.2 + 0.7 * random.next());
    return { day, value: Number((i === days.length - 1 ? latest : inside).toFixed(decimals)) };
  });
}

/** Finds an issue of the demo Jira by project and summary. Throws when there is none. */
function issueKeys(today: string): (project: DemoProject, summary: string) => string {
  const { issues } = demoJira(today);
  const keys = new Map(issues.map(({ projectId, summary, key }) => [`${projectId} ${summary}`, key]));
  return (project, summary) => {
    const key = keys.get(`${project.id} ${summary}`);
    if (key === undefined) throw new Error(`${project.key} has no issue "${summary}".`);
    return key;
  };
}
