/**
 * One changelog item turned back (to `from`) or forth (to `to`) on an issue. Items that speak of what the stand-in does not keep
 * (links, comments, worklogs, ranks) leave the issue as it is. It writes nothing into the site but records of the past.
 */
import { sprintFieldType } from '../import/import-fields';
import type { ChangeEntry, ChangeItem, Field, Issue } from '../model';
import type { Store } from '../store';
import type { Mention, PastRecords } from './past-records';

export type Direction = 'from' | 'to';

export type TurnContext = {
  readonly store: Store;
  readonly records: PastRecords;
  /** Told of a value that could not be read from the changelog; the issue keeps the one it has. */
  readonly unreadable: (issue: Issue, item: ChangeItem, problem: string) => void;
};

const side = (item: ChangeItem, direction: Direction): Mention =>
  direction === 'from' ? { id: item.from, text: item.fromString } : { id: item.to, text: item.toString };
const opposite = (direction: Direction): Direction => (direction === 'from' ? 'to' : 'from');
const isNothing = ({ id, text }: Mention): boolean => (id === null || id === '') && (text === null || text === '');

/** `2024-04-25` of an id, or of words such as `2024-04-25 00:00:00.0`; undefined when neither has a day. */
const dayOf = ({ id, text }: Mention): string | undefined =>
  [id, text].flatMap((words) => /^\d{4}-\d{2}-\d{2}/.exec(words ?? '')?.[0] ?? [])[0];

const numberOf = ({ id, text }: Mention): number | undefined => {
  const value = Number(text ?? id ?? '');
  return Number.isFinite(value) ? value : undefined;
};

/** Versions and components: an item brings one, takes one, or both. What goes may be of a project the issue has left. */
const turnList = (
  list: readonly string[],
  known: ReadonlyMap<string, { readonly name: string }>,
  gone: Mention,
  come: string | null,
): readonly string[] => {
  const leaver = list.find((id) => id === gone.id) ?? list.find((id) => known.get(id)?.name === gone.text);
  const rest = list.filter((id) => id !== leaver);
  return come === null || rest.includes(come) ? rest : [...rest, come];
};

const findCustomField = ({ fields }: Store, item: ChangeItem): Field | undefined => {
  const byId = item.fieldId === undefined ? undefined : fields.get(item.fieldId);
  if (byId) return byId;
  const named = [...fields.values()].filter((field) => field.custom && field.name.toLowerCase() === item.field.toLowerCase());
  return named.find((field) => field.type === 'number') ?? named[0];
};

const turnCustom = (context: TurnContext, issue: Issue, item: ChangeItem, value: Mention): Issue => {
  const field = findCustomField(context.store, item);
  if (!field) return issue;
  if (field.customType === sprintFieldType) return { ...issue, sprintIds: context.records.sprints(value) };
  const { [field.id]: _, ...others } = issue.custom;
  if (isNothing(value)) return { ...issue, custom: others };
  const read = (): unknown => {
    if (field.type === 'number') return numberOf(value);
    if (field.type === 'date') return dayOf(value);
    return field.type === 'string' ? value.text : undefined;
  };
  const known = read();
  if (known !== undefined) return { ...issue, custom: { ...others, [field.id]: known } };
  context.unreadable(issue, item, `a value of the type ${field.type ?? 'any'} cannot be told from its words`);
  return issue;
};

