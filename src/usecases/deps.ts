/** What use cases are given to work with, and who they work for. Everything of the outside world comes in here. */
import type { ChangeMessage, TalkMessage } from '../contract/realtime';
import type { Jira } from '../jira/jira';
import type { Store } from '../store/store';

/** What background work needs: no person is there. */
export type AppDeps = {
  readonly store: Store;
  /** Jira as the app: sees every issue its scopes allow. For computing. */
  readonly jiraAsApp: Jira;
  /** Epoch ms. */
  readonly now: () => number;
  readonly newId: () => string;
  /** Asks for a run of `runAskedSync` in so many seconds. False, never an error, when it could not be asked for. */
  readonly requestSync: (delaySeconds: number) => Promise<boolean>;
  /** Asks for a run of `rebuildPasts` soon. */
  readonly requestHistory: () => Promise<void>;
  /** Asks for a run of `countPendingWork` soon. */
  readonly requestCount: () => Promise<void>;
  /** Tells open pages that numbers changed. Best effort: it never throws. */
  readonly publish: (change: ChangeMessage) => Promise<void>;
  readonly warn: (message: string) => void;
};

/** What a use case for a person needs. */
export type Deps = AppDeps & {
  /** Jira as the acting person. For permissions, titles and anything the person asks to look up. */
  readonly jiraAsUser: Jira;
  /** Tells open pages that something new is said. Best effort: it never throws. */
  readonly publishTalk: (talk: TalkMessage) => Promise<void>;
};

/** Who acts, and where they are: both vouched for by the platform, never taken from a payload. */
export type Actor = {
  readonly accountId: string;
  /** The project or issue whose page is open; Jira has shown it to this person. */
  readonly openProjectId: string | null;
  readonly openIssueId: string | null;
};
