/** Jira's project events: a project that is trashed, deleted, archived, or brought back. Refused loudly, handed to the use case. */
import { z } from 'zod';
import { noteProjectEvent } from '../usecases/sync/note-project-event';
import { deps } from './deps';
import { withTables } from './set-up';

const eventSchema = z.object({ project: z.object({ id: z.union([z.string(), z.number()]).transform(String) }) });

export async function onProjectEvent(event: unknown): Promise<void> {
  const parsed = eventSchema.safeParse(event);
  if (!parsed.success) {
    deps.warn(`An event without a readable project was refused (${parsed.error.issues[0]?.path.join('.') ?? 'shape'}).`);
    return;
  }
  await withTables(() => noteProjectEvent(deps, parsed.data.project.id));
}
