/**
 * The site's settings as use cases read them; what has never been written has a default. Which fields of Jira carry numbers is looked up
 * once, and again every day.
 */
import { z } from 'zod';
import { defaultExcludedResolutions } from '../domain/cancelled';
import type { NumberFields } from '../jira/jira-issue';
import type { AppDeps } from './deps';

export type Settings = NumberFields & {
  readonly excludedResolutions: readonly string[];
};

const names = { excludedResolutions: 'excluded-resolutions', numberFields: 'number-fields' } as const;
/** Every issue is asked for all of them; sites have a few dozen at most. */
const MOST_NUMBER_FIELDS = 60;

const list = z.array(z.string());
const fields = z.object({ pointsFieldIds: list, numberFieldIds: list });

/** Asks Jira which fields carry numbers, and keeps the answer. One Jira call and one SQL request. */
export async function lookUpNumberFields(deps: AppDeps): Promise<NumberFields> {
  const { pointsFieldIds, all } = await deps.jiraAsApp.numberFields();
  const found = { pointsFieldIds, numberFieldIds: all.slice(0, MOST_NUMBER_FIELDS).map(({ id }) => id) };
  await deps.store.settings.write(names.numberFields, JSON.stringify(found));
  return found;
}

/** One SQL request; the first time also one Jira call and one write. */
export async function readSettings(deps: AppDeps): Promise<Settings> {
  const written = await deps.store.settings.all();
  const excluded = written.get(names.excludedResolutions);
  const numberFields = written.get(names.numberFields);
  return {
    excludedResolutions: excluded === undefined ? defaultExcludedResolutions : list.parse(JSON.parse(excluded)),
    ...(numberFields === undefined ? await lookUpNumberFields(deps) : fields.parse(JSON.parse(numberFields))),
  };
}
