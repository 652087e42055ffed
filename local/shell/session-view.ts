/** What a page of the shell knows about its session and the site. */
import type { JiraUser } from '../seams';
import type { ColorMode } from './theme';

export type SessionView = {
  /** The site's time, epoch ms. */
  readonly now: number;
  readonly user: JiraUser;
  readonly users: readonly JiraUser[];
  readonly colorMode: ColorMode;
  readonly surfaceOrigin: string;
  readonly projectPages: readonly { readonly moduleKey: string; readonly title: string; readonly slug: string }[];
};
