/**
 * @jest-environment node
 *
 * The host as made by `static/api.ts`: the real `@forge/bridge` over a bridge of the test's own, as Forge sets it before the bundle loads.
 */
import type { Host } from '../../static/host';

type Command = { readonly name: string; readonly data: unknown };

const commands: Command[] = [];
let answer: (name: string, data: unknown) => unknown = () => undefined;

const context = {
  accountId: 'me',
  locale: 'en_GB',
  timezone: 'Europe/Helsinki',
  extension: { type: 'jira:projectPage', project: { id: 10000, key: 'WEB' } },
};

const openHost = async (): Promise<Host> => (await import('../../static/api')).openHost();

beforeAll(() => {
  Object.assign(globalThis, {
    __bridge: {
      callBridge: async (name: string, data: unknown) => {
        commands.push({ name, data });
        return name === 'getContext' ? context : answer(name, data);
      },
    },
    // Node refuses the empty address that the SDK makes a request of; a browser takes it as the page's own.
    Request: class extends Request {
      constructor(address: string, init?: RequestInit) {
        super(address === '' ? 'http://frame/' : address, init);
      }
    },
  });
});

beforeEach(() => {
  commands.length = 0;
});

const fromJira = (body: unknown, status = 200) => ({
  body: JSON.stringify(body),
  headers: { 'content-type': 'application/json' },
  status,
  statusText: '',
});
const jiraPaths = () => commands.flatMap(({ name, data }) => (name === 'fetchProduct' ? [(data as { restPath: string }).restPath] : []));

it('reads the place from Forge’s context', async () => {
  const { place } = await openHost();
  expect(place).toEqual({
    accountId: 'me',
    locale: 'en-GB',
    timezone: 'Europe/Helsinki',
    projectId: '10000',
    projectKey: 'WEB',
    issueId: null,
    issueKey: null,
  });
});

it('resolves to the value of a result', async () => {
  answer = () => ({ ok: true, value: [] });
  const { invoke } = await openHost();
  expect(await invoke('listCycles', {})).toEqual([]);
  expect(commands.at(-1)).toMatchObject({ name: 'invoke', data: { functionKey: 'listCycles', payload: {} } });
});

it('rejects with the code, words, field and reference of a failure', async () => {
  answer = () => ({ ok: false, error: { code: 'INVALID', message: 'Too long.', field: 'title' } });
  const { invoke } = await openHost();
  await expect(invoke('listCycles', {})).rejects.toMatchObject({
    name: 'ApiError',
    code: 'INVALID',
    message: 'Too long.',
    field: 'title',
    reference: null,
  });
});

it.each([
  ['the bridge fails', () => Promise.reject(new Error('offline'))],
  ['the answer is no result', () => 'gateway timeout'],
])('rejects in words when %s', async (_name, reply) => {
  answer = reply;
  const { invoke } = await openHost();
  await expect(invoke('listCycles', {})).rejects.toMatchObject({
    code: 'INTERNAL',
    message: 'The app did not answer. Check your connection and try again.',
  });
});

it('asks Jira for people together and reads what it needs of them', async () => {
  answer = () =>
    fromJira({
      values: [{ accountId: 'a', displayName: 'Aino', active: false, avatarUrls: { '48x48': 'https://a.png' } }, { displayName: 'no id' }],
    });
  const { jira } = await openHost();
  expect(await Promise.all([jira.person('a'), jira.person('b')])).toEqual([
    { accountId: 'a', name: 'Aino', avatarUrl: 'https://a.png', active: false },
    null,
  ]);
  expect(jiraPaths()).toEqual(['/rest/api/3/user/bulk?accountId=a&accountId=b&maxResults=2']);
});

it('names a project, and goes to its page', async () => {
  answer = () => fromJira({ id: '10000', key: 'WEB', name: 'Acme Web' });
  const { jira, goToProject } = await openHost();
  expect(await jira.project('10000')).toEqual({ key: 'WEB', name: 'Acme Web' });
  expect(jiraPaths()).toEqual(['/rest/api/3/project/10000']);
  goToProject('WEB');
  expect(commands.at(-1)).toMatchObject({ name: 'navigate', data: { url: '/projects/WEB', type: 'same-tab' } });
});

describe('what the viewer administers', () => {
  const bodies = () =>
    commands.flatMap(({ name, data }) =>
      name === 'fetchProduct' ? [JSON.parse((data as { fetchRequestInit: { body: string } }).fetchRequestInit.body) as unknown] : [],
    );

  it('is asked of Jira for many projects at once', async () => {
    answer = () =>
      fromJira({ globalPermissions: [], projectPermissions: [{ permission: 'ADMINISTER_PROJECTS', issues: [], projects: [10001] }] });
    const { jira } = await openHost();
    expect(await jira.administered(['10000', '10001'])).toEqual({ jira: false, projectIds: new Set(['10001']) });
    expect(jiraPaths()).toEqual(['/rest/api/3/permissions/check']);
    expect(bodies()).toEqual([
      { globalPermissions: ['ADMINISTER'], projectPermissions: [{ permissions: ['ADMINISTER_PROJECTS'], projects: [10000, 10001] }] },
    ]);
  });

  it('is Jira itself where it is asked about no project', async () => {
    answer = () => fromJira({ globalPermissions: ['ADMINISTER'], projectPermissions: [] });
    const { jira } = await openHost();
    expect(await jira.administered([])).toEqual({ jira: true, projectIds: new Set() });
    expect(bodies()).toEqual([{ globalPermissions: ['ADMINISTER'], projectPermissions: [] }]);
  });

  it('is asked in parts of a thousand projects', async () => {
    answer = () => fromJira({ globalPermissions: [], projectPermissions: [] });
    const { jira } = await openHost();
    await jira.administered(Array.from({ length: 1001 }, (_, index) => String(10000 + index)));
    expect(jiraPaths()).toHaveLength(2);
  });
});

