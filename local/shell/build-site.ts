/**
 * Builds what the browser loads when its sources are newer than the last build: the app's Custom UI with its own Vite
 * configuration, and the shell's pages and bridge script. Says nothing unless a build fails.
 */
import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'vite';

/** Runs the app's own `vite build` when `static/`, `src/` or the tools' files are newer than `dist/ui`. */
export function buildCustomUi(projectRoot: string): void {
  const sources = ['static', 'src', 'vite.config.mts', 'package-lock.json'].map((name) => join(projectRoot, name));
  if (newest(sources) <= oldestOutput(join(projectRoot, 'dist/ui'), '.html')) return;
  // In a process of its own: called from here, where a loader translates TypeScript, Vite leaves out the code that loads a lazy part's styles.
  execFileSync(process.execPath, [join(projectRoot, 'node_modules/vite/bin/vite.js'), 'build', '--logLevel', 'warn'], {
    cwd: projectRoot,
    env: { ...process.env, NODE_ENV: 'production' },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
}

/** Builds the shell's browser files into `folder` when its sources are newer, and answers the folder. */
export async function buildShellPages(projectRoot: string): Promise<string> {
  const folder = join(projectRoot, 'node_modules/.cache/local-shell');
  const shell = join(projectRoot, 'local/shell');
  if (newest([shell, join(projectRoot, 'package-lock.json')]) <= oldestOutput(folder, '')) return folder;
  await bundle(join(shell, 'frame/bridge.ts'), folder, 'bridge.js', 'iife', true);
  await bundle(join(shell, 'pages/main.ts'), folder, 'main.js', 'es', false);
  cpSync(join(shell, 'pages/shell.css'), join(folder, 'shell.css'));
  return folder;
}

async function bundle(entry: string, outDir: string, fileName: string, format: 'iife' | 'es', emptyOutDir: boolean): Promise<void> {
  await build({
    configFile: false,
    logLevel: 'warn',
    publicDir: false,
    build: {
      outDir,
      emptyOutDir,
      minify: false,
      target: 'es2022',
      lib: { entry, formats: [format], name: 'localShell', fileName: () => fileName },
    },
  });
}

/** The latest change of any file among these paths, epoch ms; 0 when there is none. */
function newest(paths: readonly string[]): number {
  return Math.max(0, ...paths.flatMap(filesOf).map((file) => statSync(file).mtimeMs));
}

/** The earliest change of a built file, epoch ms; -1 when nothing is built. */
function oldestOutput(folder: string, extension: string): number {
  const files = filesOf(folder).filter((file) => file.endsWith(extension));
  return files.length === 0 ? -1 : Math.min(...files.map((file) => statSync(file).mtimeMs));
}

function filesOf(path: string): readonly string[] {
  if (!existsSync(path)) return [];
  return statSync(path).isDirectory() ? readdirSync(path).flatMap((name) => filesOf(join(path, name))) : [path];
}
