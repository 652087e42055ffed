/**
 * Turns a project's backlog into issues with a year of history up to a given day: planned, estimated, started, reviewed,
 * finished, reopened, cancelled, moved under another epic, added midway. Every draw comes from seeded chance.
 * Knows nothing of Jira's JSON or of key results.
 */
import { addDays, standardCalendar } from '../../src/domain/calendar';
import { expectedProgress } from '../../src/domain/expected';
import { nextQuarter, quarterOf } from '../../src/domain/quarter';
import type { JiraUser } from '../seams';
import type { Item, ProjectBacklog, WorkGroup } from './backlog/backlog';
import { agnesLeftDaysAgo, people, type DemoProject } from './demo-people';
import { newIssueState, type IssueChange, type IssueDraft, type IssueState, type IssueTypeName } from './issue-draft';
import { createRandom, type Random } from './random';
import { after, atWork, drawWorkedDays, duringWork, workedDayUpTo } from './working-time';

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;
/** What those who estimate in hours give the size that others call a point. */
const hoursPerPoint = 4;

type Quarter = ReturnType<typeof quarterOf>;

/** The quarter `offset` quarters after the one `today` lies in. */
export function quarterAt(today: string, offset: number): Quarter {
  let quarter = quarterOf(today);
  for (let i = 0; i < offset; i += 1) quarter = nextQuarter(quarter.startDay);
  for (let i = 0; i > offset; i -= 1) quarter = quarterOf(addDays(quarter.startDay, -1));
  return quarter;
}

/** How an item ends, seen from today. */
type Ending =
  | { readonly type: 'finished'; readonly day: string }
  | { readonly type: 'cancelled'; readonly day: string; readonly resolution: "Won't Do" | 'Duplicate' }
  | { readonly type: 'under-way'; readonly startDay: string; readonly inReview: boolean }
  | { readonly type: 'waiting' };

type Planned = { readonly type: IssueTypeName; readonly item: Item; readonly createdDay: string; readonly ending: Ending };

/** All issues of a project, none of them changed on `today` or later; epics come before what hangs under them. */
export function planIssues(project: DemoProject, backlog: ProjectBacklog, today: string): IssueDraft[] {
  const issues: IssueDraft[] = [];
  let formerEpic: IssueDraft | null = null;
  for (const group of backlog.groups) {
    const planned = planGroup(project, group, today);
    const epic = group.epic === null ? null : planEpic(project, group, group.epic, planned, today);
    if (epic) issues.push(epic);
    for (const plan of planned) issues.push(...writeItem({ project, group, plan, epic, formerEpic, today }));
    formerEpic = epic ?? formerEpic;
  }
  issues.push(...planBugReports(project, backlog.bugReports, today));
  return issues;
}

