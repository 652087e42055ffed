/** What an administrator sees of the demo set. */

export type DemoSetView = {
  /** `loading` and `clearing` stand still until somebody asks for the next steps. */
  readonly state: 'none' | 'loading' | 'loaded' | 'clearing';
  /** Steps taken and to take, of what is under way. */
  readonly done: number;
  readonly total: number;
  /** The projects its objectives and issues are of. */
  readonly projectIds: readonly string[];
};
