/**
 * The odd changelog entries of real Jira sites, read from the shared data, and an export that brings the issues they speak of to a stand-in:
 * each issue stands as its last entry says, its changelog holds the entries, and everything else they name is there.
 */
import { z } from 'zod';
import { sharedText } from '../../local/jira/shared-data';

const words = z.string().nullish();
const itemSchema = z.object({
  field: z.string(),
  fieldtype: z.string(),
  fieldId: z.string().optional(),
  from: words,
  fromString: words,
  to: words,
});
const historySchema = z.object({ id: z.string(), created: z.string(), author: z.unknown(), items: z.array(itemSchema) });
const entrySchema = z.object({
  source: z.string(),
  kind: z.string(),
  issueId: z.string(),
  issueKeyNow: z.string(),
  history: historySchema,
});
const bulkSchema = z.object({ kind: z.literal('bulk-change'), issues: z.array(z.string()), exampleHistory: historySchema });

type Item = z.infer<typeof itemSchema> & { readonly toWords: string | null };
type History = Omit<z.infer<typeof historySchema>, 'items'> & {
  readonly at: number;
  readonly items: readonly Item[];
  readonly raw: unknown;
};
export type OddEntry = Omit<z.infer<typeof entrySchema>, 'history'> & { readonly history: History };
export type BulkEntry = Omit<z.infer<typeof bulkSchema>, 'exampleHistory'> & { readonly exampleHistory: History };

/** Every object has a toString; only an own one is Jira's. */
const own = (item: unknown): string | null =>
  typeof item === 'object' && item !== null && Object.hasOwn(item, 'toString')
    ? z.string().nullable().parse(Object(item)['toString'])
    : null;

function historyOf(raw: unknown): History {
  const history = historySchema.parse(raw);
  const rawItems = z.object({ items: z.array(z.unknown()) }).parse(raw).items;
  const items = history.items.map((item, index) => ({ ...item, toWords: own(rawItems[index]) }));
  return { ...history, at: Date.parse(history.created), items, raw };
}

export function readOddHistories(): { readonly entries: readonly OddEntry[]; readonly bulk: readonly BulkEntry[] } {
  const lines = sharedText('events/odd-histories.jsonl').split('\n').filter(Boolean);
  const all = lines.map((line) => z.looseObject({ kind: z.string() }).parse(JSON.parse(line)));
  const [bulk, single] = [all.filter(({ kind }) => kind === 'bulk-change'), all.filter(({ kind }) => kind !== 'bulk-change')];
  return {
    entries: single.map((line) => ({ ...entrySchema.parse(line), history: historyOf(line.history) })),
    bulk: bulk.map((line) => ({ ...bulkSchema.parse(line), exampleHistory: historyOf(line.exampleHistory) })),
  };
}

/** In the order in which the keys come first. */
export function groupedBy<T, K>(items: readonly T[], keyOf: (item: T) => K): ReadonlyMap<K, readonly T[]> {
  const groups = new Map<K, T[]>();
  for (const item of items) groups.set(keyOf(item), [...(groups.get(keyOf(item)) ?? []), item]);
  return groups;
}

type Named = { readonly id: string; readonly name: string };
type RawIssue = {
  readonly id: string;
  readonly key: string;
  readonly fields: Readonly<Record<string, unknown>>;
  readonly changelog: { readonly histories: readonly unknown[] };
};

const created = '2000-01-01T00:00:00.000+0000';
const category = (status: string): string => {
  if (/^(done|closed|resolved)$/i.test(status)) return 'done';
  return /^(open|received|to do|idea|reopened|selected for development)$/i.test(status) ? 'new' : 'indeterminate';
};
const statusOf = ({ id, name }: Named) => ({ id, name, statusCategory: { key: category(name) } });
const typeOf = ({ id, name }: Named) => ({ id, name, subtask: /^sub-?task$/i.test(name) });
const parentFields = /^(parent|issueparentassociation|parent link|epic link)$/i;
const float = { type: 'number', custom: 'com.atlassian.jira.plugin.system.customfieldtypes:float' };
/** Server sites do not name the ids of these fields in their changelogs. */
const fieldIds: Readonly<Record<string, string>> = { 'Story Points': 'customfield_19016', Sprint: 'customfield_10020' };
const fieldTable = [
  { id: 'customfield_19016', name: 'Story Points', custom: true, schema: float },
  { id: 'customfield_10034', name: 'Story Points', custom: true, schema: float },
  { id: 'customfield_10016', name: 'Story point estimate', custom: true, schema: float },
  { id: 'customfield_10069', name: 'Story Points Confidence', custom: true, schema: float },
  { id: 'customfield_10020', name: 'Sprint', custom: true, schema: { type: 'array', custom: 'com.pyxis.greenhopper.jira:gh-sprint' } },
];

const lists: Readonly<Record<string, string>> = { 'fix version': 'fixVersions', version: 'versions', component: 'components' };

/** What an entry sets, in an export's words; `relate` gives the id of another issue the entry names. */
function valueSet(
  item: Item,
  before: Readonly<Record<string, unknown>>,
  relate: (item: Item) => string,
): Readonly<Record<string, unknown>> {
  const { to, toWords, from } = item;
  const named = { id: to ?? '', name: toWords ?? to ?? '' };
  const nothing = (to ?? '') === '' && (toWords ?? '') === '';
  const field = item.field.toLowerCase();
  const list = lists[field];
  if (list !== undefined) {
    const stay = z.array(z.object({ id: z.string(), name: z.string() })).parse(before[list] ?? []);
    return { [list]: [...stay.filter(({ id }) => id !== from), ...(nothing ? [] : [named])] };
  }
  if (field === 'status') return { status: statusOf(named) };
  if (field === 'resolution') return { resolution: nothing ? null : named };
  if (/^(issuetype|issue type|type)$/.test(field)) return { issuetype: typeOf(named) };
  if (parentFields.test(field)) return { parent: nothing ? null : { id: relate(item) } };
  const fieldId = item.fieldId ?? fieldIds[item.field];
  if (fieldId === undefined || !fieldTable.some(({ id }) => id === fieldId)) return {};
  if (item.field !== 'Sprint') return { [fieldId]: nothing ? null : Number(toWords) };
  const names = (toWords ?? '').split(',').map((name) => name.trim());
  return { [fieldId]: nothing ? null : (to ?? '').split(',').map((id, index) => ({ id: id.trim(), name: names[index], state: 'closed' })) };
}

