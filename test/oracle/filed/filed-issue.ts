/**
 * The issues of a file of real histories, as far as a recomputation needs them: the present values and every change, oldest first. Reads the
 * JSON by itself and knows nothing of how the site imports it. Fields may stand under their ids or under their names.
 */
import { z } from 'zod';

/** A value as a changelog has it: an id, words, or both. */
export type Value = { readonly id: string | null; readonly words: string | null };

export type FiledChange = {
  /** Epoch ms. */
  readonly at: number;
  /** In lower case. */
  readonly field: string;
  readonly fieldId: string | null;
  readonly custom: boolean;
  readonly from: Value | null;
  readonly to: Value | null;
};

export type FiledStatus = { readonly id: string; readonly name: string; readonly category: 'todo' | 'in-progress' | 'done' };

export type FiledIssue = {
  readonly id: string;
  readonly key: string;
  /** Epoch ms. */
  readonly createdAt: number;
  /** Epoch ms of the last change or comment; null where the file does not say. */
  readonly updatedAt: number | null;
  readonly status: FiledStatus;
  readonly type: Value;
  /** Undefined where the file leaves the field out. */
  readonly resolution: Value | null | undefined;
  readonly parent: Value | null;
  readonly versions: readonly Value[];
  readonly components: readonly Value[];
  readonly labels: readonly string[];
  /** Seconds. */
  readonly estimate: number | null;
  /** By field id; fields the file leaves out are missing. */
  readonly numbers: Readonly<Record<string, number | null>>;
  readonly changes: readonly FiledChange[];
  /** How many entries its changelog has. */
  readonly entries: number;
};

type NumberField = { readonly id: string; readonly name: string; readonly isPoints: boolean };

export type FiledHistories = {
  readonly issues: readonly FiledIssue[];
  /** Number fields that the file describes, story points in the order they are tried first. */
  readonly numberFields: readonly NumberField[];
};

const named = z.object({ id: z.string(), name: z.string() });
const statusSchema = named.extend({ statusCategory: z.object({ key: z.enum(['new', 'indeterminate', 'done']) }) });
const keyed = z.object({ id: z.string(), key: z.string() });
const text = z.string().nullish();
const itemSchema = z.object({ field: z.string(), fieldtype: z.string(), fieldId: text, from: text, fromString: text, to: text });
const entrySchema = z.object({ id: z.string(), created: z.string(), items: z.array(z.looseObject({})) });
const issueSchema = z.object({
  id: z.string(),
  key: z.string(),
  fields: z.record(z.string(), z.unknown()),
  changelog: z.object({ histories: z.array(entrySchema) }),
});
const fieldSchema = z.object({ id: z.string(), name: z.string(), schema: z.object({ custom: text }).nullish() });
const searchSchema = z.object({ issues: z.array(z.unknown()), fields: z.array(z.unknown()).optional() });

type RawIssue = z.infer<typeof issueSchema>;

const categories = { new: 'todo', indeterminate: 'in-progress', done: 'done' } as const;

/** `+0000` is `+00:00`. */
const instant = (written: string): number => Date.parse(written.replace(/([+-]\d\d)(\d\d)$/, '$1:$2'));

const value = (id: string | null | undefined, words: string | null | undefined): Value | null => {
  const read = { id: id === '' ? null : (id ?? null), words: words === '' ? null : (words ?? null) };
  return read.id === null && read.words === null ? null : read;
};

/** Every object has a `toString`; only one of its own is Jira's. */
const toWords = (item: object): string | null =>
  z.string().nullish().parse(Object.getOwnPropertyDescriptor(item, 'toString')?.value) ?? null;

function changesOf({ changelog }: RawIssue): readonly FiledChange[] {
  const entries = changelog.histories.map((entry) => ({ ...entry, at: instant(entry.created) }));
  entries.sort((a, b) => a.at - b.at || Number(a.id) - Number(b.id));
  return entries.flatMap(({ at, items }) =>
    items.map((raw): FiledChange => {
      const item = itemSchema.parse(raw);
      return {
        at,
        field: item.field.toLowerCase(),
        fieldId: item.fieldId ?? null,
        custom: item.fieldtype === 'custom',
        from: value(item.from, item.fromString),
        to: value(item.to, toWords(raw)),
      };
    }),
  );
}

function readIssue(raw: RawIssue, numberFields: readonly NumberField[]): FiledIssue {
  const field = (...names: readonly string[]): unknown => names.map((name) => raw.fields[name]).find((found) => found !== undefined);
  const one = (...names: readonly string[]): Value | null => {
    const found = named.nullish().parse(field(...names));
    return found ? { id: found.id, words: found.name } : null;
  };
  const many = (...names: readonly string[]): readonly Value[] =>
    (
      z
        .array(named)
        .nullish()
        .parse(field(...names)) ?? []
    ).map(({ id, name }) => ({ id, words: name }));
  const { id, name, statusCategory } = statusSchema.parse(field('status', 'Status'));
  const parent = keyed.nullish().parse(field('parent', 'Parent'));
  const updated = z.string().nullish().parse(field('updated', 'Updated'));
  const numbers = numberFields.flatMap((described) => {
    const found = z.number().nullish().parse(field(described.id, described.name));
    return found === undefined ? [] : [[described.id, found] as const];
  });
  return {
    id: raw.id,
    key: raw.key,
    createdAt: instant(z.string().parse(field('created', 'Created'))),
    updatedAt: updated ? instant(updated) : null,
    status: { id, name, category: categories[statusCategory.key] },
    type: one('issuetype', 'Issue Type') ?? { id: null, words: null },
    resolution: field('resolution', 'Resolution') === undefined ? undefined : one('resolution', 'Resolution'),
    parent: parent ? { id: parent.id, words: parent.key } : null,
    versions: many('fixVersions', 'Fix versions'),
    components: many('components', 'Components'),
    labels: z.array(z.string()).nullish().parse(field('labels', 'Labels')) ?? [],
    estimate: z.number().nullish().parse(field('timeoriginalestimate')) ?? null,
    numbers: Object.fromEntries(numbers),
    changes: changesOf(raw),
    entries: raw.changelog.histories.length,
  };
}

/** Jira Software's own field of points comes before number fields that are called so. */
function numberFieldsOf(described: readonly unknown[]): readonly NumberField[] {
  const fields = described.map((field) => fieldSchema.parse(field));
  const ofType = (type: string) => fields.filter(({ schema }) => schema?.custom?.endsWith(`:${type}`));
  const points = /^story points?( estimate)?$/i;
  return [
    ...ofType('jsw-story-points').map(({ id, name }) => ({ id, name, isPoints: true })),
    ...ofType('float').map(({ id, name }) => ({ id, name, isPoints: points.test(name) })),
  ];
}

/** Reads one issue a line, or the reply of a search. Throws a ZodError where it is neither. */
export function readFiledHistories(content: string): FiledHistories {
  const lines = content.split('\n').filter((line) => line.trim() !== '');
  const isOneALine = lines[0]?.startsWith('{"id"') === true;
  const { issues, fields = [] } = searchSchema.parse(
    isOneALine ? { issues: lines.map((line): unknown => JSON.parse(line)) } : JSON.parse(content),
  );
  const numberFields = numberFieldsOf(fields);
  return { issues: issues.map((issue) => readIssue(issueSchema.parse(issue), numberFields)), numberFields };
}
