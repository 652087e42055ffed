/**
 * The parts of manifest.yml the host acts on: which function answers for which module, how long it may run,
 * which events and queues reach it, and the scopes. A manifest the host cannot honour is refused by name.
 */
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { z } from 'zod';
import { NotEmulated } from './not-emulated';

export type AppFunction = {
  readonly key: string;
  /** The name the app's entry file exports it by. */
  readonly exportName: string;
  readonly timeoutSeconds: number | null;
};

export type Trigger = {
  readonly key: string;
  readonly functionKey: string;
  readonly events: readonly string[];
  readonly ignoreSelf: boolean;
};
type Consumer = { readonly key: string; readonly queue: string; readonly functionKey: string };
export type Schedule = { readonly key: string; readonly functionKey: string; readonly intervalMs: number };

export type AppManifest = {
  readonly appId: string;
  readonly scopes: ReadonlySet<string>;
  readonly functions: ReadonlyMap<string, AppFunction>;
  /** What people see of the app, in manifest order. */
  readonly surfaces: readonly { readonly key: string; readonly type: string }[];
  /** Function keys of the resolvers, by the key of the module they serve. */
  readonly resolvers: ReadonlyMap<string, string>;
  readonly dynamicProperties: ReadonlyMap<string, string>;
  readonly triggers: readonly Trigger[];
  readonly consumers: readonly Consumer[];
  readonly schedules: readonly Schedule[];
  /** True when the manifest declares a database. */
  readonly hasSql: boolean;
};

const minute = 60_000;
const intervals = { fiveMinute: 5 * minute, hour: 60 * minute, day: 24 * 60 * minute, week: 7 * 24 * 60 * minute } as const;

const filter = z.strictObject({ ignoreSelf: z.boolean().optional() }).optional();
const functionRef = z.looseObject({ key: z.string(), function: z.string() });
const uiModule = z.looseObject({
  key: z.string(),
  resolver: z.object({ function: z.string() }).optional(),
  dynamicProperties: z.object({ function: z.string() }).optional(),
});

const manifestFile = z.looseObject({
  app: z.looseObject({ id: z.string() }),
  permissions: z.looseObject({ scopes: z.array(z.string()).default([]) }),
  modules: z.looseObject({
    function: z.array(z.looseObject({ key: z.string(), handler: z.string(), timeoutSeconds: z.number().int().min(1).max(900).optional() })),
    trigger: z.array(functionRef.extend({ events: z.array(z.string()), filter })).default([]),
    consumer: z.array(functionRef.extend({ queue: z.string() })).default([]),
    scheduledTrigger: z.array(functionRef.extend({ interval: z.enum(['fiveMinute', 'hour', 'day', 'week']) })).default([]),
  }),
});

const backgroundModules = ['function', 'trigger', 'consumer', 'scheduledTrigger', 'sql'];

const exportNameOf = (handler: string): string => {
  const [file, exportName, ...rest] = handler.split('.');
  if (file !== 'index' || exportName === undefined || rest.length > 0) {
    throw new NotEmulated(`handler "${handler}": the host loads one entry file, so handlers read "index.<export>"`);
  }
  return exportName;
};

/** Reads the manifest; throws with the place that cannot be honoured. */
export const parseManifest = (text: string): AppManifest => {
  const result = manifestFile.safeParse(parse(text));
  if (!result.success) throw new Error(`manifest.yml cannot be used:\n${z.prettifyError(result.error)}`);
  const { app, permissions, modules } = result.data;
  const unknownType = Object.keys(modules).find((type) => !type.includes(':') && !backgroundModules.includes(type));
  if (unknownType !== undefined) throw new NotEmulated(`module ${unknownType}`);
  const uiModules = Object.entries(modules)
    .filter(([type]) => type.includes(':'))
    .flatMap(([type, list]) =>
      z
        .array(uiModule)
        .parse(list)
        .map((module) => ({ ...module, type })),
    );
  const functions = new Map(
    modules.function.map(({ key, handler, timeoutSeconds }) => [
      key,
      { key, exportName: exportNameOf(handler), timeoutSeconds: timeoutSeconds ?? null },
    ]),
  );
  const manifest: AppManifest = {
    appId: app.id,
    scopes: new Set(permissions.scopes),
    functions,
    surfaces: uiModules.map(({ key, type }) => ({ key, type })),
    resolvers: new Map(uiModules.flatMap(({ key, resolver }) => (resolver ? [[key, resolver.function] as const] : []))),
    dynamicProperties: new Map(
      uiModules.flatMap(({ key, dynamicProperties }) => (dynamicProperties ? [[key, dynamicProperties.function] as const] : [])),
    ),
    triggers: modules.trigger.map((trigger) => ({
      key: trigger.key,
      functionKey: trigger.function,
      events: trigger.events,
      ignoreSelf: trigger.filter?.ignoreSelf ?? false,
    })),
    consumers: modules.consumer.map(({ key, queue, function: functionKey }) => ({ key, queue, functionKey })),
    schedules: modules.scheduledTrigger.map(({ key, interval, function: functionKey }) => ({
      key,
      functionKey,
      intervalMs: intervals[interval],
    })),
    hasSql: 'sql' in modules,
  };
  const used = [
    ...manifest.resolvers.values(),
    ...manifest.dynamicProperties.values(),
    ...[...manifest.triggers, ...manifest.consumers, ...manifest.schedules].map(({ functionKey }) => functionKey),
  ];
  const unknown = used.find((key) => !functions.has(key));
  if (unknown !== undefined) throw new Error(`manifest.yml names the function "${unknown}", which it does not define.`);
  return manifest;
};

let lastRead: { readonly text: string; readonly manifest: AppManifest } | null = null;

/** The same again as long as the file holds the same text: every site that is opened reads it. */
export const readManifest = (path: string): AppManifest => {
  const text = readFileSync(path, 'utf8');
  if (lastRead?.text !== text) lastRead = { text, manifest: parseManifest(text) };
  return lastRead.manifest;
};
