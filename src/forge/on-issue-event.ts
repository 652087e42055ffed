/** Jira's issue events: parsed leniently (the platform's own pages disagree on details), refused loudly, handed to the use case. */
import { z } from 'zod';
import { noteIssueEvent } from '../usecases/note-issue-event';
import { deps } from './deps';
import { withTables } from './set-up';

const eventSchema = z.object({
  eventType: z.string(),
  issue: z.object({ id: z.union([z.string(), z.number()]).transform(String) }),
  atlassianId: z.string().nullish().catch(null),
  changelog: z.object({ items: z.array(z.object({ field: z.string() })).nullish() }).nullish(),
});

const kinds = { 'avi:jira:created:issue': 'created', 'avi:jira:updated:issue': 'updated', 'avi:jira:deleted:issue': 'deleted' } as const;

export async function onIssueEvent(event: unknown): Promise<void> {
  const parsed = eventSchema.safeParse(event);
  if (!parsed.success) {
    deps.warn(`An event without a readable issue was refused (${parsed.error.issues[0]?.path.join('.') ?? 'shape'}).`);
    return;
  }
  const { eventType, issue, changelog, atlassianId } = parsed.data;
  const kind = Object.entries(kinds).find(([name]) => name === eventType)?.[1];
  if (kind === undefined) return;
  const changedFields = (changelog?.items ?? []).map(({ field }) => field);
  await withTables(() => noteIssueEvent(deps, { issueId: issue.id, kind, changedFields, changedBy: atlassianId ?? null }));
}
