/** What has become of the issues of a site between two looks at it, in words: one for each thing that happened to an issue. */
import type { TrueIssue } from './jira-truth';

type Issues = ReadonlyMap<string, TrueIssue>;

const isAnother = (a: unknown, b: unknown): boolean => JSON.stringify(a) !== JSON.stringify(b);

function parentWords(before: TrueIssue, after: TrueIssue): string {
  if (after.parentId === null) return 'parent taken away';
  return before.parentId === null ? 'parent given' : 'parent changed';
}

function resolutionWords(before: TrueIssue, after: TrueIssue): string {
  const isDone = after.category === 'done';
  if (after.resolution === null) return isDone ? 'done, its resolution taken away' : 'resolution cleared';
  if (!isDone) return 'resolved without being done';
  return before.category === 'done' && before.resolution !== null ? 'resolved differently' : 'resolved';
}

function ofIssue(before: TrueIssue, after: TrueIssue): readonly string[] {
  const words: readonly (readonly [boolean, string])[] = [
    [before.category !== 'done' && after.category === 'done', 'closed'],
    [before.category === 'done' && after.category !== 'done', 'reopened'],
    [before.category !== after.category && before.category !== 'done' && after.category !== 'done', 'begun or put back'],
    [before.resolution !== after.resolution, resolutionWords(before, after)],
    [before.parentId !== after.parentId, parentWords(before, after)],
    [before.projectKey !== after.projectKey, 'moved, with a new key'],
    [before.type !== after.type, 'type changed'],
    [isAnother(before.labels, after.labels), 'labels changed'],
    [isAnother(before.versions, after.versions), 'version changed'],
    [isAnother(before.numbers, after.numbers), 'number changed'],
    [before.estimate !== after.estimate, 'estimate changed'],
    [!before.archived && after.archived, 'archived'],
    [before.archived && !after.archived, 'restored'],
  ];
  return words.flatMap(([holds, word]) => (holds ? [word] : []));
}

export function whatChanged(before: Issues, after: Issues): readonly string[] {
  const gone = [...before.keys()].filter((id) => !after.has(id)).map(() => 'deleted');
  const created = [...after.keys()].filter((id) => !before.has(id)).map(() => 'created');
  const changed = [...after.values()].flatMap((issue) => {
    const was = before.get(issue.id);
    return was === undefined ? [] : ofIssue(was, issue);
  });
  return [...gone, ...created, ...changed];
}
