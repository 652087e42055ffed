/**
 * An issue of the demo set before it has an id: how it began, and what changed when.
 * The present is never written down; it follows from the changes, so history and fields cannot disagree.
 */
import type { JiraUser } from '../seams';
import type { DemoProject } from './demo-people';

export type IssueTypeName = 'Epic' | 'Story' | 'Task' | 'Bug' | 'Sub-task';
type StatusName = 'To Do' | 'In Progress' | 'In Review' | 'Done';
type ResolutionName = 'Done' | "Won't Do" | 'Duplicate';
type PriorityName = 'High' | 'Medium' | 'Low';

/** Everything of an issue that can change. */
export type IssueState = {
  readonly status: StatusName;
  readonly resolution: ResolutionName | null;
  readonly assignee: JiraUser | null;
  readonly points: number | null;
  /** Original estimate in seconds. */
  readonly estimate: number | null;
  readonly priority: PriorityName;
  readonly labels: readonly string[];
  readonly parent: IssueDraft | null;
  readonly fixVersion: string | null;
};

export type IssueChange = {
  /** Epoch ms. */
  readonly at: number;
  readonly author: JiraUser;
  readonly set: Partial<IssueState>;
};

export type IssueDraft = {
  readonly project: DemoProject;
  readonly type: IssueTypeName;
  readonly summary: string;
  /** Epoch ms. */
  readonly createdAt: number;
  readonly reporter: JiraUser;
  readonly first: IssueState;
  /** Earliest first. */
  readonly changes: readonly IssueChange[];
};

export const newIssueState: IssueState = {
  status: 'To Do',
  resolution: null,
  assignee: null,
  points: null,
  estimate: null,
  priority: 'Medium',
  labels: [],
  parent: null,
  fixVersion: null,
};

/** The state after all changes. */
export function presentState(issue: IssueDraft): IssueState {
  return issue.changes.reduce<IssueState>((state, change) => ({ ...state, ...change.set }), issue.first);
}
