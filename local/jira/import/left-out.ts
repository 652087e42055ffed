/** What an import does not take over, in sentences for whoever gave the file. */
import type { Issue } from '../model';
import type { IssueReader } from './issue-reader';
import type { RawIssue } from './read-export';

/** The fields that become part of an issue here, beside custom fields. */
const kept: ReadonlySet<string> = new Set([
  'summary',
  'description',
  'issuetype',
  'project',
  'parent',
  'status',
  'resolution',
  'resolutiondate',
  'priority',
  'assignee',
  'reporter',
  'creator',
  'labels',
  'fixVersions',
  'versions',
  'components',
  'created',
  'updated',
  'duedate',
  'timeoriginalestimate',
  'timeestimate',
  'timespent',
]);
/** What the site computes by itself. */
const computed: ReadonlySet<string> = new Set(['subtasks', 'statusCategory', 'workratio', 'lastViewed']);
const namedKeys = 5;

const isEmpty = (value: unknown): boolean => value === null || value === '' || (Array.isArray(value) && value.length === 0);

const some = (issues: readonly Issue[]): string => {
  const keys = issues.map(({ key }) => key);
  return keys.length <= namedKeys ? keys.join(', ') : `${keys.slice(0, namedKeys).join(', ')} and ${String(keys.length - namedKeys)} more`;
};

/** `built`: what became of the raw issues, in the same order. */
export const describeLeftOut = (reader: IssueReader, raw: readonly RawIssue[], built: readonly Issue[]): readonly string[] => {
  const orphans = built.filter((issue, index) => {
    const source = raw[index];
    return issue.parentId === null && source !== undefined && reader.object(source, 'parent') !== null;
  });
  const custom = new Set(reader.customFields.map(({ id }) => id));
  const fields = new Set<string>();
  for (const issue of raw) {
    for (const [id, value] of reader.fields(issue)) {
      if (!kept.has(id) && !computed.has(id) && !custom.has(id) && !isEmpty(value)) fields.add(id);
    }
  }
  const have = orphans.length === 1 ? '1 issue has' : `${String(orphans.length)} issues have`;
  return [
    ...(orphans.length === 0 ? [] : [`${have} a parent that is neither in the file nor here: ${some(orphans)}.`]),
    ...(fields.size === 0 ? [] : [`Fields the site does not keep: ${[...fields].sort().join(', ')}.`]),
  ];
};
