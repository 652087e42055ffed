/** Brings an error of the backend to the field it is about, and says which errors belong to no field of a form. Pure. */
import type { ApiError } from '../../api-error';

const inputNames: Readonly<Record<string, string>> = { ownerAccountId: 'owner', cycleId: 'cycle' };

/** `rule.unestimated` → `unestimated`, `ownerAccountId` → `owner`; null when the error names no field. */
const fieldOf = (error: ApiError | null): string | null => {
  const last = error?.field?.split('.').at(-1);
  return last === undefined ? null : (inputNames[last] ?? last);
};

/** Words for one field: what the form itself found, else what the backend said about it. */
export const errorAt = <K extends string>(field: K, wrong: Partial<Record<K, string>>, error: ApiError | null): string | null =>
  wrong[field] ?? (error !== null && fieldOf(error) === field ? error.message : null);

/** The error, unless it is shown at one of these fields. */
export const errorOfForm = (error: ApiError | null, fields: readonly string[]): ApiError | null => {
  const field = fieldOf(error);
  return field !== null && fields.includes(field) ? null : error;
};
