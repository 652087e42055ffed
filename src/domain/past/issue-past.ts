/**
 * The past of one issue from its present and its changelog. Every part of the state is followed by itself: its first value is what its earliest
 * entry changed it from, or the present one where no entry speaks of it. Works on what it is given and throws at nothing: entries may come in
 * any order and contradict each other. What an entry says holds until the next one; after the last, the present state does.
 */
import type { FollowedField, History, IssueNow, IssuePast, IssueState, Named } from './issue-state';
import { loggedChange, type LoggedChange } from './logged-change';

type Step<T> = { readonly at: number; readonly from: T; readonly to: T };
/** How one value came to be: the first one, and those that followed, oldest first. */
type Course<T> = { readonly first: T; readonly then: readonly { readonly at: number; readonly to: T }[] };

type Logged<P extends LoggedChange['part']> = Extract<LoggedChange, { part: P }> & { readonly at: number };

/** Two entries within this belong to one change of parent, which Jira may log once for each form. */
const ONE_CHANGE_MS = 2000;

function courseOf<T>(steps: readonly Step<T>[], now: T): Course<T> {
  const [earliest] = steps;
  if (earliest === undefined) return { first: now, then: [] };
  return { first: earliest.from, then: steps.map(({ at, to }, index) => ({ at, to: index === steps.length - 1 ? now : to })) };
}

/** By time; entries of one moment by id, which Jira counts up. */
function inOrder(histories: readonly History[]): readonly History[] {
  const byId = (a: History, b: History): number => Number(a.id) - Number(b.id) || 0;
  return [...histories].sort((a, b) => a.at - b.at || byId(a, b));
}

/**
 * Changes of parent with the entries of one change made one: `Epic Link` from A to nothing beside `Parent` from nothing to B is a change from A
 * to B, in whichever order they come.
 */
function parentSteps(logged: readonly Logged<'parent'>[]): readonly Step<Named | null>[] {
  const groups: { at: number; forms: Set<string>; changes: Logged<'parent'>[] }[] = [];
  for (const change of logged) {
    const last = groups.at(-1);
    if (last !== undefined && change.at - last.at <= ONE_CHANGE_MS && !last.forms.has(change.form)) {
      last.forms.add(change.form);
      last.changes.push(change);
    } else groups.push({ at: change.at, forms: new Set([change.form]), changes: [change] });
  }
  // Of two forms the one with an id says more.
  const best = (values: readonly (Named | null)[]): Named | null =>
    values.find((value) => value !== null && value.id !== null) ?? values.find((value) => value !== null) ?? null;
  return groups.map(({ at, changes }) => ({ at, from: best(changes.map(({ from }) => from)), to: best(changes.map(({ to }) => to)) }));
}

const isSame = (a: Named, b: Named): boolean =>
  a.id !== null && b.id !== null ? a.id === b.id : a.name !== null && a.name.toLowerCase() === b.name?.toLowerCase();

/** A set of values, each of which comes and goes by itself. */
function setCourse(
  logged: readonly { readonly at: number; readonly from: Named | null; readonly to: Named | null }[],
  now: readonly Named[],
) {
  const values: Named[] = [...now];
  const comings: { readonly index: number; readonly at: number; readonly isThere: boolean }[] = [];
  const note = (value: Named | null, at: number, isThere: boolean): void => {
    if (value === null) return;
    const known = values.findIndex((candidate) => isSame(candidate, value));
    comings.push({ index: known === -1 ? values.push(value) - 1 : known, at, isThere });
  };
  for (const { at, from, to } of logged) {
    note(from, at, false);
    note(to, at, true);
  }
  const courses = values.map((_, index) =>
    courseOf(
      comings.filter((coming) => coming.index === index).map(({ at, isThere }) => ({ at, from: !isThere, to: isThere })),
      index < now.length,
    ),
  );
  const there = courses.map(({ first }) => first);
  const all = (): readonly Named[] => values.filter((_, index) => there[index]);
  const first = all();
  const moves = courses.flatMap(({ then }, index) => then.map(({ at, to }) => ({ at, to, index }))).sort((a, b) => a.at - b.at);
  const then = moves.map(({ at, to, index }) => {
    there[index] = to;
    return { at, to: all() };
  });
  return { first, then };
}

