/**
 * Takes the vocabulary of an export in: issue types, statuses, resolutions, priorities and sprints. Names of today come
 * first; histories may call the same ids by names of the past, and those do not count.
 */
import type { Sprint, StatusCategory } from '../model';
import type { Store } from '../store';
import { createAdopted } from './adopt';
import type { Adopted } from './adopt';
import type { IssueReader } from './issue-reader';
import { idOf, isNamed, nameOf, number, text } from './raw-values';
import { isObject } from './read-export';
import type { Export, RawIssue, RawObject } from './read-export';

export type ImportedCatalog = {
  readonly types: Adopted;
  readonly statuses: Adopted;
  readonly resolutions: Adopted;
  readonly priorities: Adopted;
  readonly sprints: Adopted;
  /** The site's status id of an issue. */
  statusOf(issue: RawIssue): string;
  typeOf(issue: RawIssue): string;
};

/** Jira's "no category" counts as to do. */
const categoryOf = (status: RawObject): StatusCategory => {
  const category = isObject(status['statusCategory']) ? status['statusCategory']['key'] : undefined;
  return category === 'done' || category === 'indeterminate' ? category : 'new';
};

/** Jira Server does not say levels: a sub-task is below, an epic above. */
const levelOf = (type: RawObject): number =>
  number(type['hierarchyLevel']) ?? (type['subtask'] === true ? -1 : nameOf(type) === 'Epic' ? 1 : 0);

/** The id of the one project a type is for; null for all. */
export const projectScopeOf = (type: RawObject): string | null => {
  const project = isObject(type['scope']) ? type['scope']['project'] : null;
  return isObject(project) ? idOf(project) : null;
};

export const importCatalog = (store: Store, source: Export, reader: IssueReader): ImportedCatalog => {
  const types = createAdopted(store, {
    records: store.issueTypes,
    isSame: (record, raw) => isNamed(record, nameOf(raw)),
    make: (id, raw) => ({ id, name: nameOf(raw), hierarchyLevel: levelOf(raw) }),
  });
  const statuses = createAdopted(store, {
    records: store.statuses,
    isSame: (record, raw) => isNamed(record, nameOf(raw)) && record.category === categoryOf(raw),
    make: (id, raw) => ({ id, name: nameOf(raw), category: categoryOf(raw) }),
  });
  const resolutions = createAdopted(store, {
    records: store.resolutions,
    isSame: (record, raw) => isNamed(record, nameOf(raw)),
    make: (id, raw) => ({ id, name: nameOf(raw) }),
  });
  const priorities = createAdopted(store, {
    records: store.priorities,
    isSame: (record, raw) => isNamed(record, nameOf(raw)),
    // Exports do not tell the order; ids mostly run from the most urgent down.
    make: (id, raw) => ({ id, name: nameOf(raw), rank: Number(idOf(raw) ?? id) }),
  });
  const sprints = createAdopted(store, {
    records: store.sprints,
    isSame: (record, raw) => isNamed(record, nameOf(raw)),
    make: (id, raw): Sprint => {
      const state = String(raw['state']).toLowerCase();
      return {
        id,
        name: nameOf(raw),
        state: state === 'closed' || state === 'active' ? state : 'future',
        startDate: text(raw['startDate']),
        endDate: text(raw['endDate']),
      };
    },
  });

  for (const type of source.issueTypeTable) types.adopt(type);
  for (const issue of source.issues) {
    types.adopt(reader.required(issue, 'issuetype'));
    statuses.adopt(reader.required(issue, 'status'));
    const [resolution, priority] = [reader.object(issue, 'resolution'), reader.object(issue, 'priority')];
    if (resolution) resolutions.adopt(resolution);
    if (priority) priorities.adopt(priority);
  }
  return {
    types,
    statuses,
    resolutions,
    priorities,
    sprints,
    statusOf: (issue) => statuses.adopt(reader.required(issue, 'status')),
    typeOf: (issue) => types.adopt(reader.required(issue, 'issuetype')),
  };
};
