import { get } from 'node:http';
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { emulatedCommands, refusedCommands } from '../../../local/shell/bridge-protocol';
import { startShell } from '../../../local/shell/server/shell-server';
import type { SurfaceView } from '../../../local/shell/surface-view';
import { browserOf, manifestText, openFakeShell, type FakeShell } from './fake-site';

let fake: FakeShell;
beforeAll(async () => {
  fake = await openFakeShell();
});
afterAll(() => fake.close());

async function panelOf(as: 'ana' | 'bo', issue: string): Promise<SurfaceView> {
  const surfaces = (await browserOf(fake, as).get(`/__shell/issue-surfaces?issue=${issue}`)).json as SurfaceView[];
  const panel = surfaces.find(({ type }) => type === 'jira:issueContext');
  if (panel === undefined) throw new Error('The manifest has a panel.');
  return panel;
}

describe('a surface', () => {
  it('is told where it runs by the server: module, issue and project', async () => {
    const panel = await panelOf('bo', 'WEB-1');
    expect(panel.url).toBe(`${fake.surfaceOrigin}/main/panel.html`);
    expect(panel.context).toMatchObject({
      accountId: 'bo',
      moduleKey: 'panel',
      siteUrl: fake.shell.url,
      extension: {
        type: 'jira:issueContext',
        issue: { id: '10001', key: 'WEB-1', type: 'Story', typeId: '1' },
        project: { id: '100', key: 'WEB', type: 'software' },
      },
    });
  });

  it('of the project page knows the project alone', async () => {
    const page = (await browserOf(fake, 'bo').get('/__shell/project-surface?project=WEB&module=page')).json as SurfaceView;
    expect(page.context.extension).toEqual({ type: 'jira:projectPage', project: { id: '100', key: 'WEB', type: 'software' } });
  });

  it('of the whole site knows no place, and only the module that is one', async () => {
    const page = (await browserOf(fake, 'bo').get('/__shell/global-surface?module=company')).json as SurfaceView;
    expect(page.context.extension).toEqual({ type: 'jira:globalPage' });
    expect((await browserOf(fake, 'bo').get('/__shell/global-surface?module=page')).status).toBe(404);
    const panels = (await browserOf(fake, 'bo').get('/__shell/issue-surfaces?issue=WEB-1')).json as SurfaceView[];
    expect(panels.map(({ type }) => type)).toEqual(['jira:issueContext', 'jira:issueAction']);
  });

  it('invokes with the extension its token seals, as the session’s user', async () => {
    const { token, context } = await panelOf('bo', 'WEB-1');
    const reply = await browserOf(fake, 'bo').post('/__shell/invoke', { token, functionKey: 'getIssueKeyResults', payload: { a: 1 } });
    expect(reply.json).toEqual({ value: { ok: true, value: 'getIssueKeyResults' } });
    expect(fake.invoked.at(-1)).toEqual({
      name: 'getIssueKeyResults',
      payload: { a: 1 },
      accountId: 'bo',
      surface: { moduleKey: 'panel', extension: context.extension },
    });
  });

  it('cannot forge its token', async () => {
    const { token } = await panelOf('bo', 'WEB-1');
    const [body = '', signature = ''] = token.split('.');
    const said = JSON.parse(Buffer.from(body, 'base64url').toString()) as { extension: { issue: { id: string } } };
    said.extension.issue.id = '10002';
    const forged = `${Buffer.from(JSON.stringify(said)).toString('base64url')}.${signature}`;
    const before = fake.invoked.length;
    for (const bad of [forged, body, '', `${body}.`, 'x.y']) {
      expect((await browserOf(fake, 'bo').post('/__shell/invoke', { token: bad, functionKey: 'f', payload: {} })).status).toBe(403);
    }
    expect(fake.invoked).toHaveLength(before);
  });

  it('cannot be used by another user of the browser', async () => {
    const { token } = await panelOf('ana', 'OPS-1');
    expect((await browserOf(fake, 'bo').post('/__shell/invoke', { token, functionKey: 'f', payload: {} })).status).toBe(403);
  });

  it('cannot slip an extension of its own past the token', async () => {
    const { token } = await panelOf('bo', 'WEB-1');
    expect((await browserOf(fake, 'bo').post('/__shell/invoke', { token, functionKey: 'f', payload: {}, extension: {} })).status).toBe(400);
  });

  it('opens a modal in the same place, its words under extension.modal only', async () => {
    const { token, context } = await panelOf('bo', 'WEB-1');
    const modal = (await browserOf(fake, 'bo').post('/__shell/modal', { token, resource: null, context: { issue: { id: '10002' } } }))
      .json as SurfaceView;
    expect(modal.context.extension).toEqual({ ...context.extension, modal: { issue: { id: '10002' } } });
  });

  it('hears the words of a function that throws', async () => {
    const { token } = await panelOf('bo', 'WEB-1');
    const reply = await browserOf(fake, 'bo').post('/__shell/invoke', { token, functionKey: 'fails', payload: {} });
    expect([reply.status, reply.json]).toEqual([502, { message: 'The function threw.' }]);
  });

  it('has the lozenge of its dynamic properties', async () => {
    const { token } = await panelOf('bo', 'WEB-1');
    expect((await browserOf(fake, 'bo').post('/__shell/status', { token })).json).toEqual({ label: '44 %', appearance: 'success' });
  });
});

