/**
 * The seams inside the local host: what the Jira stand-in (`local/jira`), the Forge runtime (`local/forge`),
 * the site that joins them (`local/site`) and the browser shell (`local/shell`) promise each other. Types only.
 */

/** The site's time. `now()` is epoch ms; every schedule, changelog and reminder follows it. */
export type Clock = {
  now(): number;
  set(epochMs: number): void;
};

// ---- Jira stand-in -------------------------------------------------------------------------------------------------

/** Who asks: the app itself, a person, or nobody. */
export type JiraPrincipal =
  { readonly type: 'app' } | { readonly type: 'user'; readonly accountId: string } | { readonly type: 'anonymous' };

export type JiraRequest = {
  readonly method: string;
  /** Path with its query string, as Atlassian documents it: `/rest/api/3/search/jql?maxResults=10`. */
  readonly path: string;
  /** The parsed JSON body; undefined where there is none. */
  readonly body?: unknown;
};

export type JiraReply = {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  /** JSON value; undefined for an empty reply. */
  readonly body: unknown;
  /** What the call costs under Jira's points-based limit. */
  readonly points: number;
};

/** An event as Forge delivers it to a trigger: `name` is `avi:jira:updated:issue` and the like. */
export type JiraEvent = { readonly name: string; readonly payload: Readonly<Record<string, unknown>> };

/** Faults that can be switched on; all off by default. */
export type JiraFaults = {
  /** The search index answers as of this many ms ago; reads by id are always current. */
  readonly indexLagMs: number;
  /** The next n requests get a 429 with Retry-After. */
  readonly tooManyRequests: number;
};

export type ImportReport = {
  readonly issues: number;
  readonly changelogEntries: number;
  readonly projects: readonly string[];
  readonly users: number;
  /** What was in the file and was not taken over, in sentences; none when all was. */
  readonly leftOut: readonly string[];
};

export type JiraUser = {
  readonly accountId: string;
  readonly displayName: string;
  readonly emailAddress: string;
  readonly active: boolean;
  /** Site administrators hold ADMINISTER and every project permission. */
  readonly siteAdmin: boolean;
};

/**
 * Sets a site up and changes it headlessly, without permission checks but with history and events. `actor` is an account
 * id, null for the app. `fields` has the shape of REST's `fields`: `{ summary, issuetype: { name: 'Story' }, parent: { key } }`.
 * Throws an Error with Jira's words where Jira would refuse.
 */
export type JiraDoor = {
  /** Adds a person, or changes the one with this account id. */
  putUser(user: Pick<JiraUser, 'accountId' | 'displayName'> & Partial<JiraUser>): void;
  /** Adds a group, or sets the members of the one of this name. Gives its id. */
  putGroup(name: string, memberIds: readonly string[]): string;
  /** Adds a project, or changes the one with this key. `open`: all work in it; `limited`: all read; `private`: members only. */
  putProject(project: {
    readonly key: string;
    readonly name: string;
    readonly access?: 'open' | 'limited' | 'private';
    readonly leadId?: string;
    readonly adminIds?: readonly string[];
    readonly memberIds?: readonly string[];
    readonly groupIds?: readonly string[];
  }): { readonly id: string; readonly key: string };
  /** Gives the new version's id. */
  addVersion(projectIdOrKey: string, name: string): string;
  renameVersion(id: string, name: string): void;
  /** Its issues get the other version, or none. Sends nothing, neither of the issues nor of the version. */
  deleteVersion(id: string, moveTo?: string): void;
  addComponent(projectIdOrKey: string, name: string): string;
  addSprint(name: string, state: 'future' | 'active' | 'closed'): string;
  createIssue(
    actor: string | null,
    projectIdOrKey: string,
    fields: Readonly<Record<string, unknown>>,
  ): { readonly id: string; readonly key: string };
  updateIssue(actor: string | null, idOrKey: string, fields: Readonly<Record<string, unknown>>): void;
  /** To a status of the issue's project, by name or id; `resolution` by name or id, only on the way to done. */
  transitionIssue(actor: string | null, idOrKey: string, status: string, resolution?: string): void;
  /** Gives the new key; the id stays. */
  moveIssue(actor: string | null, idOrKey: string, projectIdOrKey: string): { readonly id: string; readonly key: string };
  archiveIssue(idOrKey: string): void;
  restoreIssue(idOrKey: string): void;
  deleteIssue(actor: string | null, idOrKey: string): void;
  /** These four send one project event, none for its issues, as Jira does. Archived issues are still read by id; trashed ones are not. */
  archiveProject(actor: string | null, idOrKey: string): void;
  trashProject(actor: string | null, idOrKey: string): void;
  /** Out of the archive or the trash. */
  restoreProject(actor: string | null, idOrKey: string): void;
  deleteProject(actor: string | null, idOrKey: string): void;
};

