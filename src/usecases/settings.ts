/** The site's settings as use cases read them; what has never been written has a default, and the points field is looked up once. */
import { z } from 'zod';
import { defaultExcludedResolutions } from '../domain/cancelled';
import type { AppDeps } from './deps';

export type Settings = {
  readonly excludedResolutions: readonly string[];
  /** Fields that carry story points, in the order they are tried. */
  readonly pointsFieldIds: readonly string[];
};

const names = { excludedResolutions: 'excluded-resolutions', pointsFieldIds: 'points-field-ids' } as const;
const list = z.array(z.string());

function read(text: string | undefined): readonly string[] | null {
  return text === undefined ? null : list.parse(JSON.parse(text));
}

/** One SQL request; the first time also one Jira call and one write. */
export async function readSettings(deps: AppDeps): Promise<Settings> {
  const written = await deps.store.settings.all();
  let pointsFieldIds = read(written.get(names.pointsFieldIds));
  if (pointsFieldIds === null) {
    pointsFieldIds = await deps.jiraAsApp.pointsFieldIds();
    await deps.store.settings.write(names.pointsFieldIds, JSON.stringify(pointsFieldIds));
  }
  return { excludedResolutions: read(written.get(names.excludedResolutions)) ?? defaultExcludedResolutions, pointsFieldIds };
}
