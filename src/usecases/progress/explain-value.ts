/** Where the value of a metric or band comes from: who gave it and for which day, or what Jira was asked and when. */
import type { ValueExplanation } from '../../contract/explanation';
import type { BandKeyResultRecord, MetricKeyResultRecord } from '../../store/key-result-row';
import type { Deps } from '../deps';
import { nameField } from '../settings/number-fields';

/** One SQL request, and one Jira call for the name of a field. */
export async function explainValue(deps: Deps, keyResult: MetricKeyResultRecord | BandKeyResultRecord): Promise<ValueExplanation> {
  const { current, unit, source, valueSourceId } = keyResult;
  const base = { current, unit, source, fieldName: null, given: null, read: null };
  if (source.by === 'hand') {
    const last = (await deps.store.checkIns.listByKeyResults([keyResult.id])).filter(({ value }) => value !== null).at(-1);
    return { ...base, given: last === undefined ? null : { day: last.day, byAccountId: last.createdBy } };
  }
  const readings = await deps.store.valueReadings.listByKeyResults([keyResult.id]);
  const last = readings.filter((reading) => reading.valueSourceId === valueSourceId).at(-1);
  return {
    ...base,
    fieldName: source.measure === 'count' ? null : await nameField(deps, source.fieldId),
    read: last === undefined ? null : { at: new Date(last.readAt).toISOString(), issues: last.issues, approximate: last.approximate },
  };
}