describe('what a user may not browse', () => {
  it.each([
    '/browse/OPS-1',
    '/projects/OPS/issues',
    '/projects/OPS/team-goals',
    '/__shell/issue-surfaces?issue=OPS-1',
    '/__shell/project-surface?project=OPS&module=page',
  ])('%s is a 403', async (path) => {
    expect((await browserOf(fake, 'bo').get(path)).status).toBe(403);
    expect((await browserOf(fake, 'ana').get(path)).status).toBe(200);
  });

  it.each(['/browse/WEB-99', '/projects/NOPE/issues', '/nowhere', '/__shell/project-surface?project=WEB&module=nope'])(
    '%s, which does not exist, is a 404',
    async (path) => {
      expect((await browserOf(fake, 'ana').get(path)).status).toBe(404);
    },
  );

  it('is not announced on the live stream', async () => {
    const heard = await listen(fake, 'bo', () => {
      fake.emit({ name: 'avi:jira:updated:issue', payload: { issue: { id: '10002', key: 'OPS-1' }, atlassianId: 'ana' } });
      fake.emit({ name: 'avi:jira:updated:issue', payload: { issue: { id: '10001', key: 'WEB-1' }, atlassianId: 'ana' } });
    });
    expect(heard).toEqual([{ kind: 'issue', change: 'updated', issueId: '10001', issueKey: 'WEB-1', projectKey: 'WEB', accountId: 'ana' }]);
  });
});

describe('requests of a surface to Jira', () => {
  const product = async (method: string, path: string) => {
    const { token } = await panelOf('bo', 'WEB-1');
    return browserOf(fake, 'bo').post('/__shell/product', { token, method, path, body: null });
  };

  it('go as the session’s user', async () => {
    expect((await product('GET', '/rest/api/3/issue/WEB-1')).json).toEqual({
      status: 200,
      headers: { 'x-as': 'bo' },
      body: '{"method":"GET","path":"/rest/api/3/issue/WEB-1"}',
    });
  });

  it('without the scope in the manifest are a 401', async () => {
    expect((await product('GET', '/rest/api/3/user/bulk')).json).toMatchObject({
      status: 401,
      body: '{"code":401,"message":"Unauthorized; scope does not match"}',
    });
  });

  it('to an endpoint that is not emulated are refused by name', async () => {
    const reply = await product('GET', '/rest/api/3/dashboard');
    expect([reply.status, reply.json]).toEqual([501, { message: 'NotEmulated: GET /rest/api/3/dashboard' }]);
  });
});

