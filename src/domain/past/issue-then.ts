/** An issue as it was at a moment, with its values in the words of today: what queries and counting rules are asked about. */
import type { StatusCategory } from '../model';
import { projectKeyIn, type Directory } from './directory';
import type { IssuePast, IssueState, Named } from './issue-state';

/** Every text a value can be called by in a query: id, name, key. */
export type Called = readonly string[];

export type IssueThen = {
  readonly issueId: string;
  /** Its id and every key it has had. */
  readonly called: Called;
  /** Epoch ms. */
  readonly createdAt: number;
  readonly project: Called;
  readonly type: Called;
  readonly status: Called;
  readonly statusCategory: StatusCategory;
  readonly resolution: Called | null;
  /** The resolution's name. */
  readonly resolutionName: string | null;
  readonly priority: Called | null;
  readonly assignee: Called | null;
  readonly reporter: Called | null;
  readonly parent: Called | null;
  /** Null where there is none, or where it is not known which issue a key leads to. */
  readonly parentId: string | null;
  readonly fixVersions: readonly Called[];
  readonly affectedVersions: readonly Called[];
  readonly components: readonly Called[];
  readonly sprints: readonly Called[];
  readonly labels: readonly Called[];
  readonly estimate: number | null;
  readonly numbers: Readonly<Record<string, number>>;
};

const given = (...texts: readonly (string | null)[]): Called => texts.filter((text) => text !== null);

export function issueThen(past: Pick<IssuePast, 'issueId' | 'createdAt' | 'keys'>, state: IssueState, directory: Directory): IssueThen {
  type Kind = Parameters<Directory['nameOf']>[0];
  const called = (kind: Kind, value: Named): Called => given(value.id, directory.nameOf(kind, value));
  const orNull = (kind: Kind, value: Named | null): Called | null => (value === null ? null : called(kind, value));
  const each = (kind: Kind, values: readonly Named[]): readonly Called[] => values.map((value) => called(kind, value));
  const parentId = state.parent === null ? null : directory.issueIdOf(state.parent);
  return {
    issueId: past.issueId,
    called: [past.issueId, ...past.keys],
    createdAt: past.createdAt,
    project: given(
      state.project.id,
      directory.nameOf('project', state.project),
      directory.projectKeyOf(state.project) ?? projectKeyIn(state.key),
    ),
    type: called('type', state.type),
    status: called('status', state.status),
    statusCategory: directory.categoryOf(state.status),
    resolution: orNull('resolution', state.resolution),
    resolutionName: state.resolution === null ? null : directory.nameOf('resolution', state.resolution),
    priority: orNull('priority', state.priority),
    assignee: orNull('assignee', state.assignee),
    reporter: orNull('reporter', state.reporter),
    parent: state.parent === null ? null : given(parentId, state.parent.name, ...(parentId === null ? [] : directory.keysOf(parentId))),
    parentId,
    fixVersions: each('version', state.fixVersions),
    affectedVersions: each('version', state.affectedVersions),
    components: each('component', state.components),
    sprints: each('sprint', state.sprints),
    labels: state.labels.map((label) => [label]),
    estimate: state.estimate,
    numbers: state.numbers,
  };
}