function planGroup(project: DemoProject, group: WorkGroup, today: string): Planned[] {
  const random = createRandom(`${project.key} ${group.epic ?? group.labels.join()} plan`);
  const yesterday = addDays(today, -1);
  const quarter = quarterAt(today, group.quarter);
  const finishedEarly = group.pace >= 2;
  const firstDay = finishedEarly ? addDays(quarter.startDay, -28) : quarter.startDay;
  const lastDay = quarter.endDay < yesterday ? quarter.endDay : yesterday;

  const items = random.shuffle([
    ...group.stories.map((item) => ({ type: 'Story' as const, item })),
    ...group.tasks.map((item) => ({ type: 'Task' as const, item })),
    ...group.bugs.map((item) => ({ type: 'Bug' as const, item })),
  ]);
  const kept = items.length - group.cancelled;
  const finished = Math.round(kept * doneShare(group, quarter, today));
  const finishDays = drawWorkedDays(random, addDays(firstDay, 3), lastDay, finished);
  const cancelDays = drawWorkedDays(random, addDays(firstDay, 10), lastDay, group.cancelled);

  return items.map(({ type, item }, i): Planned => {
    const finishDay = finishDays[i];
    const cancelDay = cancelDays[i - kept];
    const ending: Ending =
      finishDay !== undefined
        ? { type: 'finished', day: finishDay }
        : cancelDay !== undefined
          ? { type: 'cancelled', day: cancelDay, resolution: random.chance(0.3) ? 'Duplicate' : "Won't Do" }
          : group.quarter <= 0 && i < finishDays.length + 3
            ? { type: 'under-way', startDay: workedDayUpTo(addDays(yesterday, -random.between(1, 12))), inReview: random.chance(0.35) }
            : { type: 'waiting' };

    const latest =
      ending.type === 'finished' || ending.type === 'cancelled'
        ? addDays(ending.day, -3)
        : ending.type === 'under-way'
          ? addDays(ending.startDay, -2)
          : yesterday;
    const midway = addDays(quarter.startDay, random.between(20, 50));
    const isAddedMidway = !finishedEarly && group.quarter <= 0 && random.chance(0.25) && midway < latest;
    const planned = addDays(firstDay, -random.between(3, 18));
    return { type, item, createdDay: workedDayUpTo(isAddedMidway ? midway : planned < latest ? planned : latest), ending };
  });
}

/** The share of a group's work that is done today: all of it in quarters long past, a little left over in the last one. */
function doneShare(group: WorkGroup, quarter: Quarter, today: string): number {
  if (group.quarter < -1) return 1;
  if (group.quarter === -1) return 0.9;
  if (group.quarter === 0)
    return Math.min(
      1,
      group.pace >= 2 ? 1 : group.pace * expectedProgress({ startDay: quarter.startDay, dueDay: quarter.endDay }, today, standardCalendar),
    );
  return 0;
}

function planEpic(project: DemoProject, group: WorkGroup, summary: string, planned: readonly Planned[], today: string): IssueDraft {
  const random = createRandom(`${project.key} ${summary}`);
  const starts = planned.flatMap(({ ending }) =>
    ending.type === 'finished' ? [ending.day] : ending.type === 'under-way' ? [ending.startDay] : [],
  );
  const ends = planned.map(({ ending }) => (ending.type === 'finished' || ending.type === 'cancelled' ? ending.day : null));
  const isClosed = ends.every((day) => day !== null) && group.quarter <= 0;
  const lastEnd = ends.reduce<string>((latest, day) => (day !== null && day > latest ? day : latest), '');

  const firstCreated = planned.reduce((earliest, plan) => (plan.createdDay < earliest ? plan.createdDay : earliest), today);
  const createdAt = atWork(random, workedDayUpTo(addDays(firstCreated, -random.between(4, 10))));
  const changes: IssueChange[] = [];
  const firstStart = [...starts].sort()[0];
  const startedAt = firstStart === undefined ? null : after(random, createdAt + dayMs, Date.parse(firstStart) - 6 * dayMs);
  if (startedAt !== null) changes.push({ at: startedAt, author: project.lead, set: { status: 'In Progress' } });
  const closedAt = Date.parse(lastEnd) + 22 * hourMs;
  if (isClosed && startedAt !== null) changes.push({ at: closedAt, author: project.lead, set: { status: 'Done', resolution: 'Done' } });
  return {
    project,
    type: 'Epic',
    summary,
    createdAt,
    reporter: project.lead,
    first: { ...newIssueState, assignee: project.lead, labels: group.labels },
    changes,
  };
}

type ItemContext = {
  readonly project: DemoProject;
  readonly group: WorkGroup;
  readonly plan: Planned;
  readonly epic: IssueDraft | null;
  readonly formerEpic: IssueDraft | null;
  readonly today: string;
};

