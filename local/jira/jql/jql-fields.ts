/**
 * The fields JQL can ask for, over the records of the site: where a field's values are on an issue, how the words of a
 * query become ids, and how to sort by it. What a field is not able to do, it does not have; `compile-jql.ts` refuses it.
 */
import { categorySince } from '../category-since';
import { categories } from '../present';
import type { Issue, Project, StatusCategory } from '../model';
import type { Store } from '../store';
import { wordsOf } from './text-match';

export type JqlScope = {
  readonly store: Store;
  /** Null for the app, whom `currentUser()` never matches. */
  readonly accountId: string | null;
  readonly now: number;
  /** Whether the asker may browse the project; others do not exist for the query. */
  readonly sees: (projectId: string) => boolean;
};

export type SortKey = string | number | null;

/** A field with a set of values on each issue. `resolve` gives the ids a word means; none when there is no such value. */
export type ValueField = {
  readonly kind: 'value';
  readonly name: string;
  values(issue: Issue): readonly string[];
  resolve(text: string): readonly string[];
  /** Values a function means; null when the field does not know the function. */
  call?(name: string): readonly string[] | null;
  /** For `<` and the like: negative when the issue comes before the value; null when they cannot be compared. */
  compareTo?(issue: Issue, id: string): number | null;
  /** What may stand after `<` though no issue has it; undefined for what has to exist. */
  resolveBound?(text: string): string | undefined;
  /** The id of the value a changelog item speaks of, for WAS and CHANGED: the item's field. */
  readonly history?: string;
  readonly sort?: (issue: Issue) => SortKey;
  /** What to say of a value that does not exist, where Jira does not use its usual words. */
  missing?(text: string): string;
};
export type DateField = { readonly kind: 'date'; readonly name: string; at(issue: Issue): number | null };
export type NumberField = { readonly kind: 'number'; readonly name: string; number(issue: Issue): number | null };
export type TextField = {
  readonly kind: 'text';
  readonly name: string;
  words(issue: Issue): readonly string[];
  readonly sort?: (issue: Issue) => SortKey;
};
export type JqlField = ValueField | DateField | NumberField | TextField;

/** Clauses Jira knows and this stand-in does not: refused as such instead of as a misspelt field. */
export const knownButNotEmulated: ReadonlySet<string> = new Set([
  'approvals',
  'attachments',
  'category',
  'comment',
  'development',
  'environment',
  'filter',
  'hierarchylevel',
  'issuefunction',
  'issuelinktype',
  'lastcommentedby',
  'lastviewed',
  'level of effort',
  'organizations',
  'projecttype',
  'request',
  'savedfilter',
  'team',
  'voter',
  'votes',
  'watcher',
  'watchers',
  'workratio',
  'worklogauthor',
  'worklogcomment',
  'worklogdate',
]);

const lower = (text: string) => text.toLowerCase();
const optional = (id: string | null): readonly string[] => (id === null ? [] : [id]);
const summaryWords = new WeakMap<Issue, readonly string[]>();
const textWords = new WeakMap<Issue, readonly string[]>();

const cached = (cache: WeakMap<Issue, readonly string[]>, issue: Issue, compute: () => readonly string[]): readonly string[] => {
  const known = cache.get(issue);
  if (known) return known;
  const words = compute();
  cache.set(issue, words);
  return words;
};

/** The text inside an Atlassian document, or the text itself. */
const plain = (value: unknown): string => {
  if (typeof value === 'string') return value;
  if (Array.isArray(value)) return value.map(plain).join(' ');
  if (typeof value !== 'object' || value === null) return '';
  return Object.entries(value)
    .filter(([key]) => key === 'text' || key === 'content')
    .map(([, part]) => plain(part))
    .join(' ');
};

const namedField = <T extends { readonly id: string; readonly name: string }>(
  name: string,
  records: () => Iterable<T>,
  values: (issue: Issue) => readonly string[],
  more: Partial<ValueField> = {},
): ValueField => ({
  kind: 'value',
  name,
  values,
  resolve: (text) => {
    const all = [...records()];
    const named = all.filter((record) => lower(record.name) === lower(text));
    return (named.length > 0 ? named : all.filter((record) => record.id === text)).map((record) => record.id);
  },
  sort: (issue) => {
    const ids = values(issue);
    const names = [...records()].filter((record) => ids.includes(record.id)).map((record) => lower(record.name));
    return names.sort()[0] ?? null;
  },
  ...more,
});

