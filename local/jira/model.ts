/**
 * The records of the Jira stand-in: plain, immutable, JSON all through. A change replaces a record, it never edits one,
 * so an older version can be kept (the lagging search index does). Instants are epoch ms, days are `YYYY-MM-DD`.
 * This module knows nothing of REST, JQL or events.
 */
import type { JiraUser } from '../seams';

export type StatusCategory = 'new' | 'indeterminate' | 'done';

export type Group = { readonly id: string; readonly name: string; readonly memberIds: readonly string[] };

/** `open`: every user works in it. `limited`: every user reads, members work. `private`: only members see it. */
type ProjectAccess = 'open' | 'limited' | 'private';

export type Project = {
  readonly id: string;
  readonly key: string;
  readonly name: string;
  readonly access: ProjectAccess;
  readonly leadId: string | null;
  readonly adminIds: readonly string[];
  readonly memberIds: readonly string[];
  /** Groups whose people count as members. */
  readonly groupIds: readonly string[];
  readonly typeIds: readonly string[];
  /** The workflow: every status can be reached from every other one. */
  readonly statusIds: readonly string[];
  /** The highest number an issue key of this project ever had. */
  readonly lastIssueNumber: number;
  /** Missing while the project is in use. Archived: read by id only. Trashed: as if it were not there, until it is restored. */
  readonly standing?: 'archived' | 'trashed';
};

export type IssueType = {
  readonly id: string;
  readonly name: string;
  /** -1 sub-task, 0 base, 1 epic, 2 and more above. */ readonly hierarchyLevel: number;
};
export type Status = { readonly id: string; readonly name: string; readonly category: StatusCategory };
export type Resolution = { readonly id: string; readonly name: string };
export type Priority = { readonly id: string; readonly name: string; /** 1 is the most urgent. */ readonly rank: number };

export type Field = {
  readonly id: string;
  readonly name: string;
  readonly custom: boolean;
  /** The schema's type: `number`, `string`, `date`, `array`, …; null for what Jira gives no schema (issue key, parent). */
  readonly type: string | null;
  readonly items: string | null;
  /** The schema's `custom` of a custom field, e.g. `com.pyxis.greenhopper.jira:jsw-story-points`. */
  readonly customType: string | null;
};

export type Version = {
  readonly id: string;
  readonly projectId: string;
  readonly name: string;
  readonly released: boolean;
  readonly archived: boolean;
  readonly releaseDate: string | null;
};
export type Component = { readonly id: string; readonly projectId: string; readonly name: string };
export type Sprint = {
  readonly id: string;
  readonly name: string;
  readonly state: 'future' | 'active' | 'closed';
  readonly startDate: string | null;
  readonly endDate: string | null;
};

/** One field's change as Jira writes it; ids in `from`/`to`, words in `fromString`/`toString`. */
export type ChangeItem = {
  readonly field: string;
  readonly fieldtype: string;
  readonly fieldId?: string;
  readonly from: string | null;
  readonly fromString: string | null;
  readonly to: string | null;
  readonly toString: string | null;
};

export type ChangeEntry = {
  readonly id: string;
  readonly at: number;
  readonly authorId: string | null;
  readonly items: readonly ChangeItem[];
};

export type Issue = {
  readonly id: string;
  readonly key: string;
  /** Keys it had before moves, oldest first; they still lead to it. */
  readonly formerKeys: readonly string[];
  readonly projectId: string;
  readonly typeId: string;
  readonly statusId: string;
  readonly resolutionId: string | null;
  readonly priorityId: string | null;
  readonly parentId: string | null;
  readonly summary: string;
  /** An Atlassian document, or the plain text of an import. */
  readonly description: unknown;
  readonly labels: readonly string[];
  readonly assigneeId: string | null;
  readonly reporterId: string | null;
  readonly creatorId: string | null;
  readonly fixVersionIds: readonly string[];
  readonly affectedVersionIds: readonly string[];
  readonly componentIds: readonly string[];
  readonly sprintIds: readonly string[];
  readonly created: number;
  readonly updated: number;
  readonly resolved: number | null;
  readonly due: string | null;
  /** Seconds. */
  readonly originalEstimate: number | null;
  readonly remainingEstimate: number | null;
  readonly timeSpent: number | null;
  /** Values of custom fields by field id; a field without value has no entry. */
  readonly custom: Readonly<Record<string, unknown>>;
  readonly archived: boolean;
  /** Oldest first. */
  readonly changelog: readonly ChangeEntry[];
};

export type SiteState = {
  readonly format: 1;
  /** The highest id given out or imported, over all kinds. */
  readonly lastId: number;
  readonly users: readonly JiraUser[];
  readonly groups: readonly Group[];
  readonly projects: readonly Project[];
  readonly issueTypes: readonly IssueType[];
  readonly statuses: readonly Status[];
  readonly resolutions: readonly Resolution[];
  readonly priorities: readonly Priority[];
  readonly fields: readonly Field[];
  readonly versions: readonly Version[];
  readonly components: readonly Component[];
  readonly sprints: readonly Sprint[];
  readonly issues: readonly Issue[];
};