/** One item and its sub-tasks. */
function writeItem(context: ItemContext): IssueDraft[] {
  const { project, group, plan, epic, formerEpic, today } = context;
  const summary = typeof plan.item === 'string' ? plan.item : plan.item.summary;
  const random = createRandom(`${project.key} ${summary}`);
  const createdAt = atWork(random, plan.createdDay);
  const team = teamOn(project, plan.createdDay, today);
  const reporter = random.chance(0.5) ? project.lead : random.pick(team);

  const wasElsewhere =
    formerEpic !== null && epic !== null && formerEpic.createdAt < createdAt && plan.type === 'Story' && random.chance(0.08);
  const labelledLater = random.chance(0.15);
  const first: IssueState = {
    ...newIssueState,
    parent: wasElsewhere ? formerEpic : epic,
    labels: labelledLater ? [] : group.labels,
    priority: plan.type === 'Bug' && random.chance(0.4) ? 'High' : random.chance(0.2) ? 'Low' : 'Medium',
  };
  const changes: IssueChange[] = [];
  let at = createdAt;
  const change = (wanted: number, author: JiraUser, set: Partial<IssueState>): void => {
    at = after(random, at, duringWork(random, wanted));
    // What chance put after the present has not happened.
    if (at < Date.parse(today)) changes.push({ at, author, set });
  };

  if (labelledLater) change(createdAt + 2 * hourMs, project.lead, { labels: group.labels });
  if (wasElsewhere) change(createdAt + random.between(3, 40) * hourMs, project.lead, { parent: epic });
  const points = random.pick([1, 2, 2, 3, 3, 5, 5, 8]);
  if (random.chance(group.estimated)) {
    const firstGuess = random.chance(0.12) ? random.pick([1, 3, 13]) : points;
    const estimate = (size: number): Partial<IssueState> =>
      group.estimatedIn === 'hours' ? { estimate: size * hoursPerPoint * 3600 } : { points: size };
    change(createdAt + random.between(1, 30) * hourMs, reporter, estimate(firstGuess));
    if (firstGuess !== points) change(at + random.between(2, 20) * hourMs, reporter, estimate(points));
  }
  follow({ plan, project, team, random, today, change, now: () => at });

  const issue: IssueDraft = { project, type: plan.type, summary, createdAt, reporter, first, changes };
  const subtasks = typeof plan.item === 'string' ? [] : plan.item.subtasks;
  return [issue, ...subtasks.map((subtask, i) => writeSubtask(issue, subtask, i, today))];
}

type Course = {
  readonly plan: Planned;
  readonly project: DemoProject;
  readonly team: readonly [JiraUser, ...JiraUser[]];
  readonly random: Random;
  readonly today: string;
  readonly change: (wanted: number, author: JiraUser, set: Partial<IssueState>) => void;
  /** The instant of the last change. */
  readonly now: () => number;
};

/** Writes an item's way through the statuses. */
function follow({ plan, project, team, random, today, change, now }: Course): void {
  const { ending } = plan;
  const assignee = random.pick(team);
  const release = (day: string): string | null => (plan.type === 'Task' ? null : versionOn(project, day));

  if (ending.type === 'waiting') {
    if (random.chance(0.3)) change(now() + 5 * hourMs, project.lead, { assignee });
    return;
  }
  if (ending.type === 'cancelled') {
    change(atWork(random, ending.day), project.lead, { status: 'Done', resolution: ending.resolution });
    return;
  }
  if (ending.type === 'under-way') {
    change(atWork(random, ending.startDay), assignee, { assignee, status: 'In Progress', fixVersion: release(today) });
    if (ending.inReview) change(now() + random.between(2, 9) * hourMs, assignee, { status: 'In Review' });
    return;
  }

  const finish = atWork(random, ending.day);
  const startDay = workedDayUpTo(addDays(ending.day, -random.between(1, 9)));
  change(atWork(random, startDay), assignee, { assignee, status: 'In Progress' });
  if (random.chance(0.08) && assignee !== project.lead) change(now() + 3 * hourMs, project.lead, { assignee: project.lead });
  change(finish - random.between(2, 20) * hourMs, assignee, { status: 'In Review' });
  change(finish, random.pick(team), { status: 'Done', resolution: 'Done', fixVersion: release(ending.day) });

  const isOldEnough = addDays(ending.day, 9) < today;
  if (isOldEnough && random.chance(0.07)) {
    change(atWork(random, workedDayUpTo(addDays(ending.day, 3))), random.pick(team), { status: 'In Progress', resolution: null });
    change(now() + random.between(3, 20) * hourMs, assignee, { status: 'In Review' });
    change(now() + random.between(2, 20) * hourMs, assignee, { status: 'Done', resolution: 'Done' });
  }
}

