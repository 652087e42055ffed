/**
 * Everything a screen may ask of the world outside it, as a plain record: the app's backend, Jira as the viewer, live changes, the frame.
 * Screens take it from the context, so tests hand in their own; knows nothing of `@forge/bridge`.
 */
import { createContext, useContext, type ReactNode } from 'react';
import type { ApiName, Input, Output } from '../src/contract/api';
import type { StatusCategory } from '../src/domain/model';

/** Asks the backend. Rejects with `ApiError`. */
export type Invoke = <N extends ApiName>(name: N, input: Input<N>) => Promise<Output<N>>;

export type Person = {
  readonly accountId: string;
  readonly name: string;
  readonly avatarUrl: string | null;
  readonly active: boolean;
};

export type IssueSuggestion = {
  readonly id: string;
  readonly key: string;
  readonly summary: string;
};

/** One issue by name: enough to say which it is and whether issues can be below it. */
export type NamedIssue = IssueSuggestion & { readonly mayHaveChildren: boolean };

export type NamedProject = {
  /** The human key: `WEB`. */
  readonly key: string;
  readonly name: string;
};

/** A step of the workflow that an issue can take. */
export type Move = {
  readonly id: string;
  readonly name: string;
  readonly to: { readonly name: string; readonly category: StatusCategory };
  /** Fields that have to be filled in on the way: the step can only be taken in Jira. */
  readonly needs: readonly string[];
};

export type Administered = { readonly jira: boolean; readonly projectIds: ReadonlySet<string> };

/** Jira, asked as the viewer: it answers only what the viewer may see. Every function rejects with `ApiError`. */
export type JiraAsViewer = {
  /** Null when Jira knows no such account or hides it. Requests made together travel together. */
  person(accountId: string): Promise<Person | null>;
  /** People who can be given work in the project (null: everybody), by the beginning of a name; at most twenty, in Jira's order. */
  findPeople(query: string, projectId: string | null): Promise<readonly Person[]>;
  /** What the viewer administers: Jira itself, and which of these projects; up to a thousand of them travel in one request. */
  administered(projectIds: readonly string[]): Promise<Administered>;
  /** Issues whose key or summary matches, those of the project first; at most twenty, without doubles. */
  findIssues(query: string, projectId: string | null): Promise<readonly IssueSuggestion[]>;
  /** `NOT_FOUND` when there is none or Jira hides it; so does `project`. */
  issue(idOrKey: string): Promise<NamedIssue>;
  project(projectId: string): Promise<NamedProject>;
  /** The steps the viewer may take with an issue, in Jira's order; none where there are none or the viewer may take none. */
  moves(issueId: string): Promise<readonly Move[]>;
  /** Takes a step. Rejects with Jira's own words where it refuses. */
  move(issueId: string, moveId: string): Promise<void>;
  /** Projects whose key or name matches; at most twenty, in Jira's order. */
  findProjects(query: string): Promise<readonly (NamedProject & { readonly id: string })[]>;
};

/** Where the frame is shown, and to whom. What a surface does not have is null. */
export type Place = {
  readonly accountId: string | null;
  /** A BCP 47 tag. */
  readonly locale: string;
  /** An IANA zone. */
  readonly timezone: string;
  readonly projectId: string | null;
  readonly projectKey: string | null;
  readonly issueId: string | null;
  readonly issueKey: string | null;
};

/** The query part of the page's address, with its question mark; survives a reload and can be sent to others. */
export type Address = {
  search(): string;
  replaceSearch(search: string): void;
  /** A step forth: Back leads to where it was before. */
  pushSearch(search: string): void;
  /** Hears of every step, back and forth, also of one's own. */
  onSearchChange(listener: (search: string) => void): Stop;
};

export type Stop = () => void;

export type Host = {
  readonly invoke: Invoke;
  readonly jira: JiraAsViewer;
  readonly place: Place;
  /** Hears that some numbers changed, never which. Rejects where live updates are not available. */
  onNumbersChanged(listener: () => void): Promise<Stop>;
  /** Hears that somebody said something, and about which subject; null where that is not told. Rejects where live updates are not available. */
  onTalk(listener: (subjectId: string | null) => void): Promise<Stop>;
  /** Hears that the issue on the screen was edited. Rejects where there is none. */
  onIssueChanged(listener: () => void): Promise<Stop>;
  /** Rejects on surfaces without an address of their own. */
  openAddress(): Promise<Address>;
  showFlag(flag: {
    readonly title: string;
    readonly description?: string;
    readonly tone: 'success' | 'warning' | 'error' | 'info';
    readonly action?: { readonly text: string; readonly onClick: () => void };
  }): void;
  openIssue(issueKey: string): void;
  /** Opens Jira's own form for a new issue; resolves to the ids of those that were created, none where the reader thought better of it. */
  createIssue(projectId: string | null): Promise<readonly string[]>;
  /** Opens an address outside of Jira beside the page. */
  openLink(address: string): void;
  /** Opens the app's page of a project (null: of the company) beside this one, as this query part of its address says. Rejects where Jira does not say where that is. */
  openOkrs(projectKey: string | null, search: string): Promise<void>;
  /** Leaves the page for the project's own. */
  goToProject(projectKey: string): void;
  /** Closes the dialog the frame is shown in. */
  close(): void;
};

const HostContext = createContext<Host | null>(null);

export const HostProvider = ({ host, children }: { readonly host: Host; readonly children: ReactNode }) => (
  <HostContext.Provider value={host}>{children}</HostContext.Provider>
);

export const useHost = (): Host => {
  const host = useContext(HostContext);
  if (!host) throw new Error('useHost is called outside of a HostProvider');
  return host;
};
