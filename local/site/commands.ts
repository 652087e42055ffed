/**
 * The headless door: one command with its arguments on an open site, its answer as text. The command line and the web
 * server both come through here, so that a page shows what a command did.
 */
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { inputs } from '../../src/contract/inputs';
import { bareSql } from '../forge/sql/bare-sql';
import { findPolicyViolation } from '../forge/sql/statement-policy';
import { SqlEngineError } from '../forge/sql/sql-engine-error';
import { plainEventMode } from '../forge/event-channel';
import { findUser } from './find-user';
import { CommandRefusal, failed, usage } from './refusal';
import type { Site } from './site';
import { surfaceOf } from './surface-of';
import { transitionIssue } from './transition-issue';
import { watchTrouble } from './watch-trouble';

export type CommandOutcome = { readonly stdout: string; readonly stderr: string; readonly exitCode: number };

type Options = Readonly<Record<string, string | boolean | undefined>>;
type Answer = { readonly value: unknown; readonly note?: string; readonly failed?: boolean };

type Command = {
  readonly synopsis: string;
  readonly about: string;
  /** Least and most words after the command's name. */
  readonly words: readonly [least: number, most: number];
  readonly options?: Readonly<Record<string, { readonly type: 'string' | 'boolean' }>>;
  run(site: Site, words: readonly string[], options: Options): Promise<Answer>;
};

const text = (options: Options, name: string): string | undefined => {
  const value = options[name];
  return typeof value === 'string' ? value : undefined;
};

const parseJson = (words: string, what: string): unknown => {
  try {
    return JSON.parse(words);
  } catch {
    throw usage(`${what} is not JSON: ${words}`);
  }
};

const share = (options: Options, name: string): number => {
  const words = text(options, name);
  const value = words === undefined ? 0 : Number(words);
  if (!(value >= 0 && value <= 1)) throw usage(`--${name} takes a probability from 0 to 1, not "${words}".`);
  return value;
};

const as = { as: { type: 'string' } } as const;
const failure = z.object({ ok: z.literal(false), error: z.object({ code: z.string(), message: z.string() }) });