/** A sub-task ends with its parent at the latest; the first of an item under way is done, the others wait. */
function writeSubtask(parent: IssueDraft, summary: string, position: number, today: string): IssueDraft {
  const { project } = parent;
  const random = createRandom(`${project.key} ${summary}`);
  const createdAt = parent.createdAt + (position + 1) * random.between(5, 20) * 60_000;
  const changes: IssueChange[] = [];
  const started = parent.changes.find(({ set }) => set.status === 'In Progress');
  const ended = parent.changes.find(({ set }) => set.status === 'Done');
  const assignee = started?.set.assignee ?? project.lead;
  const resolution = ended?.set.resolution ?? null;
  if (started) {
    const startedAt = after(random, createdAt, started.at + position * hourMs);
    changes.push({ at: startedAt, author: assignee, set: { assignee, status: 'In Progress' } });
    const doneAt = ended ? Math.max(startedAt + 60_000, ended.at - (position + 1) * 20 * 60_000) : startedAt + 5 * hourMs;
    if (ended || (position === 0 && doneAt < Date.parse(today)))
      changes.push({ at: doneAt, author: assignee, set: { status: 'Done', resolution: 'Done' } });
  } else if (ended) {
    changes.push({ at: after(random, createdAt, ended.at), author: ended.author, set: { status: 'Done', resolution } });
  }
  return { project, type: 'Sub-task', summary, createdAt, reporter: parent.reporter, first: { ...newIssueState, parent }, changes };
}

function planBugReports(project: DemoProject, reports: readonly string[], today: string): IssueDraft[] {
  const random = createRandom(`${project.key} reports`);
  const yesterday = addDays(today, -1);
  const days = drawWorkedDays(random, addDays(today, -360), addDays(today, -4), reports.length);
  return random.shuffle(reports).flatMap((summary, i) => {
    const createdDay = days[i] ?? yesterday;
    const [endDay] = drawWorkedDays(random, addDays(createdDay, 3), addDays(createdDay, 32), 1);
    const fate = random.next();
    const ending: Ending =
      endDay === undefined || endDay > yesterday || fate > 0.92
        ? { type: 'waiting' }
        : fate > 0.84
          ? { type: 'cancelled', day: endDay, resolution: fate > 0.88 ? 'Duplicate' : "Won't Do" }
          : { type: 'finished', day: endDay };
    const group: WorkGroup = {
      epic: null,
      quarter: 0,
      pace: 0,
      cancelled: 0,
      estimated: 0.4,
      labels: [],
      stories: [],
      tasks: [],
      bugs: [],
    };
    return writeItem({ project, group, plan: { type: 'Bug', item: summary, createdDay, ending }, epic: null, formerEpic: null, today });
  });
}

/** Who was there on a day. */
function teamOn(project: DemoProject, day: string, today: string): readonly [JiraUser, ...JiraUser[]] {
  const stayed = project.members.filter((member) => member !== people.agnes || day < addDays(today, -agnesLeftDaysAgo - 30));
  return [project.lead, ...stayed.filter((member) => member !== project.lead)];
}

/** The version that a quarter's work ships in: "Web 2026.4". */
function versionOn(project: DemoProject, day: string): string | null {
  if (project.versionName === null) return null;
  const quarter = quarterOf(day);
  return `${project.versionName} ${quarter.id.replace('-q', '.')}`;
}
