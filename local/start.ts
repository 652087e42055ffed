/** `npm start`: builds what is out of date, opens the site in its data folder and serves it until Ctrl-C. */
import { rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { buildCustomUi, buildShellPages } from './shell/build-site';
import { startShell } from './shell/server/shell-server';
import { readThemeCss } from './shell/server/theme-css';
import { readAppManifest } from './shell/surface-modules';
import { runCommand } from './site/commands';
import { openSite } from './site/site';

const projectRoot = resolve(__dirname, '..');

const usage = `npm start -- [options]
  --data DIR     where the site is kept (default .data/site)
  --port N       default 8790, else the next free one
  --import FILE  begins with issues exported from a real Jira instead of the demo company
  --no-build     serves what was built before
  --help`;

function readOptions() {
  try {
    return parseArgs({
      options: {
        data: { type: 'string', default: join(projectRoot, '.data/site') },
        port: { type: 'string', default: '8790' },
        import: { type: 'string' },
        'no-build': { type: 'boolean', default: false },
        help: { type: 'boolean', default: false },
      },
    }).values;
  } catch (error) {
    throw new Error(`${error instanceof Error ? error.message : String(error)}\n\n${usage}`);
  }
}

start().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
});

async function start(): Promise<void> {
  const values = readOptions();
  if (values.help) return console.log(usage);
  const port = Number(values.port);
  if (!Number.isInteger(port) || port < 0 || port > 65535) throw new Error(`--port takes a number from 0 to 65535, not "${values.port}".`);
  const dataDir = resolve(values.data);
  const manifest = readAppManifest(join(projectRoot, 'manifest.yml'));
  const pagesFolder = await buildShellPages(projectRoot);
  if (!values['no-build']) buildCustomUi(projectRoot);

  const site = await openSite({ dataDir, demo: values.import === undefined });
  const command = (argv: readonly string[]): ReturnType<typeof runCommand> => runCommand(site, argv);
  if (values.import !== undefined) {
    const { exitCode, stderr } = await command(['import', resolve(values.import)]);
    if (exitCode !== 0) throw new Error(stderr);
  }
  const shell = await startShell({ site, manifest, runCommand: command, pagesFolder, themeCss: readThemeCss(projectRoot), port });
  const serverFile = join(dataDir, 'server.json');
  writeFileSync(serverFile, JSON.stringify({ port: shell.port, pid: process.pid }));
  console.log(`Local Jira with Throughline is at ${shell.url}`);
  console.log('Ctrl-C saves and ends. Look into the app at /inspector; drive it from a shell with "npm run -s site -- help".');

  let ending = false;
  const end = (): void => {
    if (ending) return;
    ending = true;
    shell
      .close()
      .then(() => site.close())
      .then(() => rmSync(serverFile, { force: true }))
      .then(
        () => process.exit(0),
        (error: unknown) => {
          console.error(error);
          process.exit(1);
        },
      );
  };
  process.on('SIGINT', end);
  process.on('SIGTERM', end);
}
