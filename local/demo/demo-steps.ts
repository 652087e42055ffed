/**
 * What the demo company has written down until now, as calls of the app's resolver functions by the people it belongs to, each at the moment
 * it was made. Knows the demo set and the app's inputs; plays nothing.
 */
import type { Input } from '../../src/contract/api';
import { addDays, dayOf } from '../../src/domain/calendar';
import { usualSpan } from '../../src/domain/cycle';
import type { Home } from '../../src/domain/home';
import type { Issue } from '../jira/model';
import { buyInSteps } from './buy-in-steps';
import { demoOkrs } from './demo-okrs';
import { company, groups, okrAdmin, people, type DemoHome } from './demo-people';
import { keyResultSteps } from './key-result-steps';
import type { DemoCycle, DemoObjective } from './okrs/demo-okr';
import { quarterAt } from './plan-issues';
import type { Step, StepContext } from './step';

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;

const homeInput = (home: DemoHome): Home => {
  if (home.level === 'company') return { level: 'company' };
  return home.level === 'group' ? { level: 'group', groupId: home.id } : { level: 'project', projectId: home.id };
};

function cycleOf(today: string, cycle: DemoCycle): StepContext['cycle'] {
  if (cycle === 'year') return { ...usualSpan('year', today), id: 'demo-year' };
  return quarterAt(today, cycle === 'quarter' ? 0 : -1);
}

/** The year, the groups, and who looks after the OKRs of the company. */
function setUpSteps(today: string): readonly Step[] {
  const { name, startDay, endDay } = usualSpan('year', today);
  const create: Input<'createCycle'> = { id: 'demo-year', name, startDay, endDay };
  const start: Input<'startCycle'> = { id: 'demo-year', version: 1 };
  const grant: Input<'grantOkrAdmin'> = { holderAccountId: okrAdmin.accountId };
  const groupInputs = Object.values(groups).map((group): Input<'createGroup'> => ({
    id: group.id,
    name: group.name,
    projectIds: group.projects.map(({ id }) => id),
    leadIds: [group.lead.accountId],
  }));
  const by = { at: Date.parse(startDay) + 8 * hourMs, actor: people.ines, home: company };
  const steps: readonly Step[] = [
    { ...by, name: 'createCycle', input: create },
    { ...by, name: 'startCycle', input: start },
    { ...by, name: 'grantOkrAdmin', input: grant },
    ...groupInputs.map((input): Step => ({ ...by, name: 'createGroup', input })),
  ];
  return steps.map((step, i) => ({ ...step, at: step.at + i * minuteMs }));
}

/** What an objective has beyond its words: alignment, roll-up, contributors, a written-in progress. */
function editSteps(
  objective: DemoObjective,
  objectiveId: string,
  parentId: string | undefined,
  { at, cycle }: StepContext,
): readonly Step[] {
  const { home, rollUp, override, contributors } = objective;
  if (parentId === undefined && rollUp === undefined && override === undefined && contributors === undefined) return [];
  const input: Input<'editObjective'> = {
    id: objectiveId,
    version: 1,
    reason: 'Agreed when the quarter was planned',
    ...(parentId === undefined ? {} : { parentId }),
    ...(rollUp === undefined ? {} : { rollUp }),
    ...(contributors === undefined ? {} : { contributorIds: contributors.map(({ accountId }) => accountId) }),
    ...(override === undefined ? {} : { override: { ...override, untilDay: cycle.endDay } }),
  };
  return [{ at: at + minuteMs, actor: home.lead, home, name: 'editObjective', input }];
}

/** What the side of the parent says to the alignment: it takes it up, unless the set says otherwise. */
function answerSteps({ parent, answer }: DemoObjective, objectiveId: string, at: number): readonly Step[] {
  const above = demoOkrs.find(({ title }) => title === parent);
  if (above === undefined || answer === 'none') return [];
  const input: Input<'answerContribution'> =
    answer === undefined
      ? { answer: 'accept', objectiveId, version: 2 }
      : { answer: 'decline', objectiveId, version: 2, reason: answer.declined };
  return [{ at, actor: above.home.lead, home: above.home, name: 'answerContribution', input }];
}

function objectiveSteps(objective: DemoObjective, objectiveIds: ReadonlyMap<string, string>, context: StepContext): readonly Step[] {
  const { home, title, description, owner, weight, ambition, parent, audience } = objective;
  const idOf = (named: string): string => {
    const id = objectiveIds.get(named);
    if (id === undefined) throw new Error(`The demo set has no objective "${named}".`);
    return id;
  };
  const objectiveId = idOf(title);
  // What is said of a cycle that is over is told from its end.
  const lastDay = context.today < context.cycle.endDay ? context.today : context.cycle.endDay;
  const input: Input<'createObjective'> = {
    id: objectiveId,
    home: homeInput(home),
    cycleId: context.cycle.id,
    title,
    ownerAccountId: owner?.accountId ?? null,
    ...(description === undefined ? {} : { description }),
    ...(weight === undefined ? {} : { weight }),
    ...(ambition === undefined ? {} : { ambition }),
    ...(audience === undefined ? {} : { audience: audience.map(({ accountId }) => accountId) }),
  };
  return [
    { at: context.at, actor: home.lead, home, name: 'createObjective', input },
    ...editSteps(objective, objectiveId, parent === undefined ? undefined : idOf(parent), context),
    ...answerSteps(objective, objectiveId, context.at + 2 * minuteMs),
    ...buyInSteps(objective, objectiveId, { ...context, today: lastDay }),
    ...objective.keyResults.flatMap((keyResult, i) =>
      keyResultSteps(home, objectiveId, keyResult, { ...context, at: context.at + (i + 1) * 3 * minuteMs }),
    ),
  ];
}

/** By title. */
export const demoObjectiveIds = (): ReadonlyMap<string, string> =>
  new Map(demoOkrs.map(({ title }, i) => [title, `demo-objective-${i + 1}`]));

/** Everything the company wrote down until `now` (epoch ms), earliest first; `issues` are those of its Jira. */
export function demoSteps(now: number, issues: readonly Issue[]): readonly Step[] {
  const today = dayOf(now);
  const found = new Map(issues.map((issue) => [`${issue.projectId} ${issue.summary}`, issue]));
  const issueOf: StepContext['issueOf'] = (home, summary) => {
    const issue = home.level === 'project' ? found.get(`${home.id} ${summary}`) : undefined;
    if (issue === undefined) throw new Error(`There is no issue "${summary}" where a demo objective looks for it.`);
    return issue;
  };
  const counters = new Map<string, number>();
  const newId = (kind: string): string => {
    const number = (counters.get(kind) ?? 0) + 1;
    counters.set(kind, number);
    return `demo-${kind}-${number}`;
  };

  const objectiveIds = demoObjectiveIds();
  const written = demoOkrs.flatMap((objective, i) => {
    const cycle = cycleOf(today, objective.cycle);
    // Written on the second day of the cycle, one objective after the other.
    const at = Date.parse(addDays(cycle.startDay, 1)) + 8 * hourMs + i * 20 * minuteMs;
    return objectiveSteps(objective, objectiveIds, { today, at, cycle, newId, issueOf });
  });
  return [...setUpSteps(today), ...written].map((step) => (step.at > now ? { ...step, at: now } : step)).sort((a, b) => a.at - b.at);
}