describe('content policy', () => {
  it('of a surface is Forge’s: no inline scripts or styles, framed by the shell, nothing reported outside', async () => {
    const response = await fetch(`${fake.surfaceOrigin}/main/panel.html`);
    const policy = response.headers.get('content-security-policy') ?? '';
    expect(policy).not.toContain('unsafe-inline');
    expect(policy).not.toContain('report-uri');
    expect(policy).toMatch(/(^|; )script-src 'self' /);
    expect(policy).toMatch(/(^|; )style-src 'self' /);
    expect(policy).toMatch(new RegExp(`frame-ancestors 'self' [^;]*${fake.shell.url}`));
  });

  it('lets a surface style inline only when the manifest says so', async () => {
    const loose = await openFakeShell({ manifest: manifestText.replace('scopes:', "content: { styles: ['unsafe-inline'] }\n  scopes:") });
    const response = await fetch(`${loose.surfaceOrigin}/main/panel.html`);
    await loose.close();
    expect(response.headers.get('content-security-policy')).toMatch(/style-src [^;]*'unsafe-inline'/);
  });

  it('of the shell’s pages frames the surface origin alone and cannot be framed', async () => {
    const policy = (await browserOf(fake, 'ana').get('/projects')).headers.get('content-security-policy');
    expect(policy).toContain(`frame-src ${fake.surfaceOrigin}`);
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toContain('unsafe-inline');
  });

  it('puts the bridge before every script of the app', async () => {
    const html = await (await fetch(`${fake.surfaceOrigin}/main/panel.html`)).text();
    expect(html).toContain('<head><script src="/__bridge.js"></script>');
    const bridge = await (await fetch(`${fake.surfaceOrigin}/__bridge.js`)).text();
    expect(bridge).toContain(`globalThis.__shellOrigin="${fake.shell.url}"`);
  });
});

describe('the two origins', () => {
  it.each(['/main/../secret.txt', '/main/%2e%2e/secret.txt', '/main/..%2fsecret.txt', '/main', '/other/panel.html'])(
    'the surface origin does not give out %s',
    async (path) => {
      expect(await statusOf(fake, 'localhost', path)).toBe(404);
    },
  );

  it('the surface origin answers none of the shell’s addresses', async () => {
    for (const path of ['/__shell/session', '/rest/api/3/issue/WEB-1', '/projects'])
      expect(await statusOf(fake, 'localhost', path)).toBe(404);
    expect((await fetch(`${fake.surfaceOrigin}/__site/command`, { method: 'POST' })).status).toBe(405);
  });

  it('no other host name is answered', async () => {
    expect(await statusOf(fake, 'evil.example', '/projects')).toBe(421);
  });

  it('a page elsewhere cannot change the site', async () => {
    const reply = await browserOf(fake, 'ana').post('/__site/command', { command: 'reset', args: [] }, { origin: fake.surfaceOrigin });
    expect(reply.status).toBe(403);
    expect(fake.commands).toEqual([]);
  });

  it('nor can a plain form', async () => {
    const reply = await browserOf(fake, 'ana').post('/__site/command', { command: 'reset', args: [] }, { 'content-type': 'text/plain' });
    expect(reply.status).toBe(415);
  });
});

