/**
 * What the shell needs from manifest.yml: the modules it can show, where their files lie, the scopes and the content permissions.
 * A field that would change what a person sees and is not emulated stops the start; it is never ignored.
 */
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { NotEmulated } from '../forge/not-emulated';

export type SurfaceType = 'jira:issueContext' | 'jira:issueAction' | 'jira:projectPage' | 'jira:globalPage' | 'jira:adminPage';

export type SurfaceModule = {
  readonly type: SurfaceType;
  readonly key: string;
  readonly title: string;
  /** `resource` or `resource/entry`, as the manifest writes it. */
  readonly resource: string;
  readonly hasDynamicProperties: boolean;
  readonly viewportSize: string;
};

type UiResource = {
  readonly key: string;
  /** Absolute folder of the built files. */
  readonly folder: string;
  /** File names by entry name. */
  readonly entries: Readonly<Record<string, string>>;
};

export type AppManifest = {
  readonly appId: string;
  readonly surfaces: readonly SurfaceModule[];
  readonly resources: readonly UiResource[];
  readonly scopes: readonly string[];
  /** The manifest's `permissions` as written, for the content policy. */
  readonly permissions: unknown;
};

const shown = [
  'jira:issueContext',
  'jira:issueAction',
  'jira:projectPage',
  'jira:globalPage',
  'jira:adminPage',
] as const satisfies readonly SurfaceType[];
/** Modules without a surface of their own. Any other module type is refused by name. */
const invisible = ['trigger', 'consumer', 'scheduledTrigger', 'sql', 'function'];
const emulatedFields = ['key', 'resource', 'resolver', 'title', 'label', 'icon', 'dynamicProperties', 'viewportSize'];

const surfaceSchema = z.looseObject({
  key: z.string(),
  title: z.string(),
  resource: z.string(),
  dynamicProperties: z.object({ function: z.string() }).optional(),
  viewportSize: z.string().optional(),
});

const manifestSchema = z.looseObject({
  app: z.looseObject({ id: z.string() }),
  modules: z.record(z.string(), z.array(z.looseObject({ key: z.string() }))),
  resources: z.array(z.looseObject({ key: z.string(), path: z.string(), entry: z.record(z.string(), z.string()).optional() })).default([]),
  permissions: z.looseObject({ scopes: z.array(z.string()).default([]) }).default({ scopes: [] }),
});

/** Reads the manifest at `path`; throws `NotEmulated: …` for a visible module or field the shell cannot show. */
export function readAppManifest(path: string): AppManifest {
  const manifest = manifestSchema.parse(parse(readFileSync(path, 'utf8')));
  for (const type of Object.keys(manifest.modules)) {
    if (!shown.some((known) => known === type) && !invisible.includes(type)) throw new NotEmulated(`module ${type}`);
  }
  return {
    appId: manifest.app.id,
    surfaces: shown.flatMap((type) => (manifest.modules[type] ?? []).map((module) => parseSurface(type, module))),
    resources: manifest.resources.map(({ key, path: folder, entry }) => ({
      key,
      folder: join(dirname(path), folder),
      entries: entry ?? {},
    })),
    scopes: manifest.permissions.scopes,
    permissions: manifest.permissions,
  };
}

function parseSurface(type: SurfaceType, module: unknown): SurfaceModule {
  const { key, title, resource, dynamicProperties, viewportSize, ...rest } = surfaceSchema.parse(module);
  const unknown = Object.keys(rest).filter((field) => !emulatedFields.includes(field));
  if (unknown.length > 0) throw new NotEmulated(`${type} ${key}: ${unknown.join(', ')}`);
  return { type, key, title, resource, hasDynamicProperties: dynamicProperties !== undefined, viewportSize: viewportSize ?? 'medium' };
}

/** The address part of a resource on the surface origin: `main/issue-panel` → `/main/issue-panel.html`. Throws when the manifest has no such resource. */
export function resourcePath(manifest: AppManifest, resource: string): string {
  const [key = '', entry] = resource.split('/');
  const found = manifest.resources.find((candidate) => candidate.key === key);
  const file = entry === undefined ? 'index.html' : found?.entries[entry];
  if (found === undefined || file === undefined) throw new Error(`manifest.yml has no resource "${resource}".`);
  return `/${key}/${file}`;
}

/** The last part of a page's address: `OKRs` → `okrs`. */
export function pageSlug(title: string): string {
  return title
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
}
