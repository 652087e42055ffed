import { __fetchProduct, asApp, asUser, fetch as forgeFetch, getAppContext, requestJira, route } from '@forge/api';
import { Queue } from '@forge/events';
import { publish, publishGlobal, signRealtimeToken } from '@forge/realtime';
import Resolver from '@forge/resolver';
import { openFakeApp, issueExtension, noon } from './fake-app';
import type { FakeApp, Handler } from './fake-app';

type Functions = Parameters<Resolver['define']>[1];

const resolverOf = (functions: Readonly<Record<string, Functions>>): Handler => {
  const resolver = new Resolver();
  for (const [name, run] of Object.entries(functions)) resolver.define(name, run);
  return resolver.getDefinitions();
};

let app: FakeApp;
afterEach(() => app.close());

const openWith = async (functions: Readonly<Record<string, Functions>>, options: Parameters<typeof openFakeApp>[1] = {}): Promise<void> => {
  app = await openFakeApp({ resolver: resolverOf(functions) }, options);
};

const last = () => app.host.invocations().at(-1);

describe('a resolver', () => {
  test('gets the payload and the context of the surface it was called from', async () => {
    await openWith({ look: ({ payload, context }) => ({ payload, context }) });
    await expect(app.invoke('look', { a: 1 }, 'user-7')).resolves.toMatchObject({
      payload: { a: 1 },
      context: {
        accountId: 'user-7',
        moduleKey: 'panel',
        environmentType: 'DEVELOPMENT',
        extension: issueExtension,
        cloudId: expect.any(String),
      },
    });
  });

  test('answers in JSON: undefined is dropped and a Date is text', async () => {
    await openWith({ look: () => ({ gone: undefined, at: new Date(0) }) });
    await expect(app.invoke('look')).resolves.toEqual({ at: '1970-01-01T00:00:00.000Z' });
  });

  test('rejects with what the function threw, and the record says so', async () => {
    await openWith({
      fail: () => {
        throw new Error('no such thing');
      },
    });
    await expect(app.invoke('fail')).rejects.toThrow('no such thing');
    expect(last()).toMatchObject({ resolverName: 'fail', moduleType: 'resolver', error: 'Error: no such thing' });
  });

  test('is refused a request of more than 500 KB', async () => {
    await openWith({ look: () => null });
    await expect(app.invoke('look', { text: 'x'.repeat(500 * 1024) })).rejects.toThrow('The request is larger');
  });

  test('is refused an answer of more than 5 MB', async () => {
    await openWith({ look: () => ({ text: 'x'.repeat(5 * 1024 * 1024) }) });
    await expect(app.invoke('look')).rejects.toThrow('The response is larger');
  });

  test('that runs too long is an error, and its later platform calls fail', async () => {
    let lateCall: Promise<unknown> | undefined;
    await openWith(
      {
        slow: async () => {
          await new Promise((resolve) => setTimeout(resolve, 60));
          lateCall = asApp().requestJira(route`/rest/api/3/myself`);
          await lateCall.catch(() => undefined);
        },
      },
      { limits: { invocationMs: 20 } },
    );
    await expect(app.invoke('slow')).rejects.toThrow('InvocationTimedOut');
    await new Promise((resolve) => setTimeout(resolve, 80));
    await expect(lateCall).rejects.toThrow('InvocationTimedOut');
    expect(app.jira.asked).toEqual([]);
  });

  test('keeps what it logs in its record', async () => {
    await openWith({
      look: () => {
        console.warn('careful: %d', 3);
        return null;
      },
    });
    await app.invoke('look');
    expect(last()?.logs).toEqual([{ level: 'warn', text: 'careful: 3' }]);
  });

  test('is heard for a hundred lines', async () => {
    await openWith({
      chatter: () => {
        for (let line = 0; line < 120; line += 1) console.log(line);
        return null;
      },
    });
    await app.invoke('chatter');
    expect(last()?.logs.at(-1)).toEqual({ level: 'log', text: '99' });
  });

  test('reads the site clock from Date, outside the app Date is the machine', async () => {
    await openWith({ look: async () => [Date.now(), new Date().toISOString(), new Date(0).toISOString(), new Date() instanceof Date] });
    await expect(app.invoke('look')).resolves.toEqual([noon, new Date(noon).toISOString(), '1970-01-01T00:00:00.000Z', true]);
    expect(Math.abs(Date.now() - performance.timeOrigin - performance.now())).toBeLessThan(60_000);
  });

  test('may not reach the outside world', async () => {
    await openWith({ look: () => fetch('https://example.com/') });
    await expect(app.invoke('look')).rejects.toThrow('https://example.com/ is not in the manifest');
  });

  test('may not reach it through the SDK either', async () => {
    await openWith({ look: () => forgeFetch('https://example.com/') });
    await expect(app.invoke('look')).rejects.toThrow(/example\.com/);
  });

  test('does not answer for a module without one', async () => {
    await openWith({ look: () => null });
    await expect(app.host.invoke('look', {}, { accountId: 'u', surface: { moduleKey: 'elsewhere', extension: {} } })).rejects.toThrow(
      'The module "elsewhere" has no resolver',
    );
  });
});