const userField = (scope: JqlScope, name: string, accountIdOf: (issue: Issue) => string | null, history?: string): ValueField => ({
  kind: 'value',
  name,
  values: (issue) => optional(accountIdOf(issue)),
  resolve: (text) => {
    const users = [...scope.store.users.values()];
    const exact = users.filter((user) => user.accountId === text);
    if (exact.length > 0) return exact.map((user) => user.accountId);
    return users
      .filter((user) => lower(user.displayName) === lower(text) || lower(user.emailAddress) === lower(text))
      .map((user) => user.accountId);
  },
  call: (called) => (lower(called) === 'currentuser' ? optional(scope.accountId) : null),
  sort: (issue) => {
    const id = accountIdOf(issue);
    return id === null ? null : lower(scope.store.users.get(id)?.displayName ?? id);
  },
  ...(history === undefined ? {} : { history }),
});

const keyParts = (key: string): { readonly project: string; readonly number: number } => {
  const dash = key.lastIndexOf('-');
  return { project: key.slice(0, dash), number: Number(key.slice(dash + 1)) };
};
/** Sorts keys by project, then by number. */
const keySort = (key: string): string => {
  const { project, number } = keyParts(key);
  return `${project}-${String(number).padStart(9, '0')}`;
};

const issueField = (scope: JqlScope, name: string, values: (issue: Issue) => readonly string[]): ValueField => ({
  kind: 'value',
  name,
  values,
  resolve: (text) => {
    const issue = scope.store.findIssue(text);
    return issue && scope.sees(issue.projectId) ? [issue.id] : [];
  },
  missing: (text) =>
    /^\d+$/.test(text)
      ? `A value with ID '${text}' does not exist for the field '${name}'.`
      : `An issue with key '${text}' does not exist for field '${name}'.`,
});

