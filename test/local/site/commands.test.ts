import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inputs } from '../../../src/contract/inputs';
import { runCommand } from '../../../local/site/commands';
import { openTestSite } from '../../support/test-site';
import type { TestSite } from '../../support/test-site';

let opened: TestSite;
beforeAll(async () => {
  opened = await openTestSite();
});
afterAll(() => opened.close());

const run = (...argv: string[]) => runCommand(opened.site, argv);
/** The answer of a command that must succeed. */
const answer = async (...argv: string[]): Promise<unknown> => {
  const { stdout, stderr, exitCode } = await run(...argv);
  if (exitCode !== 0) throw new Error(stderr);
  return JSON.parse(stdout);
};

describe('invoke', () => {
  test('prints what the resolver function answers in the page of a project', async () => {
    await expect(answer('invoke', 'getProjectOkrs', '{}', '--project', 'WEB', '--as', 'Ben Lead')).resolves.toMatchObject({
      ok: true,
      value: { projectId: '10000' },
    });
  });

  test('prints what it answers in the panel of an issue', async () => {
    await expect(answer('invoke', 'getIssueKeyResults', '{}', '--issue', 'WEB-3', '--as', 'cleo@example.com')).resolves.toMatchObject({
      ok: true,
      value: { issueId: '20003' },
    });
  });

  test('prints a refusal of the app and ends with 1', async () => {
    const { stdout, stderr, exitCode } = await run('invoke', 'getKeyResult', '{"keyResultId":"nowhere"}', '--project', 'WEB');
    expect(JSON.parse(stdout)).toMatchObject({ ok: false, error: { code: 'NOT_FOUND' } });
    expect(stderr).toContain('NOT_FOUND');
    expect(exitCode).toBe(1);
  });

  test.each([
    [['invoke', 'nothing', '{}'], 2, 'no function "nothing"'],
    [['invoke', 'toString', '{}'], 2, 'no function "toString"'],
    [['invoke', 'listCycles', '{'], 2, 'not JSON'],
    [['invoke'], 2, 'Usage: invoke NAME JSON'],
    [['invoke', 'listCycles', '{}', '--colour', 'red'], 2, 'Usage: invoke NAME JSON'],
    [['invoke', 'listCycles', '{}', '--as', 'Nobody'], 1, 'Nobody is called "Nobody"'],
    [['invoke', 'listCycles', '{}', '--project', 'NOPE'], 1, 'There is no project NOPE'],
    [['invoke', 'listCycles', '{}', '--issue', 'NOPE-1'], 1, 'There is no issue NOPE-1'],
    [['invoke', 'listCycles', '{}', '--project', 'SEC', '--as', 'cleo'], 1, 'Cleo Coder may not browse the project SEC'],
    [['invoke', 'listCycles', '{}', '--issue', 'SEC-1', '--as', 'cleo'], 1, 'may not browse'],
  ])('%j ends with %i and says why', async (argv, exitCode, words) => {
    const outcome = await run(...argv);
    expect(outcome).toMatchObject({ stdout: '', exitCode });
    expect(outcome.stderr).toContain(words);
  });
});

describe('transition', () => {
  test('moves the issue as the person and delivers the event', async () => {
    const records = await opened.recordsOf(async () => {
      await expect(answer('transition', 'WEB-4', 'in progress', '--as', 'ben')).resolves.toEqual({
        issue: 'WEB-4',
        status: 'In Progress',
        by: 'Ben Lead',
      });
    });
    expect(records).toMatchObject([{ functionKey: 'on-issue-event', error: null }]);
    await expect(answer('jira', 'get', '/rest/api/3/issue/WEB-4?fields=status')).resolves.toMatchObject({
      fields: { status: { name: 'In Progress' } },
    });
  });

  test('to a status there is not says which there are', async () => {
    await expect(run('transition', 'WEB-4', 'Elsewhere')).resolves.toMatchObject({
      exitCode: 1,
      stderr: expect.stringContaining('it can go to To Do, In Progress'),
    });
  });

  test('of an issue the person cannot see is refused by Jira', async () => {
    await expect(run('transition', 'SEC-1', 'Done', '--as', 'cleo')).resolves.toMatchObject({
      exitCode: 1,
      stderr: expect.stringContaining('404'),
    });
  });
});

describe('clock', () => {
  test('sets the time and runs the schedules then due', async () => {
    const records = await opened.recordsOf(() => answer('clock', '2026-11-14'));
    expect(records.filter(({ moduleType }) => moduleType === 'scheduledTrigger').map(({ error }) => error)).toEqual([null, null]);
    await expect(answer('clock')).resolves.toEqual({ now: '2026-11-14T00:00:00.000Z' });
  });

  test('refuses what is no date', async () => {
    await expect(run('clock', 'tomorrow')).resolves.toMatchObject({
      exitCode: 2,
      stderr: expect.stringContaining('"tomorrow" is no date'),
    });
  });
});

