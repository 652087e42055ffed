/** What the app itself knows of the viewer's roles. What they hold in Jira the browser asks as them; the backend decides again at every request. */
export type ViewerRoles = {
  /** Holds the app's role; whoever administers Jira may do the same without it. */
  readonly isOkrAdmin: boolean;
  /** Live groups the viewer leads, in no order. */
  readonly ledGroupIds: readonly string[];
};