const commands: Readonly<Record<string, Command>> = {
  import: {
    synopsis: 'import FILE',
    about: 'bring in issues exported from a real Jira (search results with expand=changelog)',
    words: [1, 1],
    run: async (site, [file = '']) => {
      let content: string;
      try {
        content = readFileSync(file, 'utf8');
      } catch {
        throw failed(`${file} cannot be read. Give the path of a file with issues as JSON.`);
      }
      return {
        value: site.jira.importIssues(content),
        note: 'The import sends no events; "schedule hourly" lets the app look for itself.',
      };
    },
  },

  invoke: {
    synopsis: 'invoke NAME JSON [--as USER] [--project KEY] [--issue KEY]',
    about: 'call a resolver function; print its answer',
    words: [1, 2],
    options: { ...as, project: { type: 'string' }, issue: { type: 'string' } },
    run: async (site, [name = '', json = '{}'], options) => {
      if (!Object.hasOwn(inputs, name)) throw usage(`The app has no function "${name}". The command "functions" lists them.`);
      const payload = parseJson(json, 'The input');
      const user = findUser(site.jira, text(options, 'as'));
      const surface = surfaceOf(site, user, { project: text(options, 'project'), issue: text(options, 'issue') });
      const value = await site.host.invoke(name, payload, { accountId: user.accountId, surface });
      const refused = failure.safeParse(value);
      return refused.success ? { value, failed: true, note: `${refused.data.error.code}: ${refused.data.error.message}` } : { value };
    },
  },

  transition: {
    synopsis: 'transition KEY STATUS [--resolution NAME] [--as USER]',
    about: 'move an issue to a status',
    words: [2, 2],
    options: { ...as, resolution: { type: 'string' } },
    run: async (site, [issue = '', status = ''], options) => {
      const user = findUser(site.jira, text(options, 'as'));
      const reached = transitionIssue(site.jira, user, issue, status, text(options, 'resolution'));
      return { value: { issue, status: reached, by: user.displayName } };
    },
  },

  clock: {
    synopsis: 'clock [ISO-DATE]',
    about: 'set the site clock and run the schedules then due; without a date, print the time',
    words: [0, 1],
    run: async (site, [date]) => {
      if (date !== undefined) {
        const epochMs = Date.parse(date);
        if (Number.isNaN(epochMs)) throw usage(`"${date}" is no date. Write 2026-12-01 or 2026-12-01T09:00:00Z.`);
        site.clock.set(epochMs);
        await site.host.runDueSchedules();
      }
      return { value: { now: new Date(site.clock.now()).toISOString() } };
    },
  },

  events: {
    synopsis: 'events [--drop P] [--duplicate P] [--reorder] [--seed N]',
    about: 'lose, double or shuffle events from now on; without options, back to plain delivery',
    words: [0, 0],
    options: { drop: { type: 'string' }, duplicate: { type: 'string' }, reorder: { type: 'boolean' }, seed: { type: 'string' } },
    run: async (site, _, options) => {
      const seed = Number(text(options, 'seed') ?? plainEventMode.seed);
      if (!Number.isInteger(seed)) throw usage('--seed takes a whole number.');
      const mode = { drop: share(options, 'drop'), duplicate: share(options, 'duplicate'), reorder: options.reorder === true, seed };
      site.host.setEventMode(mode);
      return { value: mode };
    },
  },

  schedule: {
    synopsis: 'schedule KEY',
    about: 'run a scheduled trigger now',
    words: [1, 1],
    run: async (site, [key = '']) => {
      await site.host.schedule(key);
      return { value: { ran: key } };
    },
  },

  sql: {
    synopsis: 'sql "SELECT …"',
    about: "read the app's database",
    words: [1, 1],
    run: async (site, [query = '']) => {
      const bare = bareSql(query);
      const violation = findPolicyViolation(query, 'execute');
      if (violation !== null || !/^\(*\s*(SELECT|WITH)\b/i.test(bare) || /\b(INSERT|UPDATE|DELETE|REPLACE)\s/i.test(bare)) {
        throw usage(violation ?? 'Only SELECT: the app alone writes its tables.');
      }
      try {
        const answer = await site.engine.execute(query, []);
        return { value: 'rows' in answer ? answer.rows : [] };
      } catch (error) {
        throw error instanceof SqlEngineError ? failed(`${error.details.code}: ${error.message}`) : error;
      }
    },
  },

  functions: {
    synopsis: 'functions',
    about: 'list the resolver functions with the JSON Schema of their input',
    words: [0, 0],
    run: async () => ({
      value: Object.fromEntries(Object.entries(inputs).map(([name, schema]) => [name, z.toJSONSchema(schema, { io: 'input' })])),
    }),
  },

  users: {
    synopsis: 'users',
    about: 'list the people of the site',
    words: [0, 0],
    run: async (site) => ({ value: site.jira.users() }),
  },

  jira: {
    synopsis: 'jira METHOD PATH [JSON] [--as USER]',
    about: "call the Jira stand-in's REST API",
    words: [2, 3],
    options: as,
    run: async (site, [method = '', path = '', json], options) => {
      const { accountId } = findUser(site.jira, text(options, 'as'));
      const body = json === undefined ? {} : { body: parseJson(json, 'The body') };
      const reply = site.jira.request({ type: 'user', accountId }, { method: method.toUpperCase(), path, ...body });
      const refused = reply.status >= 400;
      return { value: reply.body ?? null, failed: refused, note: `HTTP ${reply.status}` };
    },
  },
};

const general = [
  ['reset [--empty]', 'remove the site; the next command makes a new one with the demo company (--empty: without)'],
  ['help', 'this list'],
] as const;

/** What `help` prints. */
export const helpText = (): string => {
  const lines = [...Object.values(commands).map(({ synopsis, about }) => [synopsis, about] as const), ...general];
  return [
    'Usage: npm run -s site -- COMMAND [--data DIR]   (default folder: .data/site)',
    '',
    ...lines.map(([synopsis, about]) => `  ${synopsis}\n      ${about}`),
    '',
    'Answers are JSON on standard output, notes are on standard error.',
    'Exit code: 0 done, 1 refused or failed, 2 the command line is wrong.',
  ].join('\n');
};

const findCommand = (name: string | undefined): Command => {
  if (name === 'reset') throw failed('The site is open in a server. Stop npm start, then reset.');
  const command = name !== undefined && Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (!command) throw usage(name === undefined ? `Name a command.\n\n${helpText()}` : `There is no command "${name}". "help" lists them.`);
  return command;
};

const parseCommandLine = (command: Command, args: readonly string[]): { readonly words: readonly string[]; readonly options: Options } => {
  try {
    const { values, positionals } = parseArgs({ args: [...args], options: command.options ?? {}, allowPositionals: true, strict: true });
    const [least, most] = command.words;
    if (positionals.length < least || positionals.length > most) throw new Error(`${positionals.length} words after the command`);
    return { words: positionals, options: { ...values } };
  } catch (error) {
    throw usage(`${error instanceof Error ? error.message : String(error)}. Usage: ${command.synopsis}`);
  }
};

const answerCommand = async (site: Site, argv: readonly string[]): Promise<CommandOutcome> => {
  const [name, ...args] = argv;
  try {
    const command = findCommand(name);
    const { words, options } = parseCommandLine(command, args);
    const { value, note = '', failed: hasFailed = false } = await command.run(site, words, options);
    return { stdout: JSON.stringify(value, null, 2), stderr: note, exitCode: hasFailed ? 1 : 0 };
  } catch (error) {
    const stderr = error instanceof Error ? error.message : String(error);
    return { stdout: '', stderr, exitCode: error instanceof CommandRefusal && error.kind === 'usage' ? 2 : 1 };
  }
};

/** Runs one command, delivers what it caused and saves the site. Rejects only when the site itself cannot go on. */
export const runCommand = async (site: Site, argv: readonly string[]): Promise<CommandOutcome> => {
  if (argv[0] === 'help') return { stdout: helpText(), stderr: '', exitCode: 0 };
  const trouble = watchTrouble(site.host);
  try {
    const outcome = await answerCommand(site, argv);
    await site.host.drain();
    site.save();
    return { ...outcome, stderr: [outcome.stderr, ...trouble.lines()].filter((line) => line !== '').join('\n') };
  } finally {
    trouble.stop();
  }
};