export type JiraSite = {
  /** Answers a REST call, permissions applied; an endpoint that is not emulated throws `NotEmulated`. */
  request(principal: JiraPrincipal, request: JiraRequest): JiraReply;
  /** The classic OAuth scopes a call needs (empty: none); null where the endpoint is not emulated. */
  scopesFor(method: string, path: string): readonly string[] | null;
  /** Hears every event of a change, in the order they happen. Returns the way to stop. */
  subscribe(listener: (event: JiraEvent) => void): () => void;
  /** Brings in issues exported from a real Jira (JSON of search results with changelog, a JSON array, or one JSON issue a line). Emits no events. */
  importIssues(text: string): ImportReport;
  users(): readonly JiraUser[];
  /** An issue's ids by its id or key (also a former key after a move); null when there is none. */
  findIssue(
    idOrKey: string,
  ): { readonly id: string; readonly key: string; readonly typeId: string; readonly typeName: string; readonly projectId: string } | null;
  findProject(idOrKey: string): { readonly id: string; readonly key: string; readonly name: string } | null;
  /** True when the user may see the project. */
  canBrowse(accountId: string, projectIdOrKey: string): boolean;
  setFaults(faults: Partial<JiraFaults>): void;
  /** Everything, as JSON, to be given to `createJiraSite` again. */
  dump(): unknown;
};

/** One step forward. `apply` sets the site's clock to `at`, changes the site, and sends the event Jira would send. */
export type ReplayStep = {
  /** `settled`: what was changed without changelog is set right, without an event. `midnight`: only the clock moves, to 00:00 UTC. */
  readonly kind: 'created' | 'changed' | 'settled' | 'midnight';
  /** Epoch ms. */
  readonly at: number;
  /** Null at midnight. */
  readonly issueId: string | null;
  apply(): void;
};

/** What a changelog did not tell well enough to be turned back or played exactly. */
export type ReplayNote = { readonly issueId: string; readonly issueKey: string; readonly field: string; readonly problem: string };

export type ReplayOptions = {
  /** ISO instant the site is turned back to. What happened at that instant has happened. */
  readonly from: string;
  /** A step at each midnight (UTC), the one after the last change included; before what happens at that instant. */
  readonly midnights?: boolean;
};

export type Replay = {
  /** Epoch ms. */
  readonly from: number;
  /** The instant of the last change. */
  readonly until: number;
  /** To be taken in this order, all or only the first ones. */
  readonly steps: readonly ReplayStep[];
  /** Complete once all steps are taken. */
  notes(): readonly ReplayNote[];
};

/** The site as whoever sets it up holds it. */
export type JiraStandIn = JiraSite & {
  readonly door: JiraDoor;
  /** Turns the whole site back to an instant, and gives the steps forward. The issues are those that are here now, so import first. */
  openReplay(options: ReplayOptions): Replay;
};

// ---- Forge runtime -------------------------------------------------------------------------------------------------

/** What Forge tells a frontend about where it runs; `extension` is what a resolver finds under `context.extension`. */
export type SurfaceContext = {
  readonly moduleKey: string;
  readonly extension: Readonly<Record<string, unknown>>;
};

