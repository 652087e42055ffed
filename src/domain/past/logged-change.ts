/**
 * What an item of a changelog speaks of: which part of an issue's state it changed, from what to what. Jira names one thing differently over
 * the years and products; all of that is here. Whether items fit together is not this file's business.
 */
import type { ChangeItem, FollowedField, IssueState, Named } from './issue-state';

type NamedPart = 'project' | 'type' | 'status' | 'resolution' | 'priority' | 'assignee' | 'reporter';
type SetPart = 'fixVersions' | 'affectedVersions' | 'components';

/** `set` items tell one value that came (`to`) or went (`from`); all others the whole before and after. */
export type LoggedChange =
  | { readonly part: NamedPart; readonly from: Named | null; readonly to: Named | null }
  | { readonly part: 'parent'; readonly form: string; readonly from: Named | null; readonly to: Named | null }
  | { readonly part: SetPart; readonly from: Named | null; readonly to: Named | null }
  | { readonly part: 'sprints'; readonly from: readonly Named[]; readonly to: readonly Named[] }
  | { readonly part: 'labels'; readonly from: readonly string[]; readonly to: readonly string[] }
  | { readonly part: 'key'; readonly from: string | null; readonly to: string | null }
  | { readonly part: 'estimate'; readonly from: number | null; readonly to: number | null }
  | { readonly part: 'numbers'; readonly fieldId: string; readonly from: number | null; readonly to: number | null };

type OwnPart = Exclude<keyof IssueState, 'sprints' | 'numbers'>;

/** Jira's own fields by their ids and by the names they go by in changelogs, in lower case. */
const ownFields: ReadonlyMap<string, OwnPart> = new Map([
  ['status', 'status'],
  ['resolution', 'resolution'],
  ['project', 'project'],
  ['issuetype', 'type'],
  ['issue type', 'type'],
  ['type', 'type'],
  ['key', 'key'],
  ['priority', 'priority'],
  ['assignee', 'assignee'],
  ['reporter', 'reporter'],
  ['labels', 'labels'],
  ['fix version', 'fixVersions'],
  ['fixversions', 'fixVersions'],
  ['version', 'affectedVersions'],
  ['versions', 'affectedVersions'],
  ['component', 'components'],
  ['components', 'components'],
  ['timeoriginalestimate', 'estimate'],
  ['parent', 'parent'],
  ['issueparentassociation', 'parent'],
]);

/** Custom fields that mean something to us by their names: Jira Software's own. */
const customFields: ReadonlyMap<string, 'parent' | 'sprints'> = new Map([
  ['epic link', 'parent'],
  ['parent link', 'parent'],
  ['sprint', 'sprints'],
]);

const storyPoints = /^story points?( estimate)?$/i;

const text = (value: string | null): string | null => (value === null || value.trim() === '' ? null : value);

function named(id: string | null, name: string | null): Named | null {
  const value = { id: text(id), name: text(name) };
  return value.id === null && value.name === null ? null : value;
}

/** `10, 12` with `Sprint A, Sprint B`; names that contain commas cannot be told apart and are left out. */
function list(ids: string | null, names: string | null): readonly Named[] {
  const split = (value: string | null): readonly string[] => text(value)?.split(/,\s*/) ?? [];
  const [allIds, allNames] = [split(ids), split(names)];
  if (allIds.length === 0) return allNames.map((name) => ({ id: null, name }));
  return allIds.map((id, index) => ({ id, name: allIds.length === allNames.length ? (allNames[index] ?? null) : null }));
}

const words = (value: string | null): readonly string[] => text(value)?.trim().split(/\s+/) ?? [];

function number(value: string | null, otherwise: string | null): number | null {
  const written = text(value) ?? text(otherwise);
  const parsed = written === null ? NaN : Number(written);
  return Number.isFinite(parsed) ? parsed : null;
}

/** The followed field an item speaks of: by its id, or by its name where the item says no id. */
function followedField(item: ChangeItem, followed: readonly FollowedField[]): string | null {
  if (item.fieldId !== null) return followed.find(({ id }) => id === item.fieldId)?.id ?? null;
  if (item.custom === false) return null;
  const name = item.field.toLowerCase();
  const byName = followed.find((field) => field.name.toLowerCase() === name);
  // The field of the points has had several names in its time.
  const byMeaning = storyPoints.test(name) ? followed.find((field) => storyPoints.test(field.name)) : undefined;
  return (byName ?? byMeaning)?.id ?? null;
}

function ownChange(part: OwnPart, item: ChangeItem): LoggedChange {
  const { from, fromText, to, toText } = item;
  switch (part) {
    case 'key':
      return { part, from: text(fromText), to: text(toText) };
    case 'labels':
      return { part, from: words(fromText), to: words(toText) };
    case 'estimate':
      return { part, from: number(from, fromText), to: number(to, toText) };
    case 'parent':
      return { part, form: item.field.toLowerCase(), from: named(from, fromText), to: named(to, toText) };
    default:
      return { part, from: named(from, fromText), to: named(to, toText) };
  }
}

/** Null for an item that says nothing of an issue's state as we follow it. */
export function loggedChange(item: ChangeItem, followed: readonly FollowedField[]): LoggedChange | null {
  const { from, fromText, to, toText } = item;
  const fieldId = followedField(item, followed);
  if (fieldId !== null) return { part: 'numbers', fieldId, from: number(fromText, from), to: number(toText, to) };
  const name = item.field.toLowerCase();
  const custom = item.custom === false ? undefined : customFields.get(name);
  if (custom === 'sprints') return { part: 'sprints', from: list(from, fromText), to: list(to, toText) };
  if (custom === 'parent') return ownChange('parent', item);
  // A custom field may be called like one of Jira's own.
  if (item.custom === true) return null;
  const own = ownFields.get(item.fieldId?.toLowerCase() ?? '') ?? ownFields.get(name);
  return own === undefined ? null : ownChange(own, item);
}
