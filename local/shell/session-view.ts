/** What a page of the shell knows about its session and the site. */
import type { JiraUser } from '../seams';
import type { ColorMode } from './theme';

/** A page of the app with an address of its own. */
export type AppPage = { readonly moduleKey: string; readonly title: string; readonly slug: string };

export type SessionView = {
  /** The site's time, epoch ms. */
  readonly now: number;
  readonly user: JiraUser;
  readonly users: readonly JiraUser[];
  readonly colorMode: ColorMode;
  readonly surfaceOrigin: string;
  readonly projectPages: readonly AppPage[];
  /** None for whoever does not administer the site. */
  readonly adminPages: readonly AppPage[];
  /** The app's page of the whole site: at most one, as Forge has it. */
  readonly globalPages: readonly AppPage[];
};
