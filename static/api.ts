/**
 * The one door to Forge for screens: makes a `Host` of the bridge. Unwraps results, turns every failure into `ApiError`.
 * Knows no screen and no React.
 */
import { events, invoke as bridgeInvoke, realtime, requestJira, router, showFlag, view } from '@forge/bridge';
import type { ApiName, Output } from '../src/contract/api';
import { CHANGES_CHANNEL, TALK_CHANNEL, type TalkMessage } from '../src/contract/realtime';
import type { Result } from '../src/contract/result';
import { ApiError } from './api-error';
import { batched } from './batch';
import type { Address, Host, Invoke, JiraAsViewer, Place } from './host';
import {
  administeredOfReply,
  createdIssueIds,
  issueOfReply,
  issuesOfPicker,
  movesOfReply,
  peopleOfList,
  peopleOfPage,
  projectOfReply,
  projectsOfPage,
  refusalOfReply,
} from './jira-replies';

const noAnswer = () => new ApiError({ code: 'INTERNAL', message: 'The app did not answer. Check your connection and try again.' });

const resultOf = <N extends ApiName>(reply: unknown): Result<Output<N>> => {
  if (typeof reply === 'object' && reply !== null && 'ok' in reply) return reply as Result<Output<N>>;
  throw noAnswer();
};

/** The typed `invoke`: resolves to the value, rejects with the error of the result. */
export const makeInvoke =
  (send: (name: string, input: Readonly<Record<string, unknown>>) => Promise<unknown>): Invoke =>
  async <N extends ApiName>(name: N, input: Readonly<Record<string, unknown>>) => {
    const reply = await send(name, input).catch(() => {
      throw noAnswer();
    });
    const result = resultOf<N>(reply);
    if (result.ok) return result.value;
    throw new ApiError(result.error);
  };

const jiraIsSilent = () => new ApiError({ code: 'JIRA_UNAVAILABLE', message: 'Jira did not answer this question. Try again in a moment.' });

/** Throws what Jira's answer means where it is no success. */
const askJira = async (path: string, init: RequestInit): Promise<Response> => {
  const response = await requestJira(path, init).catch(() => null);
  if (response?.status === 404) throw new ApiError({ code: 'NOT_FOUND', message: 'Jira has no such thing, or does not show it to you.' });
  if (!response?.ok) {
    const words = response?.status === 400 ? refusalOfReply(await response.json().catch(() => null)) : null;
    throw words === null ? jiraIsSilent() : new ApiError({ code: 'INVALID', message: words });
  }
  return response;
};

const getFromJira = async (path: string): Promise<unknown> => (await askJira(path, { headers: { accept: 'application/json' } })).json();

