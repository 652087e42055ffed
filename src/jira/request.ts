/**
 * The port to Jira: one call, already bound to who asks (the app or the acting user), answered with status and parsed JSON.
 * How it travels is the platform's business.
 */
type JiraCall = {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  /** JSON body of a POST. */
  readonly body?: unknown;
};

type JiraAnswer = {
  readonly status: number;
  /** Seconds Jira asks us to wait (429 and 503); null when it says nothing. */
  readonly retryAfterSeconds: number | null;
  readonly body: unknown;
};

export type JiraRequest = (call: JiraCall) => Promise<JiraAnswer>;
