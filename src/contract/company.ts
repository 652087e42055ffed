/** What the company page and the administration of groups and roles show. */
import type { HealthThresholds } from '../domain/health-by-chance';
import type { CycleView, ObjectiveView } from './okr';
import type { ViewerRoles } from './viewer-roles';

/** One page: objectives of the company, then by group, then by project, in each in the order people gave them; key results too. */
export type CompanyOkrs = {
  readonly today: string;
  readonly cycles: readonly CycleView[];
  /** The cycle shown: the one asked for, or the one today is in. */
  readonly cycle: CycleView;
  readonly thresholds: HealthThresholds;
  /** Every live group, by name. */
  readonly groups: readonly { readonly id: string; readonly name: string }[];
  readonly roles: ViewerRoles;
  readonly objectives: readonly ObjectiveView[];
  /** Of all pages, as far as the viewer may see. */
  readonly totalObjectives: number;
  /** Pass it back for the next page; null on the last. */
  readonly nextCursor: string | null;
  /** The oldest computation on this page; null when nothing has been computed. */
  readonly asOf: string | null;
};

export type GroupView = {
  readonly id: string;
  readonly name: string;
  readonly projectIds: readonly string[];
  readonly leadIds: readonly string[];
  readonly version: number;
};

export type OkrAdminView = { readonly accountId: string; readonly grantedAt: string; readonly grantedByAccountId: string };
