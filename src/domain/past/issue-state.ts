/**
 * What one issue was at a moment, as far as progress and queries ask: the words for rebuilding its past. Values are Jira's own, by id and name;
 * what they mean on this site (which status is done, which key is which issue) is said elsewhere.
 */
import type { StatusCategory } from '../model';

/** A value of Jira. A changelog may say the id only, or the name only; of an issue the name is its key. */
export type Named = { readonly id: string | null; readonly name: string | null };

export type IssueState = {
  readonly key: string;
  readonly project: Named;
  readonly type: Named;
  readonly status: Named;
  readonly resolution: Named | null;
  readonly priority: Named | null;
  readonly assignee: Named | null;
  readonly reporter: Named | null;
  readonly parent: Named | null;
  readonly fixVersions: readonly Named[];
  readonly affectedVersions: readonly Named[];
  readonly components: readonly Named[];
  readonly sprints: readonly Named[];
  readonly labels: readonly string[];
  /** Original estimate in seconds. */
  readonly estimate: number | null;
  /** Values of number fields, by field id; a field without an entry has no value. */
  readonly numbers: Readonly<Record<string, number>>;
};

/** An issue as Jira gives it at present. */
export type IssueNow = {
  readonly issueId: string;
  /** Epoch ms. */
  readonly createdAt: number;
  readonly statusCategory: StatusCategory;
  readonly state: IssueState;
};

/** One changed field of a changelog entry; empty texts count as nothing. */
export type ChangeItem = {
  readonly field: string;
  readonly fieldId: string | null;
  /** False for Jira's own fields, null where Jira does not say. */
  readonly custom: boolean | null;
  readonly from: string | null;
  readonly fromText: string | null;
  readonly to: string | null;
  readonly toText: string | null;
};

/** An entry of a changelog. */
export type History = {
  readonly id: string;
  /** Epoch ms. */
  readonly at: number;
  readonly items: readonly ChangeItem[];
};

/** A number field to follow; its name finds it in changelogs that say no field ids. */
export type FollowedField = { readonly id: string; readonly name: string };

/** An issue from its creation on: how it was first, and what was different from which moment on. */
export type IssuePast = {
  readonly issueId: string;
  /** Epoch ms. */
  readonly createdAt: number;
  /** Every key it has had, the present one first. */
  readonly keys: readonly string[];
  /** Of its present status. */
  readonly statusCategory: StatusCategory;
  /** The number fields that were followed. */
  readonly numberFieldIds: readonly string[];
  readonly first: IssueState;
  /** Oldest first, at most one a moment; `at` in epoch ms. */
  readonly changes: readonly { readonly at: number; readonly to: Partial<IssueState> }[];
};