describe('events', () => {
  test('prints the mode it sets, and without options the plain one', async () => {
    await expect(answer('events', '--drop', '0.5', '--duplicate', '0.1', '--reorder', '--seed', '7')).resolves.toEqual({
      drop: 0.5,
      duplicate: 0.1,
      reorder: true,
      seed: 7,
    });
    await expect(answer('events')).resolves.toEqual({ drop: 0, duplicate: 0, reorder: false, seed: 1 });
  });

  test.each(['1.5', 'often', '-1'])('refuses a probability of %s', async (value) => {
    await expect(run('events', `--drop=${value}`)).resolves.toMatchObject({
      exitCode: 2,
      stderr: expect.stringContaining('probability from 0 to 1'),
    });
  });
});

describe('sql', () => {
  test('prints rows', async () => {
    await expect(answer('sql', 'SELECT COUNT(*) AS n FROM objective')).resolves.toEqual([{ n: '0' }]);
  });

  test.each(['DELETE FROM objective', 'WITH w AS (SELECT 1) DELETE FROM objective', 'SELECT 1; SELECT 2', 'DROP TABLE objective'])(
    'refuses %s',
    async (query) => {
      await expect(run('sql', query)).resolves.toMatchObject({ exitCode: 2, stdout: '' });
    },
  );

  test('names the mistake in the query', async () => {
    await expect(run('sql', 'SELECT colour FROM objective')).resolves.toMatchObject({
      exitCode: 1,
      stderr: expect.stringContaining('ER_BAD_FIELD_ERROR'),
    });
  });
});

describe('the rest of the door', () => {
  test('functions lists every resolver function with the schema of its input', async () => {
    const list = await answer('functions');
    expect(Object.keys(Object(list)).sort()).toEqual(Object.keys(inputs).sort());
    expect(list).toMatchObject({ getKeyResult: { type: 'object', required: ['keyResultId'], additionalProperties: false } });
  });

  test('users lists the people', async () => {
    await expect(answer('users')).resolves.toMatchObject([
      { accountId: 'ada', siteAdmin: true },
      { accountId: 'ben' },
      { accountId: 'cleo' },
      { accountId: 'dan' },
    ]);
  });

  test('schedule runs a trigger now', async () => {
    await expect(answer('schedule', 'hourly')).resolves.toEqual({ ran: 'hourly' });
    await expect(run('schedule', 'yearly')).resolves.toMatchObject({
      exitCode: 1,
      stderr: expect.stringContaining('there are hourly, daily'),
    });
  });

  test('jira prints the reply, and ends with 1 where Jira refuses', async () => {
    await expect(answer('jira', 'GET', '/rest/api/3/myself', '--as', 'dan')).resolves.toMatchObject({ accountId: 'dan' });
    await expect(run('jira', 'GET', '/rest/api/3/issue/WEB-999')).resolves.toMatchObject({ exitCode: 1, stderr: 'HTTP 404' });
    await expect(run('jira', 'GET', '/rest/api/3/nowhere')).resolves.toMatchObject({
      exitCode: 1,
      stderr: 'NotEmulated: GET /rest/api/3/nowhere',
    });
  });

  test('import brings issues in, and names a file that is not there', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'import-'));
    const file = join(folder, 'issues.json');
    writeFileSync(
      file,
      JSON.stringify({
        issues: [
          {
            id: '7001',
            key: 'NEW-1',
            fields: {
              summary: 'Brought in',
              issuetype: { id: '1', name: 'Task' },
              project: { id: '7', key: 'NEW', name: 'New' },
              status: { id: '3', name: 'Open', statusCategory: { key: 'new' } },
              created: '2026-01-01T00:00:00.000+0000',
              updated: '2026-01-01T00:00:00.000+0000',
            },
          },
        ],
      }),
    );
    await expect(answer('import', file)).resolves.toMatchObject({ issues: 1, projects: ['NEW'] });
    rmSync(folder, { recursive: true });
    await expect(run('import', file)).resolves.toMatchObject({ exitCode: 1, stderr: expect.stringContaining('cannot be read') });
  });

  test('help names every command, and an unknown one is a usage error', async () => {
    const { stdout } = await run('help');
    for (const name of [
      'import',
      'invoke',
      'transition',
      'clock',
      'events',
      'schedule',
      'sql',
      'functions',
      'users',
      'reset',
      'jira',
      'help',
    ])
      expect(stdout).toMatch(new RegExp(`^ {2}${name}\\b`, 'm'));
    await expect(run('dance')).resolves.toMatchObject({ exitCode: 2, stderr: expect.stringContaining('no command "dance"') });
    await expect(run('reset')).resolves.toMatchObject({ exitCode: 1, stderr: expect.stringContaining('Stop npm start') });
  });
});