/** A change of an issue at an instant (epoch ms). */
export const stepOf = (issueId: string | null, at: number): string => `${issueId ?? ''} ${at}`;

export type OddExport = {
  readonly text: string;
  /** Changes of which only the parent tells, as `stepOf` names them. */
  readonly untold: ReadonlySet<string>;
  /** Issues that entries name as parents. */
  readonly parentIds: readonly string[];
};

/** An export of the issues of these entries, which are of one site. */
export function exportOf(entries: readonly OddEntry[]): OddExport {
  const byIssue = new Map(groupedBy(entries, ({ issueId }) => issueId));
  const idByKey = new Map(entries.map(({ issueKeyNow, issueId }) => [issueKeyNow, issueId]));
  // Some items name an issue by its key alone, which may be an earlier one: others say whose it was.
  for (const { field, to, toWords } of entries.flatMap(({ history }) => history.items))
    if (parentFields.test(field) && (to ?? '') !== '' && toWords !== null) idByKey.set(toWords, to ?? '');
  const raw = new Map<string, RawIssue>();
  const untold = new Set<string>();
  const parentIds = new Set<string>();
  let lastId = 90_000_000;
  const basics = { created, updated: created, status: statusOf({ id: '1', name: 'Open' }), issuetype: typeOf({ id: '3', name: 'Task' }) };
  const add = (id: string, key: string, fields: Readonly<Record<string, unknown>>, histories: readonly unknown[]): void => {
    raw.set(id, { id, key, fields: { ...basics, ...fields }, changelog: { histories } });
  };
  /** The issue an item names, made where no entry is of it. */
  const relate = ({ to, toWords }: Item): string => {
    const key = toWords ?? '';
    const id = to ?? idByKey.get(key) ?? String((lastId += 1));
    idByKey.set(key, id);
    if (!byIssue.has(id) && !raw.has(id)) add(id, key, {}, []);
    return id;
  };

  const movesOf = new Map<string, History[]>();
  for (const { issueId, issueKeyNow, history } of entries) {
    for (const { field, to, toWords } of history.items) {
      if (field !== 'Epic Child' || (to ?? '') === '') continue;
      // The child joined a moment before, and nothing but its parent tells of it.
      const childId = to ?? '';
      const move = { field: 'IssueParentAssociation', fieldtype: 'jira', from: null, fromString: null, to: issueId, toString: issueKeyNow };
      const raw = { id: String((lastId += 1)), created: new Date(history.at - 1).toISOString(), author: null, items: [move] };
      movesOf.set(childId, [...(movesOf.get(childId) ?? []), historyOf(raw)]);
      if (!byIssue.has(childId)) byIssue.set(childId, []);
      idByKey.set(toWords ?? '', childId);
      untold.add(stepOf(childId, history.at - 1));
      parentIds.add(issueId);
    }
  }

  const keyById = new Map([...idByKey].map(([key, id]) => [id, key]));
  for (const [issueId, own] of byIssue) {
    const histories = [...own.map(({ history }) => history), ...(movesOf.get(issueId) ?? [])];
    histories.sort((one, other) => one.at - other.at || Number(one.id) - Number(other.id));
    let fields: Readonly<Record<string, unknown>> = {};
    let key = keyById.get(issueId) ?? '';
    for (const item of histories.flatMap(({ items }) => items)) {
      fields = { ...fields, ...valueSet(item, fields, relate) };
      if (item.field === 'Key') key = item.toWords ?? key;
      if (parentFields.test(item.field) && (item.toWords ?? '') !== '') parentIds.add(relate(item));
    }
    const changelog = histories.map((history) => history.raw);
    add(issueId, key, fields, changelog);
  }
  // A status that only histories name has no category there: an issue of its own stands in each.
  const statuses = entries.flatMap(({ history }) => history.items.filter(({ field }) => field === 'status'));
  const named = statuses.flatMap((item): readonly Named[] => [
    { id: item.from ?? '', name: item.fromString ?? '' },
    { id: item.to ?? '', name: item.toWords ?? '' },
  ]);
  for (const [index, status] of [...new Map(named.map((one) => [one.id, one])).values()].entries())
    add(String((lastId += 1)), `CATALOG-${index + 1}`, { status: statusOf(status) }, []);
  return { text: JSON.stringify({ issues: [...raw.values()], fields: fieldTable }), untold, parentIds: [...parentIds] };
}

/** An export of the issues of a change of hundreds at once, all with the same entry in their changelogs. */
export function exportOfBulk({ issues, exampleHistory }: BulkEntry): string {
  const basics = { created, updated: created, status: statusOf({ id: '1', name: 'Open' }), issuetype: typeOf({ id: '3', name: 'Task' }) };
  const raw = z.record(z.string(), z.unknown()).parse(exampleHistory.raw);
  return JSON.stringify({
    issues: issues.map((key, index) => ({
      id: String(50_000 + index),
      key,
      fields: basics,
      changelog: { histories: [{ ...raw, id: String(70_000_000 + index) }] },
    })),
  });
}