/** One run of one handler, for the inspector, the budgets and the tests. */
export type InvocationRecord = {
  readonly id: string;
  /** The manifest's function key; for resolvers also the name asked for. */
  readonly functionKey: string;
  readonly resolverName: string | null;
  readonly moduleType: 'resolver' | 'trigger' | 'consumer' | 'scheduledTrigger' | 'dynamicProperties';
  readonly accountId: string | null;
  readonly startedAt: number;
  readonly durationMs: number;
  /** `bytes`: of the answer. */
  readonly sql: readonly {
    readonly query: string;
    readonly ms: number;
    readonly rows: number;
    readonly bytes: number;
    readonly ddl: boolean;
  }[];
  readonly jira: readonly {
    readonly method: string;
    readonly path: string;
    readonly as: 'app' | 'user' | 'anonymous';
    readonly status: number;
    readonly points: number;
  }[];
  readonly queuePushes: number;
  readonly realtime: readonly string[];
  readonly requestBytes: number;
  readonly responseBytes: number;
  readonly logs: readonly { readonly level: string; readonly text: string }[];
  /** Null when the handler returned. */
  readonly error: string | null;
};

/** How events reach the app: each probability 0..1; `reorder` holds events back and delivers them shuffled. Seeded. */
export type EventMode = {
  readonly drop: number;
  readonly duplicate: number;
  readonly reorder: boolean;
  readonly seed: number;
};

export type RealtimeMessage = { readonly channel: string; readonly payload: unknown; readonly isGlobal: boolean };

/** The SQL service behind `/api/v1/execute`: one statement, bound parameters, values typed as Forge returns them. */
export type SqlEngine = {
  readonly name: 'libsql' | 'mysql';
  /** Rows for a SELECT (BIGINT and DECIMAL as strings), `{ affectedRows, … }` for a write. Throws `SqlEngineError`. */
  execute(query: string, params: readonly unknown[]): Promise<SqlAnswer>;
  close(): Promise<void>;
};
export type SqlAnswer =
  { readonly rows: readonly Readonly<Record<string, unknown>>[] } | { readonly affectedRows: number; readonly insertId: number };

export type ForgeHost = {
  /** Calls a function the app's resolver defines, as the bridge would. Rejects when the handler throws or a limit is passed. */
  invoke(
    resolverName: string,
    payload: unknown,
    caller: { readonly accountId: string; readonly surface: SurfaceContext },
  ): Promise<unknown>;
  /** Runs the `dynamicProperties` function of a module. */
  dynamicProperties(moduleKey: string, accountId: string, extension: Readonly<Record<string, unknown>>): Promise<unknown>;
  /** Runs the lifecycle triggers as after `forge install`. */
  install(): Promise<void>;
  /** Runs a scheduled trigger by its module key, now. */
  schedule(moduleKey: string): Promise<void>;
  /** Runs every schedule whose interval has passed since it last ran, by the site's clock. */
  runDueSchedules(): Promise<void>;
  /** Takes a Jira event on its way to the triggers; what becomes of it depends on the event mode. */
  acceptEvent(event: JiraEvent): void;
  setEventMode(mode: Partial<EventMode>): void;
  /**
   * Delivers events and queue jobs until nothing is left that is due. Held-back (reordered) events go out with `flushHeld`. A drain does not wait:
   * what is due within a minute counts as due, unless `ahead` says `nothing`.
   */
  drain(options?: { readonly flushHeld?: boolean; readonly ahead?: 'a minute' | 'nothing' }): Promise<void>;
  onInvocation(listener: (record: InvocationRecord) => void): () => void;
  onRealtime(listener: (message: RealtimeMessage) => void): () => void;
  /** The last records, oldest first. */
  invocations(): readonly InvocationRecord[];
  /** For crash tests: the n-th SQL statement from now is the last thing that happens; its invocation dies. Null: never. */
  dieAfterStatement(n: number | null): void;
  /** Undelivered events, queue jobs, last schedule times and event mode, as JSON. */
  dump(): unknown;
};
