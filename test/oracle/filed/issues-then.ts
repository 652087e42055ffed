/**
 * How every issue of a file was at an instant, told from its present and its changelog. Where a changelog contradicts itself (an entry begins
 * with another value than the one before it ended with) nobody can tell when the silent change was: read backwards it came at once, read forwards
 * it came last. Both readings are given.
 */
import type { CountedIssue } from '../jira-truth';
import type { FiledChange, FiledHistories, FiledIssue, FiledStatus, Value } from './filed-issue';

export type Reading = 'backwards' | 'forwards';

type Step<T> = { readonly at: number; readonly from: T; readonly to: T };

/** A value at an instant, what happened at that very instant included. `now` is undefined where the file leaves the field out. */
function valueAt<T>(steps: readonly Step<T>[], now: T | undefined, issue: FiledIssue, at: number, reading: Reading): T | undefined {
  const present = now === undefined ? steps.at(-1)?.to : now;
  const [last, next] = [steps.findLast((step) => step.at <= at), steps.find((step) => step.at > at)];
  const isSettled = at >= Math.max(issue.updatedAt ?? 0, steps.at(-1)?.at ?? 0, issue.createdAt);
  if (reading === 'backwards' || isSettled) return next === undefined ? present : next.from;
  return last === undefined ? (next === undefined ? present : next.from) : last.to;
}

const parentFields = ['parent', 'issueparentassociation', 'epic link', 'parent link'];
const typeFields = ['issuetype', 'issue type', 'type'];

type Site = {
  readonly statuses: ReadonlyMap<string, FiledStatus>;
  /** Today's words of an id, of each kind by itself. */
  readonly words: ReadonlyMap<string, string>;
  readonly issueIds: ReadonlyMap<string, string>;
};

const changesOf = (issue: FiledIssue, fields: readonly string[], custom: boolean | null = false): readonly FiledChange[] =>
  issue.changes.filter((change) => fields.includes(change.field) && (custom === null || change.custom === custom));

/**
 * What the file as a whole says of its site. A status that only changelogs speak of is done if issues were resolved on reaching it, and in
 * progress otherwise: no file says its category.
 */
function siteOf(issues: readonly FiledIssue[]): Site {
  const statuses = new Map(issues.map(({ status }) => [status.id, status]));
  const words = new Map<string, string>();
  const issueIds = new Map<string, string>();
  const note = (kind: string, { id, words: said }: Value): void => {
    if (id !== null && said !== null) words.set(`${kind} ${id}`, said);
  };
  for (const issue of issues) {
    note('type', issue.type);
    if (issue.resolution) note('resolution', issue.resolution);
    for (const version of issue.versions) note('version', version);
    for (const component of issue.components) note('component', component);
    for (const change of changesOf(issue, ['key'])) if (change.from?.words) issueIds.set(change.from.words, issue.id);
  }
  for (const issue of issues) {
    issueIds.set(issue.id, issue.id);
    issueIds.set(issue.key, issue.id);
  }
  const resolving = new Set(
    issues.flatMap((issue) => {
      const resolved = changesOf(issue, ['resolution']).flatMap(({ at, to }) => (to === null ? [] : [at]));
      return changesOf(issue, ['status']).flatMap(({ at, to }) => (resolved.includes(at) ? (to?.id ?? []) : []));
    }),
  );
  for (const { from, to } of issues.flatMap((issue) => changesOf(issue, ['status']))) {
    for (const { id, words: name } of [from, to].filter((value) => value !== null)) {
      if (id === null || statuses.has(id)) continue;
      statuses.set(id, { id, name: name ?? '', category: resolving.has(id) ? 'done' : 'in-progress' });
    }
  }
  return { statuses, words, issueIds };
}

