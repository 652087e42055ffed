/**
 * The typed test double of the host: a test answers the requests it expects, by name; anything else is recorded and fails the test.
 * Behaves like the real one where screens depend on it: answers come later, failures are `ApiError`s.
 */
import type { ApiName, Input, Output } from '../../../src/contract/api';
import { ApiError } from '../../../static/api-error';
import type { Address, Host, Move, NamedIssue, NamedProject, Person, Place } from '../../../static/host';

/** For each request a test expects: what the backend would answer. Throw an `ApiError` for a failure. */
export type Answers = { readonly [N in ApiName]?: (input: Input<N>) => Output<N> | Promise<Output<N>> };

type Call = { readonly name: ApiName; readonly input: unknown };

type Options = {
  readonly place?: Partial<Place>;
  readonly people?: readonly Person[];
  /** Ids of the projects the viewer administers, and `jira`; null: Jira does not say. */
  readonly administers?: readonly string[] | null;
  readonly issues?: readonly NamedIssue[];
  /** By id. */
  readonly projects?: Readonly<Record<string, NamedProject>>;
  /** The steps of every issue. */
  readonly moves?: readonly Move[];
  /** What becomes of an attempt to take one. */
  readonly move?: (issueId: string, moveId: string) => Promise<void>;
  /** Ids of the issues that Jira's form makes. */
  readonly created?: readonly string[];
  /** The query part of the address; null: the surface has none. */
  readonly search?: string | null;
  /** False: the site has no realtime. */
  readonly realtime?: boolean;
};

export type FakeHost = Host & {
  readonly calls: readonly Call[];
  readonly flags: readonly { readonly title: string; readonly tone: string; readonly action?: { readonly onClick: () => void } }[];
  readonly openedIssues: readonly string[];
  /** Keys of the projects a screen left for. */
  readonly openedProjects: readonly string[];
  readonly openedLinks: readonly string[];
  /** Pages of the app that a screen opened: whose, and the query part of the address. */
  readonly openedOkrs: readonly { readonly projectKey: string | null; readonly search: string }[];
  /** As the backend does when somebody comments. */
  readonly say: () => void;
  /** How often a screen asked to be closed. */
  readonly closed: () => number;
  readonly search: () => string;
  /** As the reader does with the browser's Back. */
  readonly goBack: () => void;
  /** As the backend does after a recompute. */
  readonly changeNumbers: () => void;
  /** As Jira does after an edit in the issue view. */
  readonly changeIssue: () => void;
};

/** What pages ask beside what they show; a test that is about it answers it otherwise. */
const besides: Answers = {
  listContributions: () => ({ waiting: [], more: 0, hidden: 0 }),
  countUnread: () => ({ unread: 0 }),
  getWording: () => ({ languages: [] }),
  getForecast: () => ({ today: '2026-11-22', dueDay: '2026-12-31', told: null, outlook: null }),
  listWaitingVotes: () => [],
  noteOpened: () => null,
  getBuyIn: ({ objectiveId }) => ({
    objectiveId,
    people: [],
    totals: { people: 0, opened: 0, acknowledged: 0 },
    others: 0,
    hasAcknowledged: false,
    stances: [],
    rounds: [],
  }),
};

const unanswered: string[] = [];

/** The requests nobody answered since the last call. */
export const takeUnanswered = (): readonly string[] => unanswered.splice(0);

const found = <T>(value: T | undefined): T => {
  if (value === undefined) throw new ApiError({ code: 'NOT_FOUND', message: 'Jira has no such thing, or does not show it to you.' });
  return value;
};

