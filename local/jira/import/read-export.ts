/**
 * Reads the text of an export into raw issues and tables, whatever of the three shapes it has: one JSON issue a line, a
 * JSON array, or an object with `issues` (a search reply, or pages of it). It checks the outline and says where it is
 * wrong; what fields mean is `normalise-issue.ts`.
 */

export type RawObject = { readonly [key: string]: unknown };

export type RawIssue = {
  /** Where it stood, for messages: `line 12` or `issue 12`. */
  readonly place: string;
  readonly id: string;
  readonly key: string;
  readonly fields: RawObject;
  readonly histories: readonly RawObject[];
};

export type Export = {
  readonly issues: readonly RawIssue[];
  /** The reply of GET field, where the export has it. */
  readonly fieldTable: readonly RawObject[];
  readonly issueTypeTable: readonly RawObject[];
};

/** Says what is wrong with a file and what to do; its message is meant for whoever gave the file. */
export class ImportError extends Error {
  constructor(place: string, problem: string, advice: string) {
    super(`Import stopped at ${place}: ${problem} ${advice} Nothing was imported.`);
    this.name = 'ImportError';
  }
}

export const isObject = (value: unknown): value is RawObject => typeof value === 'object' && value !== null && !Array.isArray(value);
export const objectsIn = (value: unknown): readonly RawObject[] => (Array.isArray(value) ? value.filter(isObject) : []);

const exportAdvice =
  'Export issues with GET /rest/api/3/search/jql?fields=*all&expand=changelog and give its reply, an array of its issues, or one issue a line.';

const readIssue = (value: unknown, place: string): RawIssue => {
  if (!isObject(value)) throw new ImportError(place, 'this is no JSON object.', exportAdvice);
  const { id, key, fields, changelog } = value;
  if (typeof id !== 'string' || !/^\d+$/.test(id))
    throw new ImportError(place, 'the issue has no "id" (a string of digits).', exportAdvice);
  if (typeof key !== 'string' || !/^[A-Z][A-Z0-9_]*-\d+$/i.test(key))
    throw new ImportError(place, `issue ${id} has no "key" such as ABC-12.`, exportAdvice);
  if (!isObject(fields)) throw new ImportError(place, `issue ${key} has no "fields".`, 'Ask for fields=*all when exporting.');
  const histories = isObject(changelog) ? changelog['histories'] : [];
  if (changelog !== undefined && !Array.isArray(histories)) {
    throw new ImportError(place, `the "changelog" of issue ${key} has no "histories".`, 'Ask for expand=changelog when exporting.');
  }
  const total = isObject(changelog) ? changelog['total'] : undefined;
  const read = objectsIn(histories);
  if (typeof total === 'number' && total > read.length) {
    throw new ImportError(
      place,
      `the changelog of issue ${key} has ${String(read.length)} of ${String(total)} entries.`,
      'Fetch the rest with GET /rest/api/3/issue/{key}/changelog and put them into "histories".',
    );
  }
  return { place, id, key: key.toUpperCase(), fields, histories: read };
};

const parse = (text: string, place: string): unknown => {
  try {
    return JSON.parse(text) as unknown;
  } catch (error) {
    throw new ImportError(
      place,
      `this is not JSON (${error instanceof Error ? error.message : String(error)}).`,
      'Check that the file is complete.',
    );
  }
};

const readLines = (text: string): Export => {
  const issues: RawIssue[] = [];
  text.split('\n').forEach((line, index) => {
    const place = `line ${String(index + 1)}`;
    if (line.trim() !== '') issues.push(readIssue(parse(line, place), place));
  });
  return { issues, fieldTable: [], issueTypeTable: [] };
};

const readList = (list: readonly unknown[]): readonly RawIssue[] =>
  list.map((value, index) => readIssue(value, `issue ${String(index + 1)}`));

/** Names of fields as `expand=names` and `expand=schema` give them, in the shape of GET field. */
const fieldsFromExpand = (page: RawObject): readonly RawObject[] => {
  const names = isObject(page['names']) ? page['names'] : {};
  const schemas = isObject(page['schema']) ? page['schema'] : {};
  return Object.entries(names).map(([id, name]) => ({ id, name, custom: id.startsWith('customfield_'), schema: schemas[id] ?? null }));
};

/** True when the first line is an object of its own, or the second one begins one. */
const hasOneIssueALine = (body: string): boolean => {
  const [first = '', second = ''] = body.split('\n', 2).map((line) => line.trim());
  if (!first.startsWith('{') || second === '') return false;
  return second.startsWith('{') || (first.endsWith('}') && first.includes('"key"'));
};

/** Throws an `ImportError` that names the line or the issue. */
export const readExport = (text: string): Export => {
  const body = text.replace(/^\uFEFF/, '').trim();
  if (body === '') throw new ImportError('line 1', 'the file is empty.', exportAdvice);
  if (hasOneIssueALine(body)) return readLines(body);
  const value = parse(body, 'the file');
  if (Array.isArray(value)) {
    const pages = value.filter((item) => isObject(item) && Array.isArray(item['issues']));
    if (pages.length > 0 && pages.length === value.length) return joinPages(objectsIn(value));
    return { issues: readList(value), fieldTable: [], issueTypeTable: [] };
  }
  if (isObject(value) && Array.isArray(value['issues'])) return joinPages([value]);
  return { issues: [readIssue(value, 'the file')], fieldTable: [], issueTypeTable: [] };
};

const joinPages = (pages: readonly RawObject[]): Export => ({
  issues: readList(pages.flatMap((page): readonly unknown[] => (Array.isArray(page['issues']) ? page['issues'] : []))),
  fieldTable: pages.flatMap((page) => [...objectsIn(page['fields']), ...fieldsFromExpand(page)]),
  issueTypeTable: pages.flatMap((page) => objectsIn(page['issueTypes'])),
});
