/** `npm run -s site -- COMMAND`: the headless door from a shell. Opens the folder's site, or asks the server that has it open. */
import { resolve } from 'node:path';
import { helpText, runCommand } from './commands';
import type { CommandOutcome } from './commands';
import { askServer } from './running-server';
import { openSite, removeSite } from './site';

const projectRoot = resolve(__dirname, '../..');

/** Takes `--data DIR` out of the words; the rest belongs to the command. */
const takeDataDir = (words: readonly string[]): { readonly dataDir: string; readonly argv: readonly string[] } => {
  const at = words.findIndex((word) => word === '--data' || word.startsWith('--data='));
  const word = words[at];
  if (word === undefined) return { dataDir: resolve(projectRoot, '.data/site'), argv: words };
  const isJoined = word.includes('=');
  const value = isJoined ? word.slice('--data='.length) : words[at + 1];
  if (value === undefined || value === '') throw new Error('--data takes a folder.');
  return { dataDir: resolve(value), argv: [...words.slice(0, at), ...words.slice(at + (isJoined ? 1 : 2))] };
};

/** A path means the caller's folder, also when the server reads the file. */
const withAbsolutePath = (argv: readonly string[]): readonly string[] => {
  const [name, file, ...rest] = argv;
  return name === 'import' && file !== undefined ? [name, resolve(file), ...rest] : argv;
};

const reset = async (dataDir: string, args: readonly string[]): Promise<CommandOutcome> => {
  if (args.some((word) => word !== '--empty')) return { stdout: '', stderr: 'Usage: reset [--empty]', exitCode: 2 };
  await removeSite(dataDir);
  const empty = args.includes('--empty');
  if (empty) await (await openSite({ dataDir })).close();
  return { stdout: JSON.stringify({ reset: dataDir, site: empty ? 'empty' : 'none yet' }, null, 2), stderr: '', exitCode: 0 };
};

const run = async (words: readonly string[]): Promise<CommandOutcome> => {
  const { dataDir, argv } = takeDataDir(words);
  const [name, ...args] = argv;
  if (name === undefined || name === 'help' || name === '--help')
    return { stdout: helpText(), stderr: '', exitCode: name === undefined ? 2 : 0 };
  const answer = await askServer(dataDir, withAbsolutePath(argv));
  if (answer !== null) return answer;
  if (name === 'reset') return reset(dataDir, args);
  // Whoever imports brings a company of their own; everyone else meets the demo company in a new site.
  const site = await openSite({ dataDir, demo: name !== 'import' });
  try {
    return await runCommand(site, withAbsolutePath(argv));
  } finally {
    await site.close();
  }
};

const print = ({ stdout, stderr, exitCode }: CommandOutcome): void => {
  if (stderr !== '') process.stderr.write(`${stderr}\n`);
  if (stdout !== '') process.stdout.write(`${stdout}\n`);
  process.exitCode = exitCode;
};

run(process.argv.slice(2)).then(print, (error: unknown) => {
  print({ stdout: '', stderr: error instanceof Error ? error.message : String(error), exitCode: 1 });
});