type Mutable = { -readonly [K in keyof IssueState]: IssueState[K] };

/**
 * The past of an issue. `followed` are the number fields to follow. At the end of `changes` the state is the present one, whatever the
 * changelog says.
 */
export function issuePast(now: IssueNow, histories: readonly History[], followed: readonly FollowedField[]): IssuePast {
  const logged = inOrder(histories).flatMap(({ at, items }) =>
    items.flatMap((item): (LoggedChange & { readonly at: number })[] => {
      const change = loggedChange(item, followed);
      return change === null ? [] : [{ ...change, at }];
    }),
  );
  const of = <P extends LoggedChange['part']>(part: P): readonly Logged<P>[] =>
    logged.filter((change): change is Logged<P> => change.part === part);

  const first: Mutable = { ...now.state };
  const changes = new Map<number, Partial<Mutable>>();
  const put = <K extends keyof IssueState>(part: K, course: Course<IssueState[K]>): void => {
    first[part] = course.first;
    for (const { at, to } of course.then) {
      const change = changes.get(at) ?? {};
      change[part] = to;
      changes.set(at, change);
    }
  };
  /** What has to be there always keeps its present value where an entry says there was none. */
  const always = <T>(steps: readonly Step<T | null>[], present: T): readonly Step<T>[] =>
    steps.map(({ at, from, to }) => ({ at, from: from ?? present, to: to ?? present }));

  const { state } = now;
  put('project', courseOf(always(of('project'), state.project), state.project));
  put('type', courseOf(always(of('type'), state.type), state.type));
  put('status', courseOf(always(of('status'), state.status), state.status));
  put('key', courseOf(always(of('key'), state.key), state.key));
  for (const part of ['resolution', 'priority', 'assignee', 'reporter'] as const) put(part, courseOf(of(part), state[part]));
  put('parent', courseOf(parentSteps(of('parent')), state.parent));
  for (const part of ['fixVersions', 'affectedVersions', 'components'] as const) put(part, setCourse(of(part), state[part]));
  put('sprints', courseOf(of('sprints'), state.sprints));
  put('labels', courseOf(of('labels'), state.labels));
  put('estimate', courseOf(of('estimate'), state.estimate));
  put('numbers', numbersCourse(of('numbers'), state.numbers));

  const keys = [state.key, ...of('key').flatMap(({ from, to }) => [from, to])].filter((key) => key !== null);
  return {
    issueId: now.issueId,
    createdAt: now.createdAt,
    keys: [...new Set(keys)],
    statusCategory: now.statusCategory,
    numberFieldIds: followed.map(({ id }) => id),
    first,
    changes: [...changes].sort(([a], [b]) => a - b).map(([at, to]) => ({ at, to })),
  };
}

function numbersCourse(logged: readonly Logged<'numbers'>[], now: IssueState['numbers']): Course<IssueState['numbers']> {
  const fieldIds = [...new Set(logged.map(({ fieldId }) => fieldId))];
  const courses = fieldIds.map((fieldId) => ({
    fieldId,
    course: courseOf<number | null>(
      logged.filter((change) => change.fieldId === fieldId),
      now[fieldId] ?? null,
    ),
  }));
  const values = new Map<string, number | null>(Object.entries(now));
  for (const { fieldId, course } of courses) values.set(fieldId, course.first);
  const all = (): Readonly<Record<string, number>> =>
    Object.fromEntries([...values].filter((entry): entry is [string, number] => entry[1] !== null));
  const first = all();
  const moves = courses
    .flatMap(({ fieldId, course }) => course.then.map(({ at, to }) => ({ at, to, fieldId })))
    .sort((a, b) => a.at - b.at);
  const then = moves.map(({ at, to, fieldId }) => {
    values.set(fieldId, to);
    return { at, to: all() };
  });
  return { first, then };
}