const systemFields = (scope: JqlScope): ReadonlyMap<string, JqlField> => {
  const { store } = scope;
  const visible = <T extends { readonly projectId: string }>(records: Iterable<T>) =>
    [...records].filter((record) => scope.sees(record.projectId));
  const visibleProjects = () =>
    [...store.projects.values()].filter((project: Project) => project.standing === undefined && scope.sees(project.id));
  const fields = new Map<string, JqlField>();
  const add = (field: JqlField, ...names: readonly string[]) => {
    for (const name of [field.name, ...names]) fields.set(lower(name), field);
  };

  add({
    ...namedField('project', visibleProjects, (issue) => [issue.projectId]),
    resolve: (text) => {
      const projects = visibleProjects();
      const found = projects.filter(({ key }) => lower(key) === lower(text));
      if (found.length > 0) return found.map(({ id }) => id);
      return projects.filter(({ id, name }) => id === text || lower(name) === lower(text)).map(({ id }) => id);
    },
    sort: (issue) => lower(store.projects.get(issue.projectId)?.name ?? ''),
  });
  const sameProjectCompare = (issue: Issue, id: string) => {
    const other = store.issues.get(id);
    return other && other.projectId === issue.projectId ? keyParts(issue.key).number - keyParts(other.key).number : null;
  };
  add(
    { ...issueField(scope, 'key', (issue) => [issue.id]), compareTo: sameProjectCompare, sort: (issue) => keySort(issue.key) },
    'issuekey',
    'issue',
  );
  add({
    ...issueField(scope, 'id', (issue) => [issue.id]),
    compareTo: (issue, id) => Number(issue.id) - Number(id),
    resolveBound: (text) => (/^\d+$/.test(text) ? text : undefined),
    sort: (issue) => Number(issue.id),
  });
  for (const name of ['parent', 'Epic Link', 'Parent Link']) {
    add({
      ...issueField(scope, name, (issue) => optional(issue.parentId)),
      sort: (issue) => {
        const parent = issue.parentId === null ? undefined : store.issues.get(issue.parentId);
        return parent ? keySort(parent.key) : null;
      },
    });
  }
  add(
    issueField(scope, 'parentEpic', (issue) => {
      const parent = issue.parentId === null ? undefined : store.issues.get(issue.parentId);
      return parent ? [parent.id, ...optional(parent.parentId)] : [];
    }),
  );
  const types = () => store.issueTypes.values();
  add(
    namedField('issuetype', types, (issue) => [issue.typeId], {
      call: (name) => {
        const wanted = { standardissuetypes: (level: number) => level >= 0, subtaskissuetypes: (level: number) => level < 0 };
        const test =
          lower(name) === 'standardissuetypes' || lower(name) === 'subtaskissuetypes' ? wanted[lower(name) as keyof typeof wanted] : null;
        return test ? [...types()].filter((type) => test(type.hierarchyLevel)).map((type) => type.id) : null;
      },
    }),
    'type',
    'issue type',
  );
  add(
    namedField(
      'status',
      () => store.statuses.values(),
      (issue) => [issue.statusId],
      {
        history: 'status',
      },
    ),
  );
  const order: readonly StatusCategory[] = ['new', 'indeterminate', 'done'];
  const categoryOf = (issue: Issue): StatusCategory => store.statuses.get(issue.statusId)?.category ?? 'new';
  add(
    {
      ...namedField(
        'statusCategory',
        () => order.map((key) => ({ id: key, name: categories[key].name })),
        (issue) => [categoryOf(issue)],
      ),
      resolve: (text) => order.filter((key) => [key, lower(categories[key].name), String(categories[key].id)].includes(lower(text))),
      sort: (issue) => order.indexOf(categoryOf(issue)),
    },
    'status category',
  );
  add(
    namedField(
      'resolution',
      () => store.resolutions.values(),
      (issue) => optional(issue.resolutionId),
      { history: 'resolution' },
    ),
  );
  add(
    namedField(
      'priority',
      () => store.priorities.values(),
      (issue) => optional(issue.priorityId),
      {
        compareTo: (issue, id) => {
          const [own, other] = [store.priorities.get(issue.priorityId ?? ''), store.priorities.get(id)];
          return own && other ? other.rank - own.rank : null;
        },
        history: 'priority',
        sort: (issue) => {
          const rank = store.priorities.get(issue.priorityId ?? '')?.rank;
          return rank === undefined ? null : -rank;
        },
      },
    ),
  );
  add(
    namedField(
      'fixVersion',
      () => visible(store.versions.values()),
      (issue) => issue.fixVersionIds,
      {
        call: (name) => {
          const released = { releasedversions: true, unreleasedversions: false };
          const wanted = Object.entries(released).find(([called]) => called === lower(name));
          return wanted
            ? visible(store.versions.values())
                .filter((version) => version.released === wanted[1])
                .map((version) => version.id)
            : null;
        },
      },
    ),
    'fix versions',
    'fixversions',
  );
  add(
    namedField(
      'affectedVersion',
      () => visible(store.versions.values()),
      (issue) => issue.affectedVersionIds,
    ),
    'affects versions',
    'affectsversion',
  );
  add(
    namedField(
      'component',
      () => visible(store.components.values()),
      (issue) => issue.componentIds,
    ),
    'components',
  );
  add(
    namedField(
      'sprint',
      () => store.sprints.values(),
      (issue) => issue.sprintIds,
      {
        call: (name) => {
          const states: Readonly<Record<string, string>> = { opensprints: 'active', closedsprints: 'closed', futuresprints: 'future' };
          const state = states[lower(name)];
          return state === undefined
            ? null
            : [...store.sprints.values()].filter((sprint) => sprint.state === state).map((sprint) => sprint.id);
        },
      },
    ),
  );
  add({
    kind: 'value',
    name: 'labels',
    values: (issue) => issue.labels.map(lower),
    resolve: (text) => [lower(text)],
    sort: (issue) => lower([...issue.labels].sort()[0] ?? '') || null,
  });
  add({ kind: 'value', name: 'level', values: () => [], resolve: () => [] }, 'security level');
  add(userField(scope, 'assignee', (issue) => issue.assigneeId, 'assignee'));
  add(userField(scope, 'reporter', (issue) => issue.reporterId, 'reporter'));
  add(userField(scope, 'creator', (issue) => issue.creatorId));
  add({ kind: 'date', name: 'created', at: (issue) => issue.created }, 'createddate');
  add({ kind: 'date', name: 'updated', at: (issue) => issue.updated }, 'updateddate');
  add({ kind: 'date', name: 'resolved', at: (issue) => issue.resolved }, 'resolutiondate');
  add({ kind: 'date', name: 'statusCategoryChangedDate', at: (issue) => categorySince(store.statuses, issue) });
  add({ kind: 'date', name: 'due', at: (issue) => (issue.due === null ? null : Date.parse(issue.due)) }, 'duedate', 'due date');
  const summary = (issue: Issue) => cached(summaryWords, issue, () => wordsOf(issue.summary));
  add({ kind: 'text', name: 'summary', words: summary, sort: (issue) => lower(issue.summary) });
  add({ kind: 'text', name: 'description', words: (issue) => wordsOf(plain(issue.description)) });
  add({
    kind: 'text',
    name: 'text',
    words: (issue) => cached(textWords, issue, () => [...summary(issue), ...wordsOf(plain(issue.description))]),
  });
  add({ kind: 'number', name: 'originalEstimate', number: (issue) => issue.originalEstimate }, 'timeoriginalestimate');
  add({ kind: 'number', name: 'remainingEstimate', number: (issue) => issue.remainingEstimate }, 'timeestimate');
  add({ kind: 'number', name: 'timespent', number: (issue) => issue.timeSpent });
  return fields;
};

