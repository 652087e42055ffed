/**
 * Builds the Custom UI: one HTML entry per Forge surface into `dist/ui`, which manifest.yml names as the resource.
 * Everything is a file of its own (Forge's content policy forbids inline scripts and styles) and every address is relative (Forge serves under a path).
 */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { defineConfig, type Plugin } from 'vite';

const surfaces = ['project-page', 'company-page', 'admin-page', 'issue-panel', 'issue-action'];

/** The scripts and styles an HTML file loads by itself: what a surface costs before its first paint. */
const firstLoad = (html: string): readonly string[] =>
  [...html.matchAll(/(?:src|href)="\.\/([^"]+\.(?:js|css))"/g)].flatMap((match) => (match[1] ? [match[1]] : []));

let outDir = '';

const printFirstLoad: Plugin = {
  name: 'print-first-load',
  apply: 'build',
  configResolved(config) {
    outDir = resolve(config.root, config.build.outDir);
  },
  closeBundle() {
    for (const surface of surfaces) {
      const files = firstLoad(readFileSync(resolve(outDir, `${surface}.html`), 'utf8'));
      const bytes = files.reduce((sum, file) => sum + gzipSync(readFileSync(resolve(outDir, file))).length, 0);
      this.info(`${surface}: first load ${(bytes / 1000).toFixed(1)} kB gzip in ${files.length} files`);
    }
  },
};

export default defineConfig({
  root: 'static',
  base: './',
  publicDir: 'public',
  clearScreen: false,
  plugins: [printFirstLoad],
  resolve: {
    alias: [
      {
        find: /^@atlaskit\/(platform-feature-flags(\/fg)?|feature-gate-js-client\/feature-gates)$/,
        replacement: fileURLToPath(new URL('./static/feature-flags-off.ts', import.meta.url)),
      },
    ],
  },
  build: {
    outDir: '../dist/ui',
    emptyOutDir: true,
    target: 'es2022',
    // A data: URL for a small asset would be one more thing the content policy has to allow.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    // All styles come with the first load (7.6 kB gzip): a dialog that opens must not wait for its own.
    cssCodeSplit: false,
    chunkSizeWarningLimit: 400,
    rolldownOptions: {
      input: Object.fromEntries(surfaces.map((surface) => [surface, resolve(import.meta.dirname, 'static', `${surface}.html`)])),
      // React libraries mark files "use client" for servers; here everything is the client.
      checks: { moduleLevelDirective: false },
    },
  },
});
