/**
 * The fields of raw issues under their Jira ids, whatever an export calls them: ids, or names (some tools rename them).
 * Custom fields nobody described get their type from their values, and their name from the changelogs where one fits.
 */
import { defaultCatalog } from '../default-catalog';
import type { Field } from '../model';
import { isObject, objectsIn } from './read-export';
import type { Export, RawIssue, RawObject } from './read-export';

const lower = (text: string) => text.toLowerCase();
const text = (value: unknown): string | null => (typeof value === 'string' ? value : null);

const systemNames: ReadonlyMap<string, string> = new Map([
  ...defaultCatalog.fields.filter((field) => !field.custom).map((field): [string, string] => [lower(field.name), field.id]),
  ['fix version/s', 'fixVersions'],
  ['affects version/s', 'versions'],
  ['component/s', 'components'],
]);
const systemIds: ReadonlySet<string> = new Set(defaultCatalog.fields.filter((field) => !field.custom).map((field) => field.id));

export type RawFields = {
  /** The fields of an issue by field id of the export. */
  of(issue: RawIssue): ReadonlyMap<string, unknown>;
  /** The custom fields of the export, by its ids. */
  readonly custom: readonly Field[];
};

const changeItemsOf = (issue: RawIssue): readonly RawObject[] => issue.histories.flatMap((history) => objectsIn(history['items']));

const fieldFromTable = (row: RawObject): Field | null => {
  const [id, name] = [text(row['id']), text(row['name'])];
  if (id === null || name === null) return null;
  const schema = isObject(row['schema']) ? row['schema'] : {};
  return {
    id,
    name,
    custom: row['custom'] === true || id.startsWith('customfield_'),
    type: text(schema['type']),
    items: text(schema['items']),
    customType: text(schema['custom']),
  };
};

const describeByValue = (id: string, name: string, value: unknown): Field => {
  const base = { id, name, custom: true, items: null };
  const types = 'com.atlassian.jira.plugin.system.customfieldtypes';
  if (isSprint(value)) return { ...base, type: 'array', items: 'json', customType: 'com.pyxis.greenhopper.jira:gh-sprint' };
  if (typeof value === 'number') return { ...base, type: 'number', customType: `${types}:float` };
  if (typeof value === 'string') return { ...base, type: 'string', customType: `${types}:textfield` };
  return { ...base, type: 'any', customType: null };
};

const isSprint = (value: unknown): boolean =>
  Array.isArray(value) && typeof value[0] === 'string' && value[0].includes('greenhopper.service.sprint.Sprint@');

/** The changelog name that fits a nameless number field: the last change under that name gave each issue the value it has. */
const guessName = (id: string, issues: readonly RawIssue[]): string | null => {
  const candidates = new Map<string, boolean>();
  for (const issue of issues) {
    const value = issue.fields[id];
    if (typeof value !== 'number') continue;
    const last = new Map<string, string | null>();
    const histories = [...issue.histories].sort((a, b) => Date.parse(String(a['created'])) - Date.parse(String(b['created'])));
    for (const item of histories.flatMap((history) => objectsIn(history['items']))) {
      if (item['fieldtype'] === 'custom') last.set(String(item['field']), Object.hasOwn(item, 'toString') ? text(item['toString']) : null);
    }
    for (const [name, latest] of last) {
      const fits = latest !== null && latest !== '' && Number(latest) === value;
      candidates.set(name, fits && candidates.get(name) !== false);
    }
  }
  const fitting = [...candidates].filter(([, fits]) => fits).map(([name]) => name);
  return fitting.length === 1 ? (fitting[0] ?? null) : null;
};

export const readRawFields = ({ issues, fieldTable }: Export): RawFields => {
  const table = fieldTable.flatMap((row) => fieldFromTable(row) ?? []);
  const custom = new Map(table.filter((field) => field.custom).map((field) => [field.id, field]));
  const usedInChangelogs = new Set(issues.flatMap((issue) => changeItemsOf(issue).map((item) => item['fieldId'])));
  const idByName = new Map<string, string>();
  for (const field of table) {
    const name = lower(field.name);
    if (!idByName.has(name) || usedInChangelogs.has(field.id)) idByName.set(name, field.id);
  }
  const known = new Set([...systemIds, ...table.map((field) => field.id)]);
  const ids = new Map<string, string>();
  const idOf = (key: string): string => {
    const cached = ids.get(key);
    if (cached !== undefined) return cached;
    const id = known.has(key) || key.startsWith('customfield_') ? key : (systemNames.get(lower(key)) ?? idByName.get(lower(key)) ?? key);
    ids.set(key, id);
    return id;
  };

  const firstValue = new Map<string, unknown>();
  for (const issue of issues) {
    for (const [key, value] of Object.entries(issue.fields)) {
      const id = idOf(key);
      if (id.startsWith('customfield_') && !custom.has(id) && (firstValue.get(id) ?? null) === null) firstValue.set(id, value);
    }
  }
  for (const [id, value] of firstValue) {
    if (value !== null)
      custom.set(
        id,
        describeByValue(id, (typeof value === 'number' ? guessName(id, issues) : null) ?? (isSprint(value) ? 'Sprint' : id), value),
      );
  }
  return {
    of: (issue) => new Map(Object.entries(issue.fields).map(([key, value]) => [idOf(key), value])),
    custom: [...custom.values()],
  };
};