const postToJira = (path: string, body: unknown): Promise<Response> =>
  askJira(path, {
    method: 'POST',
    headers: { accept: 'application/json', 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });

/** A question too long for an address. */
const askOfJira = async (path: string, body: unknown): Promise<unknown> => (await postToJira(path, body)).json();

/** The list in parts of so many; one empty part for an empty list. */
const inParts = <T>(list: readonly T[], atMost: number): readonly (readonly T[])[] =>
  Array.from({ length: Math.max(1, Math.ceil(list.length / atMost)) }, (_, index) => list.slice(index * atMost, (index + 1) * atMost));

/** For a reply that has to hold something: its absence is Jira's failure. */
const present = <T>(value: T | null): T => {
  if (value === null) throw jiraIsSilent();
  return value;
};

const suggestions = 20;

const jira: JiraAsViewer = {
  person: batched(async (accountIds) => {
    const query = new URLSearchParams([...accountIds.map((id) => ['accountId', id]), ['maxResults', String(accountIds.length)]]);
    const people = peopleOfPage(await getFromJira(`/rest/api/3/user/bulk?${query.toString()}`));
    return new Map(people.map((person) => [person.accountId, person]));
  }, 50),
  findPeople: async (query, projectId) => {
    const search = new URLSearchParams({ query, maxResults: String(suggestions) });
    if (projectId === null) return peopleOfList(await getFromJira(`/rest/api/3/user/search?${search.toString()}`));
    search.set('project', projectId);
    return peopleOfList(await getFromJira(`/rest/api/3/user/assignable/search?${search.toString()}`));
  },
  administered: async (projectIds) => {
    const asked = (projects: readonly string[]): readonly object[] =>
      projects.length === 0 ? [] : [{ permissions: ['ADMINISTER_PROJECTS'], projects: projects.map(Number) }];
    const parts = inParts(projectIds, 1000).map(async (projects) =>
      administeredOfReply(
        await askOfJira('/rest/api/3/permissions/check', { globalPermissions: ['ADMINISTER'], projectPermissions: asked(projects) }),
      ),
    );
    const answers = await Promise.all(parts);
    return { jira: answers.some(({ jira }) => jira), projectIds: new Set(answers.flatMap((answer) => [...answer.projectIds])) };
  },
  findIssues: async (query, projectId) => {
    const search = new URLSearchParams({ query, ...(projectId ? { currentProjectId: projectId } : {}) });
    return issuesOfPicker(await getFromJira(`/rest/api/3/issue/picker?${search.toString()}`)).slice(0, suggestions);
  },
  issue: async (idOrKey) =>
    present(issueOfReply(await getFromJira(`/rest/api/3/issue/${encodeURIComponent(idOrKey)}?fields=summary,issuetype`))),
  findProjects: async (query) => {
    const search = new URLSearchParams({ query, maxResults: String(suggestions) });
    return projectsOfPage(await getFromJira(`/rest/api/3/project/search?${search.toString()}`));
  },
  moves: async (issueId) =>
    movesOfReply(await getFromJira(`/rest/api/3/issue/${encodeURIComponent(issueId)}/transitions?expand=transitions.fields`)),
  move: async (issueId, moveId) => {
    await postToJira(`/rest/api/3/issue/${encodeURIComponent(issueId)}/transitions`, { transition: { id: moveId } });
  },
  project: async (projectId) => present(projectOfReply(await getFromJira(`/rest/api/3/project/${encodeURIComponent(projectId)}`))),
};

const textOf = (value: unknown): string | null => (typeof value === 'string' ? value : typeof value === 'number' ? String(value) : null);

const readPlace = async (): Promise<Place> => {
  const context = await view.getContext();
  const project: Readonly<Record<string, unknown>> = context.extension['project'] ?? {};
  const issue: Readonly<Record<string, unknown>> = context.extension['issue'] ?? {};
  return {
    accountId: context.accountId ?? null,
    locale: context.locale.replace('_', '-'),
    timezone: context.timezone,
    projectId: textOf(project['id']),
    projectKey: textOf(project['key']),
    issueId: textOf(issue['id']),
    issueKey: textOf(issue['key']),
  };
};

const openAddress = async (): Promise<Address> => {
  const history = await view.createHistory();
  return {
    search: () => history.location.search,
    replaceSearch: (search) => history.replace({ ...history.location, search }),
    pushSearch: (search) => history.push({ ...history.location, search }),
    onSearchChange: (listener) => history.listen((location) => listener(location.search)),
  };
};

/** The bridge as a `Host`. Asks Forge for the place first; rejects when the page is not shown by Forge. */
export const openHost = async (): Promise<Host> => ({
  invoke: makeInvoke((name, input) => bridgeInvoke(name, input)),
  jira,
  place: await readPlace(),
  onNumbersChanged: async (listener) => {
    const subscription = await realtime.subscribeGlobal(CHANGES_CHANNEL, listener);
    return () => void subscription.unsubscribe();
  },
  onTalk: async (listener) => {
    const subscription = await realtime.subscribeGlobal<TalkMessage>(TALK_CHANNEL, (talk) =>
      listener(typeof talk === 'string' ? null : talk.subjectId),
    );
    return () => void subscription.unsubscribe();
  },
  onIssueChanged: async (listener) => {
    const subscription = await events.on('JIRA_ISSUE_CHANGED', listener);
    return () => subscription.unsubscribe();
  },
  openAddress,
  showFlag: ({ title, description, tone, action }) => {
    const flag = showFlag({
      id: crypto.randomUUID(),
      title,
      type: tone,
      isAutoDismiss: tone !== 'error',
      ...(description ? { description } : {}),
      ...(action
        ? {
            actions: [
              {
                text: action.text,
                onClick: () => {
                  void flag.close();
                  action.onClick();
                },
              },
            ],
          }
        : {}),
    });
  },
  createIssue: async (projectId) => {
    const { CreateIssueModal } = await import('@forge/jira-bridge');
    return new Promise((resolve, reject) => {
      const form = new CreateIssueModal({
        ...(projectId === null ? {} : { context: { projectId } }),
        onClose: (handed) => resolve(createdIssueIds(handed)),
      });
      form.open().catch(() => reject(new ApiError({ code: 'JIRA_UNAVAILABLE', message: 'Jira’s form could not be opened here.' })));
    });
  },
  openLink: (address) => void router.open(address),
  openIssue: (issueKey) => void router.open(`/browse/${issueKey}`),
  openOkrs: async (projectKey, search) => {
    const page = await router
      .getUrl({ target: 'module', ...(projectKey === null ? { moduleKey: 'company-okrs' } : { moduleKey: 'project-okrs', projectKey }) })
      .catch(() => null);
    if (page === null)
      throw new ApiError({ code: 'JIRA_UNAVAILABLE', message: 'Jira did not say where the OKRs page is. Open it from the project.' });
    await router.open(`${page.pathname}${search}`);
  },
  goToProject: (projectKey) => void router.navigate(`/projects/${projectKey}`),
  close: () => void view.close(),
});