it('joins the sections of the issue picker, each issue once', async () => {
  const issue = { id: 7, key: 'WEB-7', summaryText: 'Pay' };
  answer = () => fromJira({ sections: [{ issues: [issue] }, { issues: [issue, { id: 8, key: 'WEB-8', summaryText: 'Ship' }] }] });
  const { jira } = await openHost();
  expect(await jira.findIssues('pay', null)).toEqual([
    { id: '7', key: 'WEB-7', summary: 'Pay' },
    { id: '8', key: 'WEB-8', summary: 'Ship' },
  ]);
});

it('says in words that Jira did not answer', async () => {
  answer = () => fromJira({}, 503);
  const { jira } = await openHost();
  await expect(jira.findPeople('a', '10000')).rejects.toMatchObject({ code: 'JIRA_UNAVAILABLE' });
});

it('listens on the app’s global channel and stops when told', async () => {
  let stopped = 0;
  answer = (name) => (name === 'subscribeRealtimeChannel' ? { unsubscribe: async () => void (stopped += 1) } : undefined);
  const host = await openHost();
  const listener = jest.fn();
  const stop = await host.onNumbersChanged(listener);
  expect(commands.at(-1)).toMatchObject({
    name: 'subscribeRealtimeChannel',
    data: { channelName: 'okr-changes', onEvent: listener, isGlobal: true },
  });
  stop();
  expect(stopped).toBe(1);
});

it('writes the query part of the address and leaves the path, and hears of steps back and forth', async () => {
  const replaced: unknown[] = [];
  const pushed: unknown[] = [];
  const listeners = new Set<(location: unknown) => void>();
  answer = (name) =>
    name === 'createHistory'
      ? {
          location: { pathname: '/okrs', search: '?a=1', hash: '' },
          replace: (to: unknown) => void replaced.push(to),
          push: (to: unknown) => void pushed.push(to),
          listen: (listener: (location: unknown) => void) => {
            listeners.add(listener);
            return () => void listeners.delete(listener);
          },
        }
      : undefined;
  const address = await (await openHost()).openAddress();
  expect(address.search()).toBe('?a=1');
  address.replaceSearch('?b=2');
  expect(replaced).toEqual([{ pathname: '/okrs', search: '?b=2', hash: '' }]);
  address.pushSearch('?c=3');
  expect(pushed).toEqual([{ pathname: '/okrs', search: '?c=3', hash: '' }]);

  const heard: string[] = [];
  const stop = address.onSearchChange((search) => heard.push(search));
  listeners.forEach((listener) => listener({ pathname: '/okrs', search: '?a=1', hash: '' }));
  stop();
  listeners.forEach((listener) => listener({ pathname: '/okrs', search: '?d=4', hash: '' }));
  expect(heard).toEqual(['?a=1']);
});

it('reads the steps of an issue, with the fields that have to be filled in, and takes one', async () => {
  const to = (name: string, key: string) => ({ name, statusCategory: { key } });
  const required = { required: true, name: 'Reason' };
  answer = () =>
    fromJira({
      transitions: [
        { id: '11', name: 'Finish', to: to('Done', 'done'), fields: { resolution: { required: false, name: 'Resolution' } } },
        {
          id: '21',
          name: 'Reject',
          to: to('Rejected', 'done'),
          fields: { reason: required, other: { ...required, hasDefaultValue: true } },
        },
        { id: '31', name: 'Never', to: to('Done', 'done'), isAvailable: false },
      ],
    });
  const { jira } = await openHost();
  expect(await jira.moves('7')).toEqual([
    { id: '11', name: 'Finish', to: { name: 'Done', category: 'done' }, needs: [] },
    { id: '21', name: 'Reject', to: { name: 'Rejected', category: 'done' }, needs: ['Reason'] },
  ]);
  answer = () => ({ ...fromJira(null, 204), body: '' });
  await jira.move('7', '11');
  expect(jiraPaths()).toEqual(['/rest/api/3/issue/7/transitions?expand=transitions.fields', '/rest/api/3/issue/7/transitions']);
  answer = () => fromJira({ errorMessages: ['Not you.'], errors: { reason: 'Say why.' } }, 400);
  await expect(jira.move('7', '11')).rejects.toMatchObject({ code: 'INVALID', message: 'Not you. Say why.' });
});

it('opens Jira’s form for a new issue, and hands over what was created', async () => {
  const close = (data: unknown, handed: unknown) => (data as { data: { onClose(handed: unknown): void } }).data.onClose(handed);
  answer = (name, data) => {
    if (name === 'openIssueCreateModal') close(data, { payload: [{ issueId: '70' }, { issueId: 71 }] });
    return true;
  };
  const host = await openHost();
  expect(await host.createIssue('10000')).toEqual(['70', '71']);
  expect(commands.at(-1)).toMatchObject({ name: 'openIssueCreateModal', data: { data: { context: { projectId: '10000' } } } });
  answer = () => false;
  await expect(host.createIssue(null)).rejects.toMatchObject({ message: 'Jira’s form could not be opened here.' });
});
