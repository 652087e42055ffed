/** An issue with every part of its state that a changelog can tell, parsed from a reply of Jira: where its past is followed back from. */
import { z } from 'zod';
import type { FollowedField, IssueNow, Named } from '../domain/past/issue-state';
import { instantOf } from './instant';
import { statusCategoryOf } from './status-category';

/** Which of the site's fields a past follows beside Jira's own. */
export type PastFields = {
  readonly numbers: readonly FollowedField[];
  /** Jira Software's field of sprints; null on a site without. */
  readonly sprintFieldId: string | null;
};

const ownFields = [
  'project',
  'issuetype',
  'status',
  'resolution',
  'priority',
  'assignee',
  'reporter',
  'parent',
  'fixVersions',
  'versions',
  'components',
  'labels',
  'timeoriginalestimate',
  'created',
] as const;

export const presentFields = ({ numbers, sprintFieldId }: PastFields): readonly string[] => [
  ...ownFields,
  ...numbers.map(({ id }) => id),
  ...(sprintFieldId === null ? [] : [sprintFieldId]),
];

const named = z.object({ id: z.string(), name: z.string() });
const person = z.object({ accountId: z.string(), displayName: z.string().nullish() });
const sprints = z.array(z.object({ id: z.union([z.number(), z.string()]).transform(String), name: z.string() }));

const issueSchema = z.object({
  id: z.string(),
  key: z.string(),
  fields: z.looseObject({
    project: named,
    issuetype: named,
    status: named.extend({ statusCategory: z.object({ key: z.string() }) }),
    resolution: named.nullish(),
    priority: named.nullish(),
    assignee: person.nullish(),
    reporter: person.nullish(),
    parent: z.object({ id: z.string(), key: z.string() }).nullish(),
    fixVersions: z.array(named).nullish(),
    versions: z.array(named).nullish(),
    components: z.array(named).nullish(),
    labels: z.array(z.string()).nullish(),
    timeoriginalestimate: z.number().nullish(),
    created: z.string().transform(instantOf).pipe(z.number()),
  }),
});

const nameOnly = ({ id, name }: Named): Named => ({ id, name });
const personOrNull = (of: z.infer<typeof person> | null | undefined): Named | null =>
  of ? { id: of.accountId, name: of.displayName ?? null } : null;

/** Throws a ZodError when the reply is not an issue with these fields. */
export function parseIssueNow(reply: unknown, { numbers, sprintFieldId }: PastFields): IssueNow {
  const { id, key, fields } = issueSchema.parse(reply);
  const sprintField = sprints.safeParse(sprintFieldId === null ? null : fields[sprintFieldId]);
  return {
    issueId: id,
    createdAt: fields.created,
    statusCategory: statusCategoryOf(fields.status.statusCategory.key),
    state: {
      key,
      project: nameOnly(fields.project),
      type: nameOnly(fields.issuetype),
      status: nameOnly(fields.status),
      resolution: fields.resolution ?? null,
      priority: fields.priority ?? null,
      assignee: personOrNull(fields.assignee),
      reporter: personOrNull(fields.reporter),
      parent: fields.parent ? { id: fields.parent.id, name: fields.parent.key } : null,
      fixVersions: fields.fixVersions ?? [],
      affectedVersions: fields.versions ?? [],
      components: fields.components ?? [],
      sprints: sprintField.success ? sprintField.data : [],
      labels: fields.labels ?? [],
      estimate: fields.timeoriginalestimate ?? null,
      numbers: Object.fromEntries(
        numbers.flatMap((field) => {
          const value = fields[field.id];
          return typeof value === 'number' ? [[field.id, value] as const] : [];
        }),
      ),
    },
  };
}
