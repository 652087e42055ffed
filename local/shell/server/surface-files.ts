/**
 * The origin the app's surfaces live on: the built Custom UI, with the bridge script put first into each page and Forge's
 * content policy on it. Serves files only; nothing here knows a user.
 */
import { existsSync, readFileSync, statSync } from 'node:fs';
import type { ServerResponse } from 'node:http';
import { extname, join, normalize, sep } from 'node:path';
import type { AppManifest } from '../surface-modules';
import { surfacePolicy } from './content-policy';
import { replyText } from './http-reply';

export const contentTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
  '.map': 'application/json; charset=utf-8',
};

export type SurfaceFiles = {
  readonly manifest: AppManifest;
  readonly shellOrigin: string;
  readonly bridgeScript: () => string;
  readonly themeCss: string;
};

/** What the build names by its content never changes under its name: a browser keeps it, as it does with Atlassian's. */
const isNamedByContent = (file: string): boolean => /\/assets\/[^/]+-[\w-]{8}\.\w+$/.test(file);
const kept = { 'cache-control': 'public, max-age=31536000, immutable' };

/** Answers one GET on the surface origin. */
export function serveSurfaceFile(files: SurfaceFiles, path: string, response: ServerResponse): void {
  if (path === '/__bridge.js') {
    const origin = `globalThis.__shellOrigin=${JSON.stringify(files.shellOrigin)};\n`;
    return replyText(response, origin + files.bridgeScript(), contentTypes['.js'] ?? '');
  }
  if (path === '/__tokens.css') return replyText(response, files.themeCss, contentTypes['.css'] ?? '');
  const [, key = '', ...rest] = path.split('/');
  const resource = files.manifest.resources.find((candidate) => candidate.key === key);
  const file = resource === undefined ? null : fileBelow(resource.folder, rest.join('/'));
  if (file === null)
    return replyText(response, `No such file: ${path}. Build the Custom UI with "npm run build".`, 'text/plain; charset=utf-8', 404);
  const type = contentTypes[extname(file)] ?? 'application/octet-stream';
  if (extname(file) !== '.html') return replyText(response, readFileSync(file), type, 200, isNamedByContent(file) ? kept : {});
  const html = readFileSync(file, 'utf8');
  replyText(response, withBridge(html), type, 200, {
    'content-security-policy': surfacePolicy(html, files.manifest.permissions, files.shellOrigin),
    'referrer-policy': 'strict-origin-when-cross-origin',
  });
}

/** Absolute path of an existing file inside `folder`; null outside of it or when absent. */
export function fileBelow(folder: string, relative: string): string | null {
  const file = normalize(join(folder, relative));
  return file.startsWith(normalize(folder) + sep) && existsSync(file) && statSync(file).isFile() ? file : null;
}

function withBridge(html: string): string {
  return html.replace(/<head(\s[^>]*)?>/i, (head) => `${head}<script src="/__bridge.js"></script>`);
}