const turnItem = (context: TurnContext, issue: Issue, item: ChangeItem, direction: Direction): Issue => {
  const { records, store } = context;
  const [value, other] = [side(item, direction), side(item, opposite(direction))];
  const none = isNothing(value);
  const seconds = (): number | null => (none ? null : (numberOf(value) ?? null));
  switch (item.field.toLowerCase()) {
    case 'status': {
      const status = records.status(value);
      if (!status) context.unreadable(issue, item, `there is no status ${value.text ?? ''}`);
      return status ? { ...issue, statusId: status.id } : issue;
    }
    case 'resolution':
      return { ...issue, resolutionId: none ? null : value.id };
    case 'issuetype':
    case 'issue type':
    case 'type':
      return none ? issue : { ...issue, typeId: records.type(value) };
    case 'parent':
    case 'issueparentassociation':
    case 'epic link':
    case 'parent link': {
      const parentId = records.issue(value);
      if (parentId === undefined) context.unreadable(issue, item, `there is no issue ${value.text ?? value.id ?? ''}`);
      return { ...issue, parentId: parentId ?? null };
    }
    case 'summary':
      return { ...issue, summary: value.text ?? issue.summary };
    case 'description':
      return { ...issue, description: value.text };
    case 'labels':
      if (item.fieldtype === 'custom') return turnCustom(context, issue, item, value);
      return { ...issue, labels: (value.text ?? '').split(' ').filter((label) => label !== '') };
    case 'assignee':
      return { ...issue, assigneeId: none ? null : value.id };
    case 'reporter':
      return { ...issue, reporterId: none ? null : value.id };
    case 'priority':
      return { ...issue, priorityId: none ? null : records.priority(value) };
    case 'fix version':
      return {
        ...issue,
        fixVersionIds: turnList(issue.fixVersionIds, store.versions, other, none ? null : records.version(value, issue.projectId)),
      };
    case 'version':
      return {
        ...issue,
        affectedVersionIds: turnList(
          issue.affectedVersionIds,
          store.versions,
          other,
          none ? null : records.version(value, issue.projectId),
        ),
      };
    case 'component':
      return {
        ...issue,
        componentIds: turnList(issue.componentIds, store.components, other, none ? null : records.component(value, issue.projectId)),
      };
    case 'duedate':
      return { ...issue, due: none ? null : (dayOf(value) ?? issue.due) };
    case 'timeoriginalestimate':
      return { ...issue, originalEstimate: seconds() };
    case 'timeestimate':
      return { ...issue, remainingEstimate: seconds() };
    case 'timespent':
      return { ...issue, timeSpent: seconds() };
    default:
      return item.fieldtype === 'custom' ? turnCustom(context, issue, item, value) : issue;
  }
};

/** The key and the project go together: a project may be known by the key alone. */
const turnPlace = ({ records }: TurnContext, issue: Issue, entry: ChangeEntry, direction: Direction): Issue => {
  const key = entry.items.find((item) => item.field === 'Key');
  const place = entry.items.find((item) => item.field.toLowerCase() === 'project');
  const newKey = key ? side(key, direction).text?.toUpperCase() : undefined;
  if (key === undefined || newKey === undefined) return issue;
  const oldKey = side(key, opposite(direction)).text?.toUpperCase() ?? issue.key;
  const others = issue.formerKeys.filter((former) => former !== newKey && former !== oldKey);
  return {
    ...issue,
    key: newKey,
    formerKeys: direction === 'to' ? [...others, oldKey] : others,
    projectId: records.project(place ? side(place, direction) : { id: null, text: null }, newKey),
  };
};

const resolutionOf = (entry: ChangeEntry): ChangeItem | undefined => entry.items.find(({ field }) => field === 'resolution');

/** When an issue that has a resolution on one side of an entry got its first one. Going over to another one keeps the instant, as in Jira. */
const resolvedAt = (issue: Issue, entry: ChangeEntry, direction: Direction): number | null => {
  if (issue.resolutionId === null) return null;
  const isFirst = (candidate: ChangeEntry): boolean =>
    (resolutionOf(candidate)?.from ?? '') === '' && resolutionOf(candidate) !== undefined;
  if (direction === 'to') return isFirst(entry) ? entry.at : (issue.resolved ?? entry.at);
  const before = issue.changelog.slice(0, Math.max(0, issue.changelog.indexOf(entry)));
  return before.findLast(isFirst)?.at ?? issue.created;
};

/** The issue as it was before (`from`) or after (`to`) a changelog entry; its changelog and `updated` are the caller's. */
export const turnEntry = (context: TurnContext, issue: Issue, entry: ChangeEntry, direction: Direction): Issue => {
  // The place comes first either way: the versions and components that come are those of the project on this side.
  const items = direction === 'to' ? entry.items : [...entry.items].reverse();
  const turned = items.reduce(
    (issueSoFar, item) => turnItem(context, issueSoFar, item, direction),
    turnPlace(context, issue, entry, direction),
  );
  return resolutionOf(entry) ? { ...turned, resolved: resolvedAt(turned, entry, direction) } : turned;
};
