/**
 * Changelogs of an export as the site keeps them: oldest first, instants as epoch ms, ids those of the site. What an
 * item says in words stays as it was written.
 */
import type { ChangeEntry, ChangeItem } from '../model';
import type { Store } from '../store';
import type { Adopted } from './adopt';
import type { ImportedCatalog } from './import-catalog';
import type { ImportedPeople } from './import-people';
import type { IssueReader } from './issue-reader';
import { idOf, text } from './raw-values';
import { ImportError, objectsIn } from './read-export';
import type { RawIssue, RawObject } from './read-export';

export type HistoryContext = {
  readonly store: Store;
  readonly issues: readonly RawIssue[];
  readonly reader: IssueReader;
  readonly catalog: ImportedCatalog;
  readonly people: ImportedPeople;
  readonly customFields: Adopted;
  /** The site's id of an issue of the export. */
  readonly issueId: (rawId: string) => string | undefined;
};

type MapId = (id: string, name: string) => string | null | undefined;

/** An item's own property. Every object has a toString; only an own one is Jira's. */
const own = (item: RawObject, key: string): string | null =>
  Object.hasOwn(item, key) && item[key] !== null && item[key] !== undefined ? String(item[key]) : null;

/** Ids of the statuses in which issues of the export were resolved on arriving. */
const resolvingStatuses = (issues: readonly RawIssue[]): ReadonlySet<string> =>
  new Set(
    issues
      .flatMap(({ histories }) => histories.map((history) => objectsIn(history['items'])))
      .filter((items) => items.some((item) => item['field'] === 'resolution' && text(item['to']) !== null))
      .flatMap((items) => items.flatMap((item) => (item['field'] === 'status' ? (text(item['to']) ?? []) : []))),
  );

export const createHistoryReader = ({ store, issues, reader, catalog, people, customFields, issueId }: HistoryContext) => {
  const resolving = resolvingStatuses(issues);
  /** A status known from histories only: done if an issue was resolved on arriving there, else in progress. */
  const status: MapId = (id, name) =>
    catalog.statuses.adopt({ id, name, statusCategory: { key: resolving.has(id) ? 'done' : 'indeterminate' } });
  const type: MapId = (id) => catalog.types.get(id);
  const mappings: Readonly<Record<string, MapId>> = {
    status,
    resolution: (id, name) => catalog.resolutions.adopt({ id, name }),
    issuetype: type,
    'issue type': type,
    type,
    issueparentassociation: issueId,
    parent: issueId,
    assignee: (id) => people.takeId(id),
    reporter: (id) => people.takeId(id),
  };

  const readItem = (item: RawObject): ChangeItem => {
    const field = String(item['field']);
    const map = mappings[field.toLowerCase()];
    const mapped = (id: string | null, name: string | null) => (id === null || id === '' ? id : (map?.(id, name ?? id) ?? id));
    const rawFieldId = own(item, 'fieldId');
    return {
      field,
      fieldtype: own(item, 'fieldtype') ?? 'jira',
      ...(rawFieldId === null ? {} : { fieldId: customFields.get(rawFieldId) ?? rawFieldId }),
      from: mapped(own(item, 'from'), own(item, 'fromString')),
      fromString: own(item, 'fromString'),
      to: mapped(own(item, 'to'), own(item, 'toString')),
      toString: own(item, 'toString'),
    };
  };

  return (issue: RawIssue): readonly ChangeEntry[] =>
    issue.histories
      .map((history): ChangeEntry => {
        const id = idOf(history);
        if (id === null)
          throw new ImportError(issue.place, `a changelog entry of ${issue.key} has no id.`, 'Export again with expand=changelog.');
        store.reserveId(id);
        const items = objectsIn(history['items']);
        return {
          id,
          at: reader.instant(issue, history['created'], `instant of changelog entry ${id}`),
          authorId: people.take(history['author']),
          items: items.map(readItem),
        };
      })
      .sort((a, b) => a.at - b.at || Number(a.id) - Number(b.id));
};
