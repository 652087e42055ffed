/** What the demo company has written down of one key result: its goal, where its issues come from, and what has been said of it since. */
import type { Input } from '../../src/contract/api';
import { addDays } from '../../src/domain/calendar';
import { quarterOf } from '../../src/domain/quarter';
import type { DemoHome } from './demo-people';
import { checkInWords } from './okrs/check-in-words';
import type { DemoKeyResult, DemoSource } from './okrs/demo-okr';
import { weeklyValues } from './okrs/weekly-values';
import { actorOf, type Step, type StepContext } from './step';

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;

export function keyResultSteps(home: DemoHome, objectiveId: string, keyResult: DemoKeyResult, context: StepContext): readonly Step[] {
  const { cycle, at, newId } = context;
  const keyResultId = newId('key-result');
  const shared = {
    id: keyResultId,
    objectiveId,
    title: keyResult.title,
    ownerAccountId: keyResult.owner?.accountId ?? null,
    ...(keyResult.weight === undefined ? {} : { weight: keyResult.weight }),
    ...(keyResult.lastDays === undefined ? {} : { startDay: addDays(cycle.endDay, -keyResult.lastDays) }),
  };
  const milestoneIds = keyResult.kind === 'milestones' ? keyResult.milestones.map(() => newId('milestone')) : [];
  const contributorIds = keyResult.contributors?.map(({ accountId }) => accountId) ?? [];
  const edit: Input<'editKeyResult'> = { id: keyResultId, version: 1, contributorIds };
  const byLead = { actor: home.lead, home };
  return [
    { ...byLead, at, name: 'createKeyResult', input: createInput(keyResult, shared, milestoneIds) },
    ...(contributorIds.length === 0 ? [] : [{ ...byLead, at: at + 5000, name: 'editKeyResult', input: edit } as const]),
    ...sourceSteps(home, keyResultId, keyResult, context),
    ...milestoneSteps(home, keyResultId, keyResult, milestoneIds, contributorIds.length === 0 ? 1 : 2, context),
    ...saidSteps(home, keyResultId, keyResult, context),
    ...talkSteps(home, keyResultId, keyResult, context),
  ];
}

type Shared = Pick<Input<'createKeyResult'>, 'id' | 'objectiveId' | 'title' | 'ownerAccountId' | 'weight' | 'startDay'>;

function createInput(keyResult: DemoKeyResult, shared: Shared, milestoneIds: readonly string[]): Input<'createKeyResult'> {
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
        milestones: keyResult.milestones.map(({ title, weight }, i) => ({ id: milestoneIds[i] ?? '', title, weight, reachedDay: null })),
      };
  }
}

function sourceSteps(
  home: DemoHome,
  keyResultId: string,
  keyResult: DemoKeyResult,
  { at, cycle, newId, issueOf }: StepContext,
): readonly Step[] {
  const sources = (keyResult.kind === 'work' || keyResult.kind === 'metric' ? keyResult.sources : undefined) ?? [];
  const draft = (source: DemoSource): Input<'addSource'>['source'] => {
    if (source.type === 'jql') return { ...source, jql: source.jql.replace('{start}', cycle.startDay) };
    return source.type === 'children'
      ? { type: 'children', issue: issueOf(home, source.epic).key }
      : { type: 'issue', issue: issueOf(home, source.summary).key };
  };
  const thereSince = (source: DemoSource): number => {
    if (source.type === 'jql') return at;
    return issueOf(home, source.type === 'children' ? source.epic : source.summary).created;
  };
  return sources.map((source, i): Step => {
    const input: Input<'addSource'> = { id: newId('source'), keyResultId, source: draft(source), reason: 'Part of what we agreed on' };
    // What was written into Jira later came into scope then.
    const added = Math.max(at + (i + 1) * 10_000, thereSince(source) + minuteMs);
    return { at: added, actor: actorOf(keyResult.owner, home), home, name: 'addSource', input };
  });
}

function milestoneSteps(
  home: DemoHome,
  keyResultId: string,
  keyResult: DemoKeyResult,
  milestoneIds: readonly string[],
  firstVersion: number,
  { cycle, today }: StepContext,
): readonly Step[] {
  if (keyResult.kind !== 'milestones') return [];
  const reached = keyResult.milestones.flatMap(({ reachedAfterDays }, i) => {
    const day = reachedAfterDays === null ? null : addDays(cycle.startDay, reachedAfterDays);
    return day === null || day >= today ? [] : [{ day, milestoneId: milestoneIds[i] ?? '' }];
  });
  return reached.map(({ day, milestoneId }, i): Step => {
    const input: Input<'reachMilestone'> = { keyResultId, version: firstVersion + i, milestoneId, reachedDay: day };
    return { at: Date.parse(day) + 16 * hourMs, actor: actorOf(keyResult.owner, home), home, name: 'reachMilestone', input };
  });
}

/** The days of the last weeks on which somebody looked at it: one a week, none of them today. */
function lookingDays(cycle: StepContext['cycle'], today: string, quietDays: number, count: number): readonly string[] {
  if (today > cycle.endDay) return [];
  const last = addDays(today, -Math.max(2, quietDays));
  return Array.from({ length: count }, (_, i) => addDays(last, -7 * (count - 1 - i))).filter((day) => day > addDays(cycle.startDay, 1));
}

/** Its values with the words of the last ones, or, where it has none, check-ins of words alone. */
function saidSteps(home: DemoHome, keyResultId: string, keyResult: DemoKeyResult, { cycle, today, newId }: StepContext): readonly Step[] {
  const by = { actor: actorOf(keyResult.owner, home), home };
  const said = checkInWords(keyResult);
  const values = weeklyValues(keyResult, cycle, today);
  if (values.length > 0) {
    return values.map(({ day, value }, i): Step => {
      const words = said[i - values.length + said.length];
      // What stood in the way of a cycle that is over is nobody's to remove any more.
      const blockers = today > cycle.endDay ? undefined : words?.blockers;
      const input: Input<'checkIn'> = { id: newId('value'), keyResultId, value, ...words, ...(words && { blockers }) };
      // Before the quarter nobody took notes every day: those days are told from what was written down the next morning.
      return cycle.startDay < quarterOf(today).startDay
        ? { ...by, at: Date.parse(addDays(day, 1)) + 9 * hourMs, name: 'checkIn', input: { ...input, day } }
        : { ...by, at: Date.parse(day) + 17 * hourMs, name: 'checkIn', input };
    });
  }
  if (keyResult.owner === null) return [];
  return lookingDays(cycle, today, keyResult.quietDays ?? 0, said.length).map((day, i): Step => {
    const input: Input<'checkIn'> = { id: newId('check-in'), keyResultId, ...said[i] };
    return { ...by, at: Date.parse(day) + 15 * hourMs, name: 'checkIn', input };
  });
}

/** Nobody writes about it before it is there: early in a quarter it is still silent. */
function talkSteps(home: DemoHome, keyResultId: string, { talk = [] }: DemoKeyResult, { at, today, newId }: StepContext): readonly Step[] {
  if (talk.some(({ daysAgo }) => Date.parse(addDays(today, -daysAgo)) < at)) return [];
  const ids = talk.map(() => newId('comment'));
  return talk.map(({ by, daysAgo, words, answers }, i): Step => {
    const subject = { type: 'key-result', id: keyResultId } as const;
    const input: Input<'addComment'> = { id: ids[i] ?? '', subject, words, ...(answers ? { replyTo: ids[0] ?? '' } : {}) };
    return { at: Date.parse(addDays(today, -daysAgo)) + 13 * hourMs, actor: by, home, name: 'addComment', input };
  });
}