/** Values that come and go one by one: each is there or not. */
function setAt(issue: FiledIssue, field: string, now: readonly Value[], at: number, reading: Reading): readonly Value[] {
  const changes = changesOf(issue, [field]);
  const all = [...now, ...changes.flatMap(({ from, to }) => [from, to])].filter((value) => value !== null);
  const ids = [...new Set(all.map(({ id, words }) => id ?? words ?? ''))];
  return ids.flatMap((id) => {
    const is = (value: Value | null): boolean => value !== null && (value.id ?? value.words) === id;
    const steps = changes
      .filter(({ from, to }) => is(from) || is(to))
      .map((change) => ({ at: change.at, from: is(change.from), to: is(change.to) }));
    const there = valueAt(steps, now.some(is), issue, at, reading) === true;
    return there ? all.filter(is).slice(0, 1) : [];
  });
}

function issueThen(site: Site, histories: FiledHistories, issue: FiledIssue, at: number, reading: Reading): CountedIssue {
  const told = <T>(
    fields: readonly string[],
    now: T | undefined,
    read: (value: Value | null) => T,
    custom: boolean | null = false,
  ): T | undefined => {
    const steps = changesOf(issue, fields, custom).map((change) => ({ at: change.at, from: read(change.from), to: read(change.to) }));
    return valueAt(steps, now, issue, at, reading);
  };
  const plain = (value: Value | null): Value | null => value;
  const number = (value: Value | null): number | null => (value === null ? null : Number(value.words ?? value.id));
  const nameOf = (kind: string, value: Value | null): string | null =>
    value === null ? null : (site.words.get(`${kind} ${value.id}`) ?? value.words);
  const namesOf = (kind: string, values: readonly Value[]): readonly string[] => values.flatMap((value) => nameOf(kind, value) ?? []);

  const key = told(['key'], issue.key, (value) => value?.words ?? issue.key) ?? issue.key;
  const statusId = told(['status'], issue.status.id, (value) => value?.id ?? issue.status.id);
  const status = site.statuses.get(statusId ?? '') ?? issue.status;
  const parentOf = (value: Value | null): string | null =>
    value === null ? null : (site.issueIds.get(value.id ?? '') ?? site.issueIds.get(value.words ?? '') ?? null);
  const numbers = histories.numberFields.flatMap(({ id, name }) => {
    const steps = issue.changes
      .filter((change) => (change.fieldId === null ? change.custom && change.field === name.toLowerCase() : change.fieldId === id))
      .map((change) => ({ at: change.at, from: number(change.from), to: number(change.to) }));
    const value = valueAt(steps, issue.numbers[id], issue, at, reading) ?? null;
    return value === null ? [] : [[id, value] as const];
  });
  const points = histories.numberFields
    .filter(({ isPoints }) => isPoints)
    .flatMap(({ id }) => numbers.find(([field]) => field === id)?.[1] ?? []);
  const type = nameOf('type', told(typeFields, issue.type, (value) => value ?? issue.type) ?? issue.type);
  return {
    id: issue.id,
    key,
    projectKey: key.slice(0, key.lastIndexOf('-')),
    type: type ?? '',
    status: status.name,
    category: status.category,
    resolution: nameOf('resolution', told(['resolution'], issue.resolution, plain) ?? null),
    parentId: told(parentFields, issue.parent === null ? null : parentOf(issue.parent), parentOf, null) ?? null,
    labels: told(['labels'], issue.labels, (value) => value?.words?.split(' ') ?? []) ?? [],
    versions: namesOf('version', setAt(issue, 'fix version', issue.versions, at, reading)),
    components: namesOf('component', setAt(issue, 'component', issue.components, at, reading)),
    points: points[0] ?? null,
    estimate: told(['timeoriginalestimate'], issue.estimate, number) ?? null,
    numbers: Object.fromEntries(numbers),
    archived: false,
  };
}

/** Prepares a file; answers what there was at an instant (epoch ms), by id. */
export function issuesThen(histories: FiledHistories): (at: number, reading: Reading) => ReadonlyMap<string, CountedIssue> {
  const site = siteOf(histories.issues);
  return (at, reading) => {
    const there = histories.issues.filter(({ createdAt }) => createdAt <= at);
    const ids = new Set(there.map(({ id }) => id));
    return new Map(
      there.map((filed) => {
        const issue = issueThen(site, histories, filed, at, reading);
        return [issue.id, ids.has(issue.parentId ?? '') ? issue : { ...issue, parentId: null }] as const;
      }),
    );
  };
}