describe('the identity of an invocation', () => {
  test('is its own among fifty at once, also in a second host', async () => {
    const whoAmI: Functions = async () => {
      await new Promise((resolve) => setTimeout(resolve, Math.random() * 20));
      const reply = await asUser().requestJira(route`/rest/api/3/myself`);
      return reply.json();
    };
    await openWith({ whoAmI });
    const other = await openFakeApp({ resolver: resolverOf({ whoAmI }) });
    const names = Array.from({ length: 50 }, (_, index) => `user-${index}`);
    const answers = await Promise.all(names.map((name, index) => (index % 2 ? app : other).invoke('whoAmI', {}, name)));
    expect(answers).toEqual(names.map((accountId) => ({ principal: { type: 'user', accountId }, echo: null })));
    expect(app.jira.asked).toHaveLength(25);
    expect(other.jira.asked).toHaveLength(25);
    await other.close();
  });

  test('is readable by the app, scopes included', async () => {
    await openWith({
      look: () => {
        const { moduleKey, permissions, environmentType } = getAppContext();
        return { moduleKey, scopes: permissions?.scopes, environmentType };
      },
    });
    await expect(app.invoke('look')).resolves.toEqual({
      moduleKey: 'panel',
      scopes: ['read:jira-work', 'storage:app'],
      environmentType: 'DEVELOPMENT',
    });
  });
});

describe('a call to Jira', () => {
  test('as the app reaches the site as the app, and its points are in the record', async () => {
    await openWith({ look: async () => (await asApp().requestJira(route`/rest/api/3/issue/${'WEB-1'}`)).json() });
    await expect(app.invoke('look')).resolves.toEqual({ principal: { type: 'app' }, echo: null });
    expect(last()?.jira).toEqual([{ method: 'GET', path: '/rest/api/3/issue/WEB-1', as: 'app', status: 200, points: 2 }]);
  });

  test('whose scope the manifest lacks is a 401, and the site never hears of it', async () => {
    await openWith({
      write: async () => {
        const reply = await asApp().requestJira(route`/rest/api/3/issue/1`, { method: 'DELETE' });
        return { status: reply.status, body: await reply.json() };
      },
    });
    await expect(app.invoke('write')).resolves.toEqual({ status: 401, body: { code: 401, message: 'Unauthorized; scope does not match' } });
    expect(app.jira.asked).toEqual([]);
  });

  test('with an empty answer has no body', async () => {
    await openWith(
      {
        write: async () => {
          const reply = await asApp().requestJira(route`/rest/api/3/issue/1`, { method: 'DELETE' });
          return { status: reply.status, text: await reply.text() };
        },
      },
      { scopes: ['write:jira-work'] },
    );
    await expect(app.invoke('write')).resolves.toEqual({ status: 204, text: '' });
  });

  test('with a JSON body arrives parsed; without its content type it is a 415', async () => {
    await openWith({
      search: async ({ payload }) => {
        const reply = await asApp().requestJira(route`/rest/api/3/search/jql`, {
          method: 'POST',
          body: JSON.stringify({ jql: 'x' }),
          ...payload,
        });
        return { status: reply.status, body: await reply.json() };
      },
    });
    await expect(app.invoke('search', { headers: { 'Content-Type': 'application/json' } })).resolves.toMatchObject({
      status: 200,
      body: { echo: { jql: 'x' } },
    });
    await expect(app.invoke('search', {})).resolves.toMatchObject({ status: 415 });
  });

  test('to an endpoint that is not emulated fails the invocation, even where the app swallows the error', async () => {
    await openWith({
      look: () =>
        asApp()
          .requestJira(route`/rest/api/3/unknown`)
          .catch(() => 'all is well'),
    });
    await expect(app.invoke('look')).rejects.toThrow('NotEmulated: GET /rest/api/3/unknown');
  });

  test('as a user, where there is none, asks for authentication', async () => {
    app = await openFakeApp({ hourly: () => asUser().requestJira(route`/rest/api/3/myself`) });
    await expect(app.host.schedule('hourly')).rejects.toThrow('Authentication Required');
  });

  test('after the handler has returned is refused', async () => {
    let late: Promise<unknown> | undefined;
    await openWith({
      forget: () => {
        late = new Promise((resolve) => setTimeout(resolve, 10)).then(() => asApp().requestJira(route`/rest/api/3/myself`));
        return null;
      },
    });
    await app.invoke('forget');
    await expect(late).rejects.toThrow('InvocationOver');
  });
});

