/** Jira's issue events: parsed leniently (the platform's own pages disagree on details), refused loudly, handed to the use case. */
import { z } from 'zod';
import { noteIssueEvent } from '../usecases/sync/note-issue-event';
import { deps } from './deps';
import { withTables } from './set-up';

const idSchema = z.union([z.string(), z.number()]).transform(String);
const childSchema = idSchema.nullish().catch(null);
const itemSchema = z.object({ field: z.string(), from: childSchema, to: childSchema });
const eventSchema = z.object({
  eventType: z.string(),
  issue: z.object({ id: idSchema }),
  atlassianId: z.string().nullish().catch(null),
  changelog: z.object({ items: z.array(itemSchema).nullish() }).nullish(),
});

const kinds = { 'avi:jira:created:issue': 'created', 'avi:jira:updated:issue': 'updated', 'avi:jira:deleted:issue': 'deleted' } as const;

const isIssueId = (id: string | null | undefined): id is string => /^\d+$/.test(id ?? '');

export async function onIssueEvent(event: unknown): Promise<void> {
  const parsed = eventSchema.safeParse(event);
  if (!parsed.success) {
    deps.warn(`An event without a readable issue was refused (${parsed.error.issues[0]?.path.join('.') ?? 'shape'}).`);
    return;
  }
  const { eventType, issue, changelog, atlassianId } = parsed.data;
  const kind = Object.entries(kinds).find(([name]) => name === eventType)?.[1];
  if (kind === undefined) return;
  const items = changelog?.items ?? [];
  const childIds = items
    .filter(({ field }) => field.toLowerCase() === 'epic child')
    .flatMap(({ from, to }) => [from, to].filter(isIssueId));
  const changedFields = items.map(({ field }) => field);
  await withTables(() => noteIssueEvent(deps, { issueId: issue.id, kind, changedFields, childIds, changedBy: atlassianId ?? null }));
}
