/**
 * What a surface loads before it can paint: its HTML with the scripts and styles that it, or one of those scripts, names statically.
 * Of a production build made for the purpose: what lies in `dist/ui` may be older, or a test's build with React's development half.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import { sizeAtMost, type Measurement } from './measurement';

const root = resolve(__dirname, '../..');

const namedInHtml = /(?:src|href)="(\.\/[^"]+\.(?:js|css))"/g;
/** `import … from "./x.js"`, `export … from "./x.js"`, `import "./x.js"`; not `import("./x.js")`, which loads later. */
const namedInScript = /(?:\bfrom|\bimport)\s*"(\.\/[^"]+\.js)"/g;

const namesIn = (file: string): readonly string[] => {
  if (file.endsWith('.css')) return [];
  const text = readFileSync(file, 'utf8');
  return [...text.matchAll(file.endsWith('.html') ? namedInHtml : namedInScript)].map(([, name = '']) => resolve(dirname(file), name));
};

function firstLoadOf(html: string): number {
  const files = new Set([html]);
  // A set hands out what is added while it is walked.
  for (const file of files) for (const name of namesIn(file)) files.add(name);
  if (files.size === 1) throw new Error(`${html} names no script: the bench no longer understands the build.`);
  return [...files].reduce((bytes, file) => bytes + gzipSync(readFileSync(file)).length, 0);
}

function build(folder: string): void {
  execFileSync(join(root, 'node_modules/.bin/vite'), ['build', '--outDir', folder, '--emptyOutDir'], {
    cwd: root,
    env: { ...process.env, NODE_ENV: 'production' },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
}

export function measureBundles(): readonly Measurement[] {
  const ui = mkdtempSync(join(tmpdir(), 'bench-ui-'));
  try {
    build(ui);
    return [
      sizeAtMost('issue panel: first load, gzip', 150, firstLoadOf(join(ui, 'issue-panel.html'))),
      sizeAtMost('project page: first load, gzip', 300, firstLoadOf(join(ui, 'project-page.html'))),
      sizeAtMost('company page: first load, gzip', 300, firstLoadOf(join(ui, 'company-page.html'))),
    ];
  } finally {
    rmSync(ui, { recursive: true });
  }
}
