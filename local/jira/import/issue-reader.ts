/** The fields of the raw issues by field id, and the errors for what an issue cannot do without. */
import { readRawFields } from './raw-fields';
import type { RawFields } from './raw-fields';
import { ImportError, isObject } from './read-export';
import type { Export, RawIssue, RawObject } from './read-export';

export type IssueReader = {
  readonly customFields: RawFields['custom'];
  /** Undefined where the export does not have the field; null where it has no value. */
  field(issue: RawIssue, id: string): unknown;
  fields(issue: RawIssue): Iterable<readonly [string, unknown]>;
  object(issue: RawIssue, id: string): RawObject | null;
  /** Throws an `ImportError` where the field is missing. */
  required(issue: RawIssue, id: string): RawObject;
  /** Epoch ms; throws an `ImportError` that says what could not be read. */
  instant(issue: RawIssue, value: unknown, what: string): number;
};

export const createIssueReader = (source: Export): IssueReader => {
  const raw = readRawFields(source);
  const byIssue = new Map(source.issues.map((issue) => [issue, raw.of(issue)]));
  const field = (issue: RawIssue, id: string): unknown => byIssue.get(issue)?.get(id);
  const object = (issue: RawIssue, id: string): RawObject | null => {
    const value = field(issue, id);
    return isObject(value) ? value : null;
  };
  return {
    customFields: raw.custom,
    field,
    fields: (issue) => byIssue.get(issue) ?? [],
    object,
    required: (issue, id) => {
      const value = object(issue, id);
      if (!value) throw new ImportError(issue.place, `issue ${issue.key} has no field "${id}".`, 'Ask for fields=*all when exporting.');
      return value;
    },
    instant: (issue, value, what) => {
      const at = Date.parse(String(value));
      if (!Number.isNaN(at)) return at;
      const problem = `issue ${issue.key} has no readable ${what} (${String(value)}).`;
      throw new ImportError(issue.place, problem, 'Instants look like 2026-01-31T14:00:00.000+0000.');
    },
  };
};
