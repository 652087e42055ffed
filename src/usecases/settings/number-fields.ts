/** The number fields of Jira, by the names the viewer knows them by. */
import type { NumberField } from '../../contract/okr';
import type { Deps } from '../deps';
import { invalid } from '../okr-error';
import { lookUpNumberFields, readSettings } from './settings';

/** Jira's original estimate is a number of seconds, and no custom field. */
export const ESTIMATE_FIELD = 'timeoriginalestimate';

/** By name. One Jira call. */
export const listNumberFields = async (deps: Deps): Promise<readonly NumberField[]> => (await deps.jiraAsUser.numberFields()).all;

/** Null where Jira has no such field, or not for this viewer. */
export async function nameField(deps: Deps, fieldId: string): Promise<string | null> {
  if (fieldId === ESTIMATE_FIELD) return 'Original estimate';
  const fields = await listNumberFields(deps);
  return fields.find(({ id }) => id === fieldId)?.name ?? null;
}

/** Throws `INVALID` on `field` where Jira has no such number field; makes sure that issues are read with it from now on. */
export async function requireNumberField(deps: Deps, fieldId: string, field: string): Promise<void> {
  const settings = await readSettings(deps);
  if (settings.numberFieldIds.includes(fieldId)) return;
  const { numberFieldIds } = await lookUpNumberFields(deps);
  if (!numberFieldIds.includes(fieldId)) throw invalid(field, 'Jira has no such number field. Pick one from the list.');
}
