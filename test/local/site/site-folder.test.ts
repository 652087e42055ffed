import { execFile } from 'node:child_process';
import { createServer } from 'node:http';
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { openSite, removeSite } from '../../../local/site/site';
import type { Site } from '../../../local/site/site';
import { runCommand } from '../../../local/site/commands';
import { smallCompany } from '../../support/small-company';

let dataDir: string;
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'site-'));
});
afterEach(() => rmSync(dataDir, { recursive: true, force: true }));

const open = (): Promise<Site> => openSite({ dataDir, jiraState: smallCompany, lockWaitMs: 100, sqlRates: { ddlPerMinute: null } });

const answer = async (site: Site, ...argv: string[]): Promise<unknown> => {
  const { stdout, stderr, exitCode } = await runCommand(site, argv);
  if (exitCode !== 0) throw new Error(stderr);
  return JSON.parse(stdout);
};

const cycles = ['invoke', 'listCycles', '{}', '--project', 'WEB'];
const create = [
  'invoke',
  'createObjective',
  JSON.stringify({ id: 'objective-1', cycleId: '2026-q4', title: 'People pay without a second thought', ownerAccountId: null }),
  '--project',
  'WEB',
];

test('a site is as it was left when its folder is opened again', async () => {
  const first = await open();
  await answer(first, 'clock', '2026-11-12T09:00:00Z');
  await answer(first, 'transition', 'WEB-4', 'Done');
  await answer(first, ...create);
  await first.close();

  const second = await open();
  await expect(answer(second, 'jira', 'GET', '/rest/api/3/issue/WEB-4?fields=status')).resolves.toMatchObject({
    fields: { status: { name: 'Done' } },
  });
  await expect(answer(second, 'sql', 'SELECT id FROM objective')).resolves.toEqual([{ id: 'objective-1' }]);
  expect(new Date(second.clock.now()).toISOString()).toMatch(/^2026-11-12T09:0/);
  expect(second.host.invocations()).toEqual([]);
  await second.close();
});

test('a folder is used by one at a time', async () => {
  const first = await open();
  await expect(open()).rejects.toThrow('is in use by another command');
  await first.close();
  const second = await open();
  await expect(answer(second, ...cycles)).resolves.toMatchObject({ ok: true });
  await second.close();
});

test('a first opening that was cut short starts from the beginning', async () => {
  const first = await open();
  await answer(first, ...create);
  await first.close();
  rmSync(join(dataDir, 'runtime.json'));
  const second = await open();
  await expect(answer(second, 'sql', 'SELECT id FROM objective')).resolves.toEqual([]);
  await second.close();
});

test('a file that is not JSON is named, and the folder is free again', async () => {
  await (await open()).close();
  writeFileSync(join(dataDir, 'jira.json'), '{"half":');
  await expect(open()).rejects.toThrow(/jira\.json is not valid JSON/);
  await removeSite(dataDir, 100);
  expect(readdirSync(dataDir).filter((file) => file !== 'lock.db')).toEqual([]);
  await (await open()).close();
});

test('no draft of a file stays behind', async () => {
  await (await open()).close();
  expect(readdirSync(dataDir).filter((file) => file.endsWith('.tmp'))).toEqual([]);
});

describe('the command line', () => {
  const root = resolve(__dirname, '../../..');
  const cli = async (...argv: string[]): Promise<{ readonly stdout: string; readonly stderr: string; readonly code: number }> => {
    const command = [join(root, 'node_modules/tsx/dist/cli.mjs'), join(root, 'local/site/cli.ts'), ...argv, '--data', dataDir];
    try {
      return { ...(await promisify(execFile)(process.execPath, command, { cwd: tmpdir() })), code: 0 };
    } catch (error) {
      return { stdout: '', stderr: '', code: -1, ...Object(error) };
    }
  };

  test('two at once lose nothing of each other', async () => {
    const site = await open();
    await site.close();
    const second = [
      'invoke',
      'createObjective',
      JSON.stringify({ id: 'objective-2', cycleId: '2026-q4', title: 'Nobody waits for an answer', ownerAccountId: null }),
      '--project',
      'WEB',
    ];
    const [one, two] = await Promise.all([cli(...create), cli(...second)]);
    expect([one, two]).toMatchObject([
      { code: 0, stderr: '' },
      { code: 0, stderr: '' },
    ]);
    expect(JSON.parse(one.stdout)).toMatchObject({ ok: true, value: { id: 'objective-1' } });
    const { stdout } = await cli('sql', 'SELECT id FROM objective ORDER BY id');
    expect(JSON.parse(stdout)).toEqual([{ id: 'objective-1' }, { id: 'objective-2' }]);
  }, 60_000);

  test('sends its command to the server that has the folder open', async () => {
    const heard: unknown[] = [];
    const server = createServer((request, response) => {
      let body = '';
      request.on('data', (chunk: Buffer) => (body += chunk.toString()));
      request.on('end', () => {
        heard.push([request.method, request.url, request.headers['content-type'], JSON.parse(body)]);
        response.end(JSON.stringify({ stdout: '"from the server"', stderr: 'a note', exitCode: 1 }));
      });
    });
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    const { port } = server.address() as AddressInfo;
    writeFileSync(join(dataDir, 'server.json'), JSON.stringify({ port, pid: process.pid }));
    const outcome = await cli('import', 'issues.json');
    server.close();
    expect(outcome).toMatchObject({ stdout: '"from the server"\n', stderr: 'a note\n', code: 1 });
    expect(heard).toEqual([['POST', '/__site/command', 'application/json', { command: 'import', args: [join(tmpdir(), 'issues.json')] }]]);
    expect(existsSync(join(dataDir, 'jira.json'))).toBe(false);
  }, 30_000);

  test('opens the folder itself when the server has died and its number belongs to another process', async () => {
    await (await open()).close();
    const gone = createServer();
    await new Promise<void>((done) => gone.listen(0, '127.0.0.1', done));
    const { port } = gone.address() as AddressInfo;
    await new Promise((done) => gone.close(done));
    writeFileSync(join(dataDir, 'server.json'), JSON.stringify({ port, pid: process.pid }));
    const { code, stdout } = await cli('users');
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toHaveLength(4);
  }, 30_000);

  test('without a command prints the help and ends with 2', async () => {
    await expect(cli()).resolves.toMatchObject({ code: 2, stdout: expect.stringContaining('Usage: npm run -s site') });
  }, 30_000);
});