export const createFakeHost = (answers: Answers, options: Options = {}): FakeHost => {
  const { people = [], administers = [], issues = [], projects = {}, search = '', realtime = true } = options;
  const { moves = [], move = async () => undefined, created = [] } = options;
  const calls: Call[] = [];
  const flags: { title: string; tone: string; action?: { readonly onClick: () => void } }[] = [];
  const openedIssues: string[] = [];
  const openedProjects: string[] = [];
  const numberListeners = new Set<() => void>();
  const talkListeners = new Set<() => void>();
  const openedLinks: string[] = [];
  const openedOkrs: { projectKey: string | null; search: string }[] = [];
  const issueListeners = new Set<() => void>();
  const visited: string[] = [];
  const addressListeners = new Set<(search: string) => void>();
  let closed = 0;
  let address = search ?? '';

  const invoke = async <N extends ApiName>(name: N, input: Input<N>): Promise<Output<N>> => {
    calls.push({ name, input });
    const answer = answers[name] ?? besides[name];
    if (!answer) {
      unanswered.push(name);
      throw new Error(`nobody answers ${name} in this test`);
    }
    await Promise.resolve();
    return answer(input);
  };
  const listen = (listeners: Set<() => void>) => async (listener: () => void) => {
    listeners.add(listener);
    return () => void listeners.delete(listener);
  };
  const openAddress = async (): Promise<Address> => {
    if (search === null) throw new Error('this surface has no address');
    const go = (next: string) => {
      address = next;
      addressListeners.forEach((listener) => listener(next));
    };
    return {
      search: () => address,
      replaceSearch: go,
      pushSearch: (next) => {
        visited.push(address);
        go(next);
      },
      onSearchChange: (listener) => {
        addressListeners.add(listener);
        return () => void addressListeners.delete(listener);
      },
    };
  };

  return {
    invoke,
    jira: {
      person: async (accountId) => people.find((person) => person.accountId === accountId) ?? null,
      findPeople: async (query) => people.filter((person) => person.name.toLowerCase().startsWith(query.toLowerCase())),
      administered: async (projectIds) => {
        if (administers === null) throw new ApiError({ code: 'FORBIDDEN', message: 'Jira does not say.' });
        return { jira: administers.includes('jira'), projectIds: new Set(projectIds.filter((id) => administers.includes(id))) };
      },
      findIssues: async (query) => issues.filter((issue) => `${issue.key} ${issue.summary}`.toLowerCase().includes(query.toLowerCase())),
      issue: async (idOrKey) => found(issues.find(({ id, key }) => id === idOrKey || key === idOrKey)),
      project: async (projectId) => found(projects[projectId]),
      moves: async () => moves,
      move,
      findProjects: async (query) =>
        Object.entries(projects).flatMap(([id, project]) =>
          `${project.key} ${project.name}`.toLowerCase().includes(query.toLowerCase()) ? [{ id, ...project }] : [],
        ),
    },
    place: {
      accountId: 'me',
      locale: 'en-GB',
      timezone: 'UTC',
      projectId: '10000',
      projectKey: 'WEB',
      issueId: null,
      issueKey: null,
      ...options.place,
    },
    onNumbersChanged: (listener) => (realtime ? listen(numberListeners)(listener) : Promise.reject(new Error('no realtime'))),
    onTalk: async (listener) => listen(talkListeners)(() => listener(null)),
    onIssueChanged: listen(issueListeners),
    openAddress,
    showFlag: ({ title, tone, action }) => void flags.push({ title, tone, ...(action ? { action } : {}) }),
    createIssue: async () => created,
    openLink: (address) => void openedLinks.push(address),
    openOkrs: async (projectKey, search) => void openedOkrs.push({ projectKey, search }),
    openIssue: (issueKey) => void openedIssues.push(issueKey),
    goToProject: (projectKey) => void openedProjects.push(projectKey),
    close: () => void (closed += 1),
    calls,
    flags,
    openedIssues,
    openedProjects,
    openedLinks,
    openedOkrs,
    say: () => talkListeners.forEach((listener) => listener()),
    closed: () => closed,
    search: () => address,
    goBack: () => {
      address = visited.pop() ?? address;
      addressListeners.forEach((listener) => listener(address));
    },
    changeNumbers: () => numberListeners.forEach((listener) => listener()),
    changeIssue: () => issueListeners.forEach((listener) => listener()),
  };
};