const optionTexts = (value: unknown): readonly string[] => {
  if (value === null || value === undefined) return [];
  if (Array.isArray(value)) return value.flatMap(optionTexts);
  if (typeof value === 'object') {
    const texts = Object.entries(value).filter(([key]) => ['id', 'value', 'name', 'key', 'accountId', 'displayName'].includes(key));
    return texts.flatMap(([, text]) => optionTexts(text));
  }
  return [lower(String(value))];
};

const customField = (scope: JqlScope, name: string): JqlField | null => {
  const wanted = lower(name);
  const byNumber = /^cf\[(\d+)\]$/.exec(wanted);
  const found = [...scope.store.fields.values()].filter(
    (field) =>
      field.custom && (byNumber ? field.id === `customfield_${byNumber[1] ?? ''}` : lower(field.name) === wanted || field.id === wanted),
  );
  const field = found.find((candidate) => candidate.type === 'number') ?? found[0];
  if (!field) return null;
  // Several fields may share a name; an issue's value is then that of the first one that has any.
  const alike = found.filter((candidate) => candidate.type === field.type);
  const value = (issue: Issue): unknown => alike.map(({ id }) => issue.custom[id]).find((own) => own !== undefined);
  const text = (issue: Issue): string | null => {
    const raw = value(issue);
    return typeof raw === 'string' ? raw : null;
  };
  if (field.type === 'number') {
    const number = (issue: Issue): number | null => {
      const raw = value(issue);
      return typeof raw === 'number' ? raw : null;
    };
    return { kind: 'number', name, number };
  }
  if (field.type === 'date' || field.type === 'datetime') {
    const at = (issue: Issue): number | null => {
      const parsed = Date.parse(text(issue) ?? '');
      return Number.isNaN(parsed) ? null : parsed;
    };
    return { kind: 'date', name, at };
  }
  if (field.type === 'string') return { kind: 'text', name, words: (issue) => wordsOf(plain(value(issue))), sort: (issue) => text(issue) };
  return {
    kind: 'value',
    name,
    values: (issue) => optionTexts(value(issue)),
    resolve: (word) => [lower(word)],
    sort: (issue) => text(issue),
  };
};

/** Looks a field up by any of its names, in any case; null when the site has none. */
export const createFieldFinder = (scope: JqlScope): ((name: string) => JqlField | null) => {
  const system = systemFields(scope);
  return (name) => system.get(lower(name)) ?? customField(scope, name);
};