describe('the site behind the pages', () => {
  it('runs a command of the headless door and answers its outcome', async () => {
    const reply = await fetch(`${fake.shell.url}/__site/command`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ command: 'transition', args: ['WEB-1', 'Done'] }),
    });
    expect(await reply.json()).toEqual({ stdout: 'transition WEB-1 Done', stderr: '', exitCode: 0 });
    expect(fake.commands.at(-1)).toEqual(['transition', 'WEB-1', 'Done']);
  });

  it('delivers events after a change', async () => {
    const before = fake.counts().drains;
    fake.emit({ name: 'avi:jira:created:issue', payload: { issue: { id: '10003', key: 'WEB-2' } } });
    await new Promise((resolve) => setImmediate(resolve));
    expect(fake.counts().drains).toBeGreaterThan(before);
  });

  it('setting the clock runs the schedules that are then due', async () => {
    const before = fake.counts().scheduleRuns;
    expect((await browserOf(fake, 'ana').post('/__shell/clock', { now: '2027-01-01T00:00:00Z' })).status).toBe(200);
    expect(fake.now()).toBe(Date.parse('2027-01-01T00:00:00Z'));
    expect(fake.counts().scheduleRuns).toBe(before + 1);
    expect((await browserOf(fake, 'ana').post('/__shell/clock', { now: 'tomorrow' })).status).toBe(400);
  });

  it('carries realtime messages to the pages', async () => {
    const message = { channel: 'okr-changes', payload: { id: 'KR-1' }, isGlobal: true };
    expect(await listen(fake, 'bo', () => fake.publish(message))).toEqual([{ kind: 'realtime', contextKey: null, ...message }]);
  });

  it('keeps a message that is not global to its issue', async () => {
    const { token, context } = await panelOf('bo', 'WEB-1');
    const heard = await listen(fake, 'bo', () =>
      browserOf(fake, 'bo').post('/__shell/realtime', { token, channel: 'c', payload: 1, isGlobal: false }),
    );
    expect(heard).toEqual([
      { kind: 'realtime', channel: 'c', payload: 1, isGlobal: false, contextKey: JSON.stringify(context.extension['issue']) },
    ]);
  });

  it('gives a browser without a cookie to a site administrator and switches to active users only', async () => {
    const session = async (cookie: string) =>
      ((await (await fetch(`${fake.shell.url}/__shell/session`, { headers: { cookie } })).json()) as { user: { accountId: string } }).user
        .accountId;
    expect(await session('')).toBe('ana');
    expect(await session('user=bo')).toBe('bo');
    expect(await session('user=gone')).toBe('ana');
    expect((await browserOf(fake, 'ana').post('/__shell/session', { accountId: 'bo' })).headers.get('set-cookie')).toMatch(
      /^user=bo; .*HttpOnly/,
    );
    expect((await browserOf(fake, 'ana').post('/__shell/session', { accountId: 'gone' })).status).toBe(404);
  });

  it('takes the next port when the wanted one is in use', async () => {
    const blocker = await openFakeShell();
    const wanted = blocker.shell.port;
    const second = await startShell({ ...blocker.options, port: wanted });
    expect(second.port).toBeGreaterThan(wanted);
    await second.close();
    await blocker.close();
  });
});

describe('the manifest', () => {
  it.each([
    ['a module it cannot show', 'jira:projectPage:', 'jira:boardAction:', 'NotEmulated: module jira:boardAction'],
    ['a field it does not know', 'viewportSize: large', 'displayConditions: {}', 'NotEmulated: jira:issueAction link: displayConditions'],
  ])('with %s stops the start', async (_what, from, to, message) => {
    await expect(openFakeShell({ manifest: manifestText.replace(from, to) })).rejects.toThrow(message);
  });
});

describe('bridge commands', () => {
  it('every command the SDK can send is either emulated or refused by name', () => {
    const folders = ['@forge/bridge', '@forge/jira-bridge/out/bridge'].map((entry) => dirname(require.resolve(entry)));
    const scripts = folders.flatMap((folder) =>
      readdirSync(folder, { recursive: true, encoding: 'utf8' }).flatMap((file) => (file.endsWith('.js') ? [join(folder, file)] : [])),
    );
    const sent = scripts.flatMap((file) =>
      [...readFileSync(file, 'utf8').matchAll(/callBridge(?:\)\()?\('(\w+)'/g)].map((match) => match[1]),
    );
    expect([...new Set(sent)].sort()).toEqual([...emulatedCommands, ...refusedCommands].sort());
  });
});

/** What arrives on the live stream of a person while `cause` happens. */
async function listen({ shell }: FakeShell, as: string, cause: () => unknown): Promise<unknown[]> {
  const stop = new AbortController();
  const response = await fetch(`${shell.url}/__shell/live`, { headers: { cookie: `user=${as}` }, signal: stop.signal });
  const reader = response.body?.getReader();
  if (reader === undefined) throw new Error('The stream has a body.');
  await cause();
  let text = '';
  while (!text.includes('data: ')) text += Buffer.from((await reader.read()).value ?? new Uint8Array()).toString();
  stop.abort();
  return [...text.matchAll(/^data: (.*)$/gm)].map((match): unknown => JSON.parse(match[1] ?? 'null'));
}

/** The status of a GET whose path goes out as written, under any host name. */
function statusOf({ shell }: FakeShell, host: string, path: string): Promise<number> {
  return new Promise((resolve, reject) => {
    get({ host: '127.0.0.1', port: shell.port, path, headers: { host: `${host}:${shell.port}` } }, (response) => {
      response.resume();
      resolve(response.statusCode ?? 0);
    }).on('error', reject);
  });
}
