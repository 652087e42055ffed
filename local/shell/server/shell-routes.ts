/**
 * What the shell's own origin answers: its pages, Jira's REST as the session's user, what the bridge asks for, the inspector
 * and the headless door. Changing requests are taken from the shell's own pages or from outside any browser only.
 */
import { readFileSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { extname } from 'node:path';
import { z } from 'zod';
import { summarise } from '../live-event';
import type { AppPage, SessionView } from '../session-view';
import { pageSlug, type SurfaceType } from '../surface-modules';
import { contextKeyOf, type PanelStatus } from '../surface-view';
import { dataTheme } from '../theme';
import { avatarSvg } from './avatar';
import { shellPolicy } from './content-policy';
import { readJson, Refusal, replyJson, replyText } from './http-reply';
import type { LiveStream } from './live-stream';
import {
  adminSurface,
  browsableIssue,
  browsableProject,
  globalSurface,
  issueSurfaces,
  modalSurface,
  projectSurface,
  requireSiteAdmin,
  type SurfaceMaker,
} from './open-surface';
import { sessionCookie, sessionOf, type Session } from './session';
import type { ShellOptions } from './shell-options';
import type { SitePump } from './site-pump';
import { contentTypes, fileBelow } from './surface-files';
import { openSurface, type SealedSurface } from './surface-token';

export type ShellContext = ShellOptions & {
  readonly live: LiveStream;
  readonly pump: SitePump;
  readonly maker: SurfaceMaker;
};

type Call = {
  readonly context: ShellContext;
  readonly session: Session;
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly url: URL;
};

type Route = (call: Call) => Promise<void> | void;

/** How an address of the stand-in begins in its JSON. */
const standInAddress = '"http://jira.local/';

const withToken = { token: z.string() };
const bodies = {
  session: z.strictObject({ accountId: z.string().optional(), colorMode: z.enum(['light', 'dark']).optional() }),
  clock: z.strictObject({ now: z.iso.datetime({ offset: true }) }),
  invoke: z.strictObject({ ...withToken, functionKey: z.string(), payload: z.unknown() }),
  product: z.strictObject({ ...withToken, method: z.string(), path: z.string(), body: z.string().nullable() }),
  realtime: z.strictObject({ ...withToken, channel: z.string(), payload: z.unknown(), isGlobal: z.boolean() }),
  modal: z.strictObject({ ...withToken, resource: z.string().nullable(), context: z.unknown() }),
  status: z.strictObject(withToken),
  command: z.strictObject({ command: z.string(), args: z.array(z.string()) }),
};

/** A panel without a status shows none, as on Forge; a badge or an icon in its place is not emulated. */
const panelStatus = z.object({
  status: z.object({ type: z.literal('lozenge'), value: z.object({ label: z.string(), type: z.string().default('default') }) }).optional(),
});

const routes: Readonly<Record<string, Route>> = {
  'GET /__shell/session': ({ context, session, response }) => replyJson(response, sessionView(context, session)),
  'POST /__shell/session': async ({ context, request, response }) => {
    const { accountId, colorMode } = bodies.session.parse(await readJson(request));
    if (accountId !== undefined && !context.site.jira.users().some((user) => user.accountId === accountId && user.active))
      throw new Refusal(404, 'There is no such active user.');
    const cookies = [
      accountId === undefined ? [] : sessionCookie('user', accountId),
      colorMode === undefined ? [] : sessionCookie('theme', colorMode),
    ].flat();
    response.setHeader('set-cookie', cookies);
    replyJson(response, undefined, 204);
  },
  'POST /__shell/clock': async ({ context, request, response }) => {
    const { now } = bodies.clock.parse(await readJson(request));
    context.site.clock.set(Date.parse(now));
    context.live.send({ kind: 'clock', now: context.site.clock.now() });
    await context.pump.schedules();
    replyJson(response, { now: context.site.clock.now() });
  },
  'GET /__shell/issue-surfaces': ({ context, session, response, url }) =>
    replyJson(response, issueSurfaces(context.maker, session, url.searchParams.get('issue') ?? '')),
  'GET /__shell/project-surface': ({ context, session, response, url }) =>
    replyJson(
      response,
      projectSurface(context.maker, session, url.searchParams.get('project') ?? '', url.searchParams.get('module') ?? ''),
    ),
  'GET /__shell/admin-surface': ({ context, session, response, url }) =>
    replyJson(response, adminSurface(context.maker, session, url.searchParams.get('module') ?? '')),
  'GET /__shell/global-surface': ({ context, session, response, url }) =>
    replyJson(response, globalSurface(context.maker, session, url.searchParams.get('module') ?? '')),
  'POST /__shell/modal': async ({ context, session, request, response }) => {
    const { token, resource, context: modal } = bodies.modal.parse(await readJson(request));
    replyJson(response, modalSurface(context.maker, session, sealed(context, session, token), resource, modal));
  },
  'POST /__shell/invoke': async ({ context, session, request, response }) => {
    const { token, functionKey, payload } = bodies.invoke.parse(await readJson(request));
    const { moduleKey, extension } = sealed(context, session, token);
    try {
      const value = await context.site.host.invoke(functionKey, payload, {
        accountId: session.user.accountId,
        surface: { moduleKey, extension },
      });
      replyJson(response, { value });
    } catch (error) {
      throw new Refusal(502, error instanceof Error ? error.message : String(error));
    } finally {
      context.pump.kick();
    }
  },
  'POST /__shell/status': async ({ context, session, request, response }) => {
    const { token } = bodies.status.parse(await readJson(request));
    const { moduleKey, extension } = sealed(context, session, token);
    const { status } = panelStatus.parse(await context.site.host.dynamicProperties(moduleKey, session.user.accountId, extension));
    const shown: PanelStatus | null = status === undefined ? null : { label: status.value.label, appearance: status.value.type };
    replyJson(response, shown);
  },
  'POST /__shell/product': async ({ context, session, request, response }) => {
    const { token, method, path, body } = bodies.product.parse(await readJson(request));
    sealed(context, session, token);
    const scopes = context.site.jira.scopesFor(method, path);
    if (scopes === null) throw new Refusal(501, `NotEmulated: ${method} ${path}`);
    if (!scopes.every((scope) => context.manifest.scopes.includes(scope))) {
      return replyJson(response, {
        status: 401,
        headers: {},
        body: JSON.stringify({ code: 401, message: 'Unauthorized; scope does not match' }),
      });
    }
    const reply = askJira(context, session, method, path, body === null || body === '' ? undefined : JSON.parse(body));
    replyJson(response, { status: reply.status, headers: reply.headers, body: reply.text });
  },
  'POST /__shell/realtime': async ({ context, session, request, response }) => {
    const { token, channel, payload, isGlobal } = bodies.realtime.parse(await readJson(request));
    const { extension } = sealed(context, session, token);
    context.live.send({ kind: 'realtime', channel, payload, isGlobal, contextKey: isGlobal ? null : contextKeyOf(extension) });
    replyJson(response, { eventId: crypto.randomUUID(), eventTimestamp: new Date(context.site.clock.now()).toISOString() });
  },
  'GET /__shell/invocations': ({ context, response }) => replyJson(response, context.site.host.invocations().map(summarise)),
  'GET /__shell/invocation': ({ context, response, url }) => {
    const record = context.site.host.invocations().find(({ id }) => id === url.searchParams.get('id'));
    if (record === undefined) throw new Refusal(404, 'This invocation is no longer kept.');
    replyJson(response, record);
  },
  'GET /__shell/live': ({ context, session, response }) => {
    context.live.add(response, (event) => event.kind !== 'issue' || context.site.jira.canBrowse(session.user.accountId, event.projectKey));
  },
  'POST /__site/command': async ({ context, request, response }) => {
    const { command, args } = bodies.command.parse(await readJson(request));
    replyJson(response, await context.runCommand([command, ...args]));
    context.live.send({ kind: 'clock', now: context.site.clock.now() });
  },
};

export async function serveShell(context: ShellContext, request: IncomingMessage, response: ServerResponse, url: URL): Promise<void> {
  const method = request.method ?? 'GET';
  const origin = request.headers.origin;
  if (method !== 'GET' && origin !== undefined && origin !== context.maker.shellOrigin)
    throw new Refusal(403, 'Only the pages of this site may change it.');
  const call: Call = { context, session: sessionOf(request, context.site.jira), request, response, url };
  const route = routes[`${method} ${url.pathname}`];
  try {
    if (route !== undefined) await route(call);
    else if (url.pathname.startsWith('/rest/')) await passToJira(call, method);
    else if (url.pathname.startsWith('/__assets/')) serveAsset(call);
    else if (url.pathname.startsWith('/images/user/')) serveAvatar(call);
    else if (method === 'GET' || method === 'HEAD') servePage(call);
    else throw new Refusal(405, 'Pages are read, not written.');
  } catch (error) {
    throw error instanceof z.ZodError ? new Refusal(400, z.prettifyError(error)) : error;
  }
}

async function passToJira({ context, session, request, response, url }: Call, method: string): Promise<void> {
  const { status, headers, text } = askJira(context, session, method, url.pathname + url.search, await readJson(request));
  replyText(response, text, contentTypes['.json'] ?? '', status, headers);
}

type JiraText = { readonly status: number; readonly headers: Readonly<Record<string, string>>; readonly text: string };

/** Asks Jira as the session's user. The stand-in knows no port, so its own addresses in a reply are turned into this server's. */
function askJira({ site, maker }: ShellContext, { user }: Session, method: string, path: string, body: unknown): JiraText {
  const request = { method, path, ...(body === undefined ? {} : { body }) };
  const reply = site.jira.request({ type: 'user', accountId: user.accountId }, request);
  const text = reply.body === undefined ? '' : JSON.stringify(reply.body).replaceAll(standInAddress, `"${maker.shellOrigin}/`);
  return { status: reply.status, headers: reply.headers, text };
}

function serveAvatar({ context, response, url }: Call): void {
  const accountId = decodeURIComponent(url.pathname.slice('/images/user/'.length).replace(/\.svg$/, ''));
  const user = context.site.jira.users().find((known) => known.accountId === accountId);
  if (user === undefined) throw new Refusal(404, 'There is no such user.');
  replyText(response, avatarSvg(user), contentTypes['.svg'] ?? '');
}

/** Opens a surface's token; refuses one this server did not make, or made for another user. */
function sealed(context: ShellContext, session: Session, token: string): SealedSurface {
  const surface = openSurface(token, context.maker.secret);
  if (surface === null) throw new Refusal(403, 'This surface was not opened by this server. Reload the page.');
  if (surface.accountId !== session.user.accountId) throw new Refusal(403, 'The user of this browser has changed. Reload the page.');
  return surface;
}

const pagesOf = ({ manifest }: ShellContext, wanted: SurfaceType): readonly AppPage[] =>
  manifest.surfaces.filter(({ type }) => type === wanted).map(({ key, title }) => ({ moduleKey: key, title, slug: pageSlug(title) }));

function sessionView(context: ShellContext, { user, colorMode }: Session): SessionView {
  return {
    now: context.site.clock.now(),
    user,
    users: context.site.jira.users().filter(({ active }) => active),
    colorMode,
    surfaceOrigin: context.maker.surfaceOrigin,
    projectPages: pagesOf(context, 'jira:projectPage'),
    adminPages: user.siteAdmin ? pagesOf(context, 'jira:adminPage') : [],
    globalPages: pagesOf(context, 'jira:globalPage'),
  };
}

function serveAsset({ context, response, url }: Call): void {
  const name = url.pathname.slice('/__assets/'.length);
  if (name === 'tokens.css') return replyText(response, context.themeCss, contentTypes['.css'] ?? '');
  const file = fileBelow(context.pagesFolder, name);
  if (file === null) throw new Refusal(404, `No such file: ${url.pathname}`);
  replyText(response, readFileSync(file), contentTypes[extname(file)] ?? 'application/octet-stream');
}

/** Every page is the same document; its script draws what the address names. The status says whether the user may see it. */
function servePage({ context, session, response, url }: Call): void {
  const [, area, key] = url.pathname.split('/');
  const status = pageStatus(() => {
    if (area === 'browse') browsableIssue(context.site.jira, session, decodeURIComponent(key ?? ''));
    else if (area === 'projects' && key !== undefined) browsableProject(context.site.jira, session, decodeURIComponent(key));
    else if (area === 'settings') requireSiteAdmin(session);
    else if (!['', 'projects', 'apps', 'inspector'].includes(area ?? '')) throw new Refusal(404, 'There is no such page.');
  });
  const html = `<!doctype html>
<html lang="en" data-color-mode="${session.colorMode}" data-theme="${dataTheme}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Local Jira</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/__assets/tokens.css">
<link rel="stylesheet" href="/__assets/shell.css">
<script type="module" src="/__assets/main.js"></script>
</head>
<body data-status="${status.code}" data-reason="${escapeAttribute(status.reason)}"><noscript>Local Jira needs JavaScript.</noscript></body>
</html>
`;
  replyText(response, html, contentTypes['.html'] ?? '', status.code, {
    'content-security-policy': shellPolicy(context.maker.surfaceOrigin),
  });
}

function pageStatus(check: () => void): { readonly code: number; readonly reason: string } {
  try {
    check();
    return { code: 200, reason: '' };
  } catch (error) {
    if (error instanceof Refusal) return { code: error.status, reason: error.message };
    throw error;
  }
}

function escapeAttribute(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/"/g, '&quot;').replace(/</g, '&lt;');
}