describe('realtime', () => {
  test('brings a message to the listeners and notes the channel', async () => {
    await openWith({ tell: () => publishGlobal('okrs', { changed: ['KR-1'] }) });
    const heard: unknown[] = [];
    app.host.onRealtime((message) => heard.push(message));
    await expect(app.invoke('tell')).resolves.toEqual({ eventId: expect.any(String), eventTimestamp: expect.any(String) });
    expect(heard).toEqual([{ channel: 'okrs', payload: { changed: ['KR-1'] }, isGlobal: true }]);
    expect(last()?.realtime).toEqual(['okrs']);
  });

  test('without a surface is an error unless it is global', async () => {
    const answers: unknown[] = [];
    app = await openFakeApp({
      hourly: async () => {
        answers.push(await publish('okrs', {}), await publishGlobal('okrs', {}));
      },
    });
    await app.host.schedule('hourly');
    expect(answers).toMatchObject([
      { eventId: null, errors: [{ message: expect.stringContaining('publishGlobal') }] },
      { eventId: expect.any(String) },
    ]);
  });
});

describe('what the host does not emulate', () => {
  test.each<[string, () => Promise<unknown>]>([
    ['GraphQL', () => asApp().requestGraph('{ me { id } }')],
    ['Jira as nobody in particular', () => requestJira(route`/rest/api/3/myself`)],
    ['Jira as someone who is not at the screen', () => asUser('user-2').requestJira(route`/rest/api/3/myself`)],
    ['Confluence', () => asApp().requestConfluence(route`/wiki/api/v2/pages`)],
    ['the statistics of a job', () => new Queue({ key: 'work' }).getStats('job-1')],
    ['object storage', () => __fetchProduct({ type: 'os', provider: 'app' })('/api/v1/get', { method: 'POST', body: '{}' })],
    ['a realtime token', () => signRealtimeToken('okrs', {})],
  ])('%s is refused by name', async (_, call) => {
    await openWith({ call });
    await expect(app.invoke('call')).rejects.toThrow(/^NotEmulated: /);
  });
});

test('background work is cut off at its own limit: the one in the manifest, else the default', async () => {
  const slow: Handler = () => new Promise((resolve) => setTimeout(resolve, 40));
  const push: Handler = () => new Queue({ key: 'work' }).push({ body: {} });
  app = await openFakeApp({ hourly: slow, daily: push, consumer: slow }, { limits: { backgroundMs: 20 } });
  await expect(app.host.schedule('hourly')).rejects.toThrow('ran longer than 20 ms');
  await app.host.schedule('daily');
  await app.host.drain();
  expect(last()).toMatchObject({ functionKey: 'consumer', error: null });
});

test('dynamic properties get the extension of the issue', async () => {
  app = await openFakeApp({ lozenge: (payload: unknown) => ({ payload }) });
  await expect(app.host.dynamicProperties('panel', 'user-1', issueExtension)).resolves.toEqual({
    payload: { cloudId: expect.any(String), extension: issueExtension },
  });
});

test('a handler the app does not export is found when the host opens', async () => {
  app = await openFakeApp({});
  await expect(openFakeApp({ hourly: 5 as never, daily: null as never })).rejects.toThrow('does not export as functions: hourly, daily');
});
