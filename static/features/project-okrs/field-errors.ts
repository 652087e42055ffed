/** Brings an error of the backend to the field it is about, and says which errors belong to no field of a form. Pure. */
import type { ApiError } from '../../api-error';

/** Parts of a request that a form knows under another name, the longer paths first. */
const formNames: readonly (readonly [path: RegExp, field: string])[] = [
  [/^ownerAccountId$/, 'owner'],
  [/^cycleId$/, 'cycle'],
  [/^parentId$/, 'parent'],
  [/^rule\.fieldId$/, 'weightField'],
  [/^source\.fieldId$/, 'valueField'],
  [/^override\.progress$/, 'overrideProgress'],
  [/^override\.reason$/, 'overrideReason'],
  [/^override\.untilDay$/, 'overrideUntil'],
  [/^milestones(\.|$)/, 'milestones'],
];

/** `rule.unestimated` → `unestimated`, `ownerAccountId` → `owner`; null when the error names no field. */
const fieldOf = (error: ApiError | null): string | null => {
  const path = error?.field ?? null;
  if (path === null) return null;
  return formNames.find(([pattern]) => pattern.test(path))?.[1] ?? path.split('.').at(-1) ?? path;
};

/** Words for one field: what the form itself found, else what the backend said about it. */
export const errorAt = <K extends string>(field: K, wrong: Partial<Record<K, string>>, error: ApiError | null): string | null =>
  wrong[field] ?? (error !== null && fieldOf(error) === field ? error.message : null);

/** The error, unless it is shown at one of these fields. */
export const errorOfForm = (error: ApiError | null, fields: readonly string[]): ApiError | null => {
  const field = fieldOf(error);
  return field !== null && fields.includes(field) ? null : error;
};
