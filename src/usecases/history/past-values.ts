/**
 * The value of a metric or band on each of many days: the latest check-in or reading up to the day, and before the first reading of a query
 * what the query would have said, where that can be told.
 */
import type { ValueSource } from '../../domain/model';
import { dailyValue } from '../../domain/past/daily-value';
import type { PastSpan } from '../../domain/past/days';
import { createDirectory } from '../../domain/past/directory';
import { pastQuery } from '../../domain/past/past-query';
import type { IssueThen } from '../../domain/past/issue-then';
import type { KeyResultRecord } from '../../store/key-result-row';
import type { AppDeps } from '../deps';
import { ESTIMATE_FIELD } from '../settings/number-fields';
import { candidatesOfQuery, searchAll, type FindUpdated } from './past-candidates';
import { readPasts, type PastSite } from './read-pasts';

type Known = readonly { readonly day: string; readonly value: number | null }[];

export type PastValues = {
  readonly valueOn: (day: string) => number | null;
  /** The query, where it could not be told. */
  readonly untold: readonly string[];
};

const noValues: PastValues = { valueOn: () => null, untold: [] };

/** Ascending by day, later entries of a day after earlier ones. */
async function knownValues(deps: AppDeps, keyResult: Extract<KeyResultRecord, { source: unknown }>): Promise<Known> {
  if (keyResult.source.by === 'hand')
    return (await deps.store.checkIns.listByKeyResults([keyResult.id])).filter(({ value }) => value !== null);
  const readings = await deps.store.valueReadings.listByKeyResults([keyResult.id]);
  return readings.filter(({ valueSourceId }) => valueSourceId === keyResult.valueSourceId);
}

const latestOn = (known: Known, day: string): Known[number] | null => known.findLast((one) => one.day <= day) ?? null;

/** The days on which every issue the query may have found can be told; null where it cannot be, `'unfinished'` when time ran out. */
async function rebuiltValues(
  deps: AppDeps,
  source: Extract<ValueSource, { readonly by: 'jira' }>,
  site: PastSite,
  span: PastSpan,
  find: FindUpdated,
  until: number,
): Promise<ReadonlyMap<string, number | null> | null | 'unfinished'> {
  const query = await pastQuery(source.jql);
  if ('untold' in query) return null;
  const present = await searchAll(deps, source.jql);
  const updated = present && (await candidatesOfQuery(query, [], find));
  if (present === null || updated === null) return null;
  const pasts = await readPasts(deps, [...new Set([...present, ...updated])], site, span.fromDay, until);
  if (pasts === null) return 'unfinished';
  const valueOf = (issue: IssueThen): number | null => {
    if (source.measure === 'count') return null;
    return source.fieldId === ESTIMATE_FIELD ? issue.estimate : (issue.numbers[source.fieldId] ?? null);
  };
  const directory = createDirectory(pasts, site.statuses);
  const days = dailyValue({ pasts, tell: query.tell, measure: source.measure, valueOf, span, directory });
  return new Map(days.map(({ day, value }) => [day, value]));
}

/** Null when `until` (epoch ms) came first. Throws JiraUnavailable. */
export async function pastValues(
  deps: AppDeps,
  keyResult: KeyResultRecord,
  site: PastSite,
  span: PastSpan,
  find: FindUpdated,
  until: number,
): Promise<PastValues | null> {
  if (keyResult.kind !== 'metric' && keyResult.kind !== 'band') return noValues;
  const known = await knownValues(deps, keyResult);
  const { source } = keyResult;
  const rebuilt = source.by === 'hand' ? new Map<string, number | null>() : await rebuiltValues(deps, source, site, span, find, until);
  if (rebuilt === 'unfinished') return null;
  return {
    valueOn: (day) => {
      const latest = latestOn(known, day);
      return latest === null ? (rebuilt?.get(day) ?? null) : latest.value;
    },
    untold: rebuilt === null && source.by === 'jira' ? [source.jql] : [],
  };
}
